import { strToU8, zipSync } from 'fflate';

/** Bytes that are whole files of their kind, as small as they can be. */
export function aPdf(more = ''): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n${more}\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  );
}

export function aPackage(folder: 'word' | 'xl' | 'ppt', parts: readonly string[] = []): Buffer {
  const types = parts.some((part) => part.includes('vbaProject')) ? 'macroEnabled' : 'plain';
  const files = {
    '[Content_Types].xml': strToU8(`<Types><Override ContentType="${types}"/></Types>`),
    [`${folder}/main.xml`]: strToU8('<main/>'),
    ...Object.fromEntries(parts.map((part) => [part, strToU8('part')])),
  };
  return Buffer.from(zipSync(files));
}

const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;

/** A container of older office files: a table, a directory, and one sector for the first stream. */
export function anOldFile(names: readonly string[], firstBytes = Buffer.alloc(0)): Buffer {
  const file = Buffer.alloc(4 * SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 76, SECTOR);
  file.writeUInt32LE(0, 76);
  const table = file.subarray(SECTOR, 2 * SECTOR);
  for (let at = 0; at < SECTOR; at += 4) table.writeUInt32LE(FREE, at);
  table.writeUInt32LE(0xfffffffd, 0);
  table.writeUInt32LE(END, 4);
  table.writeUInt32LE(END, 8);
  names.forEach((name, index) => {
    const entry = file.subarray(2 * SECTOR + 128 * index, 2 * SECTOR + 128 * (index + 1));
    entry.write(name, 0, 'utf16le');
    entry.writeUInt16LE(2 * name.length + 2, 64);
    entry.writeUInt8(2, 66);
    entry.writeUInt32LE(2, 116);
  });
  firstBytes.copy(file, 3 * SECTOR);
  return file;
}
