import type { FileType } from '../../../domain/content/library/library-rules';
import type { FileFault } from './file-fault';

/** Of the container of older office files ([MS-CFB] 2.2 and 2.6): offsets in the header and in an entry. */
const HEADER_BYTES = 512;
const SECTOR_SHIFT_AT = 30;
const TABLE_SECTORS_AT = 44;
const TABLE_LIST_AT = 76;
const TABLES_IN_HEADER = 109;
const FREE = 0xffffffff;
const ENTRY_BYTES = 128;
const NAME_LENGTH_AT = 64;
const START_AT = 116;

const MAIN_STREAMS: Readonly<Partial<Record<FileType, readonly string[]>>> = {
  doc: ['WordDocument'],
  xls: ['Workbook', 'Book'],
  ppt: ['PowerPoint Document'],
};
const LOCKED = ['EncryptedPackage', 'EncryptedSummary'];
const MACROS = ['_VBA_PROJECT', 'VBA', 'Macros', '_VBA_PROJECT_CUR'];

/** A .doc, .xls or .ppt; or a newer one in it, which is one with a password. */
export function lookAtOle(type: FileType, content: Buffer): FileFault {
  if (content.length < HEADER_BYTES) return 'file-cut';
  const sectorBytes = 2 ** content.readUInt16LE(SECTOR_SHIFT_AT);
  if (sectorBytes !== 512 && sectorBytes !== 4096) return 'file-cut';
  if (content.length < endOfSectors(content, sectorBytes)) return 'file-cut';
  const entries = entriesIn(content);
  if (LOCKED.some((name) => entries.has(name))) return 'file-locked';
  const main = MAIN_STREAMS[type]?.find((name) => entries.has(name));
  if (main === undefined) return 'file-not-what-it-says';
  const start = (1 + (entries.get(main) ?? 0)) * sectorBytes;
  if (isLocked(type, content.subarray(start, start + sectorBytes))) return 'file-locked';
  return MACROS.some((name) => entries.has(name)) ? 'file-has-macros' : undefined;
}

/** Where the last sector ends that the tables of the file name as used. */
function endOfSectors(content: Buffer, sectorBytes: number): number {
  const tables = Math.min(content.readUInt32LE(TABLE_SECTORS_AT), TABLES_IN_HEADER);
  let last = -1;
  for (let table = 0; table < tables; table += 1) {
    const sector = content.readUInt32LE(TABLE_LIST_AT + 4 * table);
    const from = (1 + sector) * sectorBytes;
    if (from + sectorBytes > content.length) return Infinity;
    const perTable = sectorBytes / 4;
    for (let at = 0; at < perTable; at += 1) {
      if (content.readUInt32LE(from + 4 * at) !== FREE) last = table * perTable + at;
    }
  }
  return (2 + last) * sectorBytes;
}

/** Names of streams and storages with their first sector: directory entries stand at multiples of 128. */
function entriesIn(content: Buffer): ReadonlyMap<string, number> {
  const entries = new Map<string, number>();
  for (let at = HEADER_BYTES; at + ENTRY_BYTES <= content.length; at += ENTRY_BYTES) {
    const nameBytes = content.readUInt16LE(at + NAME_LENGTH_AT);
    const kind = content[at + NAME_LENGTH_AT + 2] ?? 0;
    if (nameBytes < 4 || nameBytes > 64 || nameBytes % 2 !== 0 || kind < 1 || kind > 5) continue;
    const name = content.toString('utf16le', at, at + nameBytes - 2);
    entries.set(name, content.readUInt32LE(at + START_AT));
  }
  return entries;
}

const WORD_FLAGS_AT = 10;
const WORD_LOCKED = 0x0100;
const EXCEL_FIRST_LENGTH_AT = 2;
const EXCEL_LOCK = 0x002f;

/** By the first bytes of the main stream: Word's flag ([MS-DOC] 2.5.2), Excel's record FilePass ([MS-XLS] 2.4.117). */
function isLocked(type: FileType, main: Buffer): boolean {
  if (main.length < 24) return false;
  if (type === 'doc') return (main.readUInt16LE(WORD_FLAGS_AT) & WORD_LOCKED) !== 0;
  if (type !== 'xls') return false;
  const second = 4 + main.readUInt16LE(EXCEL_FIRST_LENGTH_AT);
  return second + 2 <= main.length && main.readUInt16LE(second) === EXCEL_LOCK;
}
