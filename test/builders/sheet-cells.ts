import { strFromU8, unzipSync } from 'fflate';

/** From this row of the first sheet on, cells whose words stop at the edge of their column. */
export function cellsThatAreCutOff(xlsx: Uint8Array, fromRow: number): readonly string[] {
  const parts = unzipSync(xlsx);
  const read = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const formats = read('xl/styles.xml').match(/<cellXfs.*?<\/cellXfs>/su)?.[0] ?? '';
  const wraps = [...formats.matchAll(/<xf .*?(?:\/>|<\/xf>)/gsu)].map(([format]) =>
    format.includes('wrapText="1"'),
  );
  const cells = [...read('xl/worksheets/sheet1.xml').matchAll(/<c r="([A-Z]+(\d+))"([^>]*)>/gu)];
  return cells
    .filter(([, , row]) => Number(row) >= fromRow)
    .filter(([, , , rest = '']) => wraps[Number(/ s="(\d+)"/u.exec(rest)?.[1] ?? 0)] !== true)
    .map(([, place = '']) => place);
}
