import { strFromU8, unzipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { PRINTED, textRow } from '../../../cloudfunctions/_kit/printed';

test('a sheet is printed across, all columns on one page, its parts in the order that offices read', async () => {
  const rows = [[{ value: 'name', type: String }], [{ value: 'Alice', type: String }]];
  const file = await writeXlsxFile(rows, { sheet: 'list', stickyRowsCount: 1 }, PRINTED).toBuffer();
  const sheet = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(sheet).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
  const parts = ['<sheetPr>', '<sheetViews>', '<sheetData>', '<pageSetup '].map((part) =>
    sheet.indexOf(part),
  );
  expect(parts).not.toContain(-1);
  expect(parts).toEqual([...parts].sort((a, b) => a - b));
});

test('a row is as high as the words of its longest cell need', () => {
  const heightOf = (...cells: string[]) => textRow(cells, [18, 36])[0]?.height;
  expect(heightOf('2026-03-17 16:00', '保供电')).toBeUndefined();
  expect(heightOf('2026-03-17 16:00；2026-03-18 15:00', '保供电')).toBe(45);
  expect(heightOf('', '长'.repeat(18))).toBeUndefined();
  expect(heightOf('', '长'.repeat(19))).toBe(30);
  expect(heightOf('one\ntwo\nthree', '')).toBe(45);
  expect(textRow(['=1+1'], [18])).toEqual([
    { value: '=1+1', type: String, wrap: true, alignVertical: 'top' },
  ]);
});
