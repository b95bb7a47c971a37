import { strFromU8, unzipSync } from 'fflate';

const partOf = (xlsx: Uint8Array, name: string) =>
  strFromU8(unzipSync(xlsx)[name] ?? new Uint8Array());
const FIRST_SHEET = 'xl/worksheets/sheet1.xml';

/** In points; NaN where none is set, and the row is as high as one line. */
export function heightOfRow(xlsx: Uint8Array, row: number): number {
  const [tag = ''] = new RegExp(`<row r="${row}"[^>]*>`, 'u').exec(partOf(xlsx, FIRST_SHEET)) ?? [];
  return Number(/ ht="([\d.]+)"/u.exec(tag)?.[1]);
}

/** From this row of the first sheet on, cells whose words stop at the edge of their column. */
export function cellsThatAreCutOff(xlsx: Uint8Array, fromRow: number): readonly string[] {
  const formats = partOf(xlsx, 'xl/styles.xml').match(/<cellXfs.*?<\/cellXfs>/su)?.[0] ?? '';
  const wraps = [...formats.matchAll(/<xf .*?(?:\/>|<\/xf>)/gsu)].map(([format]) =>
    format.includes('wrapText="1"'),
  );
  const cells = [...partOf(xlsx, FIRST_SHEET).matchAll(/<c r="([A-Z]+(\d+))"([^>]*)>/gu)];
  return cells
    .filter(([, , row]) => Number(row) >= fromRow)
    .filter(([, , , rest = '']) => wraps[Number(/ s="(\d+)"/u.exec(rest)?.[1] ?? 0)] !== true)
    .map(([, place = '']) => place);
}
