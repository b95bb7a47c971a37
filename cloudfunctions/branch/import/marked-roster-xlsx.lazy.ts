import writeXlsxFile from 'write-excel-file/node';
import { PRINTED } from '../../_kit/printed';
import { markedRows, rosterText, type Marked } from './roster-sheet.text';

/** Of the columns, in characters. */
const WIDTH = 16;
const MARK_WIDTH = 56;
const AMBER = '#fff3d6';

/** The list as it came, line for line, with the problem of each in the last column. Every cell is text. */
export function markedRosterXlsx(marked: Marked): Promise<Buffer> {
  const { rows, column, headingRow } = markedRows(marked);
  const cells = rows.map((row, at) =>
    row.map((value, index) => ({
      value,
      type: String,
      ...(at === headingRow && { fontWeight: 'bold' as const }),
      ...(at > headingRow &&
        index === column &&
        value !== '' && { backgroundColor: AMBER, wrap: true }),
    })),
  );
  return writeXlsxFile(
    cells,
    {
      sheet: rosterText.sheet,
      columns: Array.from({ length: column + 1 }, (_, at) => ({
        width: at === column ? MARK_WIDTH : WIDTH,
      })),
      stickyRowsCount: headingRow + 1,
    },
    PRINTED,
  ).toBuffer();
}
