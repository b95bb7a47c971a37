import { strFromU8, unzipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { PRINTED } from '../../../cloudfunctions/_kit/printed';

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
