import { crc32, deflateSync } from 'node:zlib';
import qrcode from 'qrcode-generator';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** White modules around the code, as the QR standard asks for. */
const QUIET_MODULES = 4;

/** A QR code of `text` as a greyscale PNG, at most `width` pixels wide and high. */
export function qrPng(text: string, width: number): Buffer {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const modules = code.getModuleCount() + 2 * QUIET_MODULES;
  const scale = Math.max(1, Math.floor(width / modules));
  const side = modules * scale;
  const rows = Array.from({ length: side }, (_, y) => {
    const row = Buffer.alloc(side + 1, 0xff);
    // The first byte of a row names its filter: none.
    row[0] = 0;
    for (let x = 0; x < side; x += 1) {
      if (isDark(code, Math.floor(y / scale), Math.floor(x / scale))) row[x + 1] = 0;
    }
    return row;
  });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', headerOf(side)),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function isDark(code: ReturnType<typeof qrcode>, row: number, column: number): boolean {
  const [y, x] = [row - QUIET_MODULES, column - QUIET_MODULES];
  const count = code.getModuleCount();
  return y >= 0 && x >= 0 && y < count && x < count && code.isDark(y, x);
}

/** 8 bits of grey per pixel, not interlaced. */
function headerOf(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 8;
  return header;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
