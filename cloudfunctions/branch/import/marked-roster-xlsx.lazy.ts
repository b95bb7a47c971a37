import writeXlsxFile from 'write-excel-file/node';
import { PRINTED, textRow } from '../../_kit/printed';
import { markedRows, rosterText, type Marked } from './roster-sheet.text';

/** Of the columns, in characters. */
const WIDTH = 16;
const MARK_WIDTH = 56;
const AMBER = '#fff3d6';

/** The list as it came, line for line, with the problem of each in the last column. Every cell is text. */
export function markedRosterXlsx(marked: Marked): Promise<Buffer> {
  const { rows, column, headingRow } = markedRows(marked);
  const widths = Array.from({ length: column + 1 }, (_, at) =>
    at === column ? MARK_WIDTH : WIDTH,
  );
  const above = (value: string, isBold: boolean) => {
    return { value, type: String, ...(isBold && { fontWeight: 'bold' as const }) };
  };
  const below = (row: readonly string[]) =>
    textRow(row, widths).map((cell, at) => {
      const isMarked = at === column && cell.value !== '';
      return { ...cell, ...(isMarked && { backgroundColor: AMBER }) };
    });
  const cells = rows.map((row, at) =>
    at > headingRow ? below(row) : row.map((value) => above(value, at === headingRow)),
  );
  return writeXlsxFile(
    cells,
    {
      sheet: rosterText.sheet,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: headingRow + 1,
    },
    PRINTED,
  ).toBuffer();
}
