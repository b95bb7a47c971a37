import writeXlsxFile from 'write-excel-file/node';
import type { RollLine } from '../../../contract/study/register';
import type { Study } from '../../../contract/study/study-shapes';
import { cellsOf, headLines, sheetText } from './register-sheet.text';

/** Of the columns, in characters. */
const WIDTHS = [12, 10, 8, 18, 18, 16, 24, 12, 48];

/** A register as one sheet: what it is of, and a row for each person. Every cell is text, also what looks like a formula. */
export function registerXlsx(
  study: Study,
  lines: readonly RollLine[],
  isFinal: boolean,
): Promise<Buffer> {
  const head = headLines(study, lines, isFinal);
  const rows = [
    ...head.map((value, at) => [
      { value, type: String, ...(at === 0 && { fontWeight: 'bold' as const }) },
    ]),
    sheetText.columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...lines.map((line) => cellsOf(line, study).map((value) => ({ value, type: String }))),
  ];
  return writeXlsxFile(rows, {
    sheet: sheetText.name,
    columns: WIDTHS.map((width) => ({ width })),
    stickyRowsCount: head.length + 1,
  }).toBuffer();
}
