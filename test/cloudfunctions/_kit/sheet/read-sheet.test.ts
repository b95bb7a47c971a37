import { strToU8, zipSync } from 'fflate';
import { readSheet } from '../../../../cloudfunctions/_kit/sheet/read-sheet';
import { aSheet, withSheetXml } from '../../../builders/sheets';

const ROWS = [
  ['姓名', '工号'],
  ['张三', 10427],
  ['  李 四\u200b ', 'QY-01'],
];

test('a sheet is rows of clean texts, numbers as they are written', async () => {
  expect(await readSheet(await aSheet(ROWS))).toEqual({
    kind: 'sheet',
    sheetName: 'list',
    rows: [
      ['姓名', '工号'],
      ['张三', '10427'],
      ['李 四', 'QY-01'],
    ],
    formulas: [],
    merged: [],
  });
});

test('cells that are calculated or merged are named', async () => {
  const plain = await aSheet(ROWS);
  const calculated = withSheetXml(plain, (xml) =>
    xml.replace(/(<c r="B2"[^>]*>)/u, '$1<f>1+1</f>'),
  );
  expect(await readSheet(calculated)).toMatchObject({ kind: 'sheet', formulas: ['B2'] });
  const merged = withSheetXml(plain, (xml) =>
    xml.replace(
      '</sheetData>',
      '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
    ),
  );
  expect(await readSheet(merged)).toMatchObject({ kind: 'sheet', merged: ['A2:A3'] });
});

const bomb = (): Uint8Array =>
  zipSync({
    'xl/workbook.xml': new Uint8Array(30_000_000),
    'xl/_rels/workbook.xml.rels': strToU8(''),
  });

/** The size that a part says it has, in both places where it stands, made less. */
function lying(): Uint8Array {
  const bytes = bomb();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) === 30_000_000) view.setUint32(at, 1000, true);
  }
  return bytes;
}

test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ['nothing', () => new Uint8Array(), 'not-xlsx'],
  ['a .csv with another name', () => strToU8('姓名,工号\n张三,10427\n'), 'not-xlsx'],
  ['a .csv in GBK', () => Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x0a]), 'not-xlsx'],
  ['a picture', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]), 'not-xlsx'],
  [
    'an .xls, or one with a password',
    () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
    'old-or-locked',
  ],
  ['a .docx', () => zipSync({ 'word/document.xml': strToU8('<w:document/>') }), 'not-xlsx'],
  ['half a file', async () => (await aSheet(ROWS)).slice(0, 900), 'damaged'],
  ['a zip bomb', bomb, 'too-large-inside'],
  ['a zip bomb that lies about its size', lying, 'not-xlsx'],
  [
    'a row at the end of the world',
    async () =>
      withSheetXml(await aSheet(ROWS), (xml) => xml.replace('<row r="3"', '<row r="999999999"')),
    'too-large-inside',
  ],
  [
    'a column at the end of the world',
    async () => withSheetXml(await aSheet(ROWS), (xml) => xml.replace('r="B3"', 'r="XFD3"')),
    'too-large-inside',
  ],
  [
    'a sheet that is no XML',
    async () =>
      withSheetXml(await aSheet(ROWS), () => '<worksheet><sheetData><row r="1"><c r="A1"'),
    'damaged',
  ],
])('%s is refused as %s', async (_, make, code) => {
  expect(await readSheet(await make())).toEqual({ kind: 'refused', code });
});

test('a sheet in another encoding is not read as something else', async () => {
  const utf16 = withSheetXml(await aSheet(ROWS), (xml) =>
    Buffer.from(xml, 'utf16le').toString('latin1'),
  );
  const sheet = await readSheet(utf16);
  expect(sheet.kind === 'sheet' ? sheet.rows.flat().join('') : sheet.code).not.toContain('张三');
});
