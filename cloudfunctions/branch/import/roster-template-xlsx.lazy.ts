import writeXlsxFile from 'write-excel-file/node';
import { PRINTED, textCell } from '../../_kit/printed';
import { helpRows, rosterText, type Choices } from './roster-sheet.text';

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
        data: [rosterText.helpHead.map(bold), ...helpRows(choices).map((row) => row.map(textCell))],
        sheet: rosterText.help,
        columns: [{ width: 20 }, { width: 70 }],
      },
    ],
    PRINTED,
  ).toBuffer();
}
