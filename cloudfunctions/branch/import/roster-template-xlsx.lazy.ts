import writeXlsxFile from 'write-excel-file/node';
import { PRINTED, textRow } from '../../_kit/printed';
import { helpRows, rosterText, type Choices } from './roster-sheet.text';

/** In characters. */
const HELP_WIDTHS = [20, 70];

/** An empty list with its headings, and a sheet that says what can stand in them. */
export function rosterTemplateXlsx(choices: Choices): Promise<Buffer> {
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
  return writeXlsxFile(
    [
      {
        data: [rosterText.columns.map(bold)],
        sheet: rosterText.sheet,
        columns: rosterText.columns.map(() => ({ width: 16 })),
        stickyRowsCount: 1,
      },
      {
        data: [
          rosterText.helpHead.map(bold),
          ...helpRows(choices).map((row) => textRow(row, HELP_WIDTHS)),
        ],
        sheet: rosterText.help,
        columns: HELP_WIDTHS.map((width) => ({ width })),
      },
    ],
    PRINTED,
  ).toBuffer();
}
