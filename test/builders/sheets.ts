import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';

/** A workbook of one sheet with these texts; null: an empty cell. */
export async function aSheet(
  rows: readonly (readonly (string | number | Date | null)[])[],
): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      return value instanceof Date ? { value, format: 'yyyy-mm-dd' } : { value };
    }),
  );
  return new Uint8Array(await writeXlsxFile(cells, { sheet: 'list' }).toBuffer());
}

/** The same with its first sheet changed past the library. */
export function withSheetXml(workbook: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(workbook);
  const path = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(parts[path] ?? new Uint8Array());
  const changed = change(xml);
  if (changed === xml) throw new Error('nothing was changed');
  return zipSync({ ...parts, [path]: strToU8(changed) });
}

const NAMESPACE = 'http://schemas.openxmlformats.org';

/** As aSheet, of texts only and at once: the least that is a workbook. */
export function aTextSheet(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string, row: number, column: number) =>
    `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheetData = rows
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((text, column) => cell(text, at, column)).join('')}</row>`,
    )
    .join('');
  const main = `${NAMESPACE}/spreadsheetml/2006/main`;
  const relations = `${NAMESPACE}/officeDocument/2006/relationships`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${NAMESPACE}/package/2006/content-types"/>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="list" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${NAMESPACE}/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])),
  );
}
