import writeXlsxFile from 'write-excel-file/node';
import { PRINTED, textCell } from '../../_kit/printed';
import {
  crewRows,
  dashboardText,
  figureRows,
  lineRows,
  type ExportedLine,
  type Told,
} from './dashboard-sheet.text';

const { sheets, lineColumns } = dashboardText;
/** In characters. */
const LINE_WIDTHS = [14, 28, 12, 10, 10, 24, 24];
const WIDE = 28;
const NARROW = 16;
/** Of the names of studies, in points: three lines of them. */
const HEAD_HEIGHT = 48;

/** Figures, crews × studies, and a row for each line. Every cell is text, also what looks like a formula. */
export function dashboardXlsx(told: Told, lines: readonly ExportedLine[]): Promise<Buffer> {
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
  const tall = (value: string) => ({
    ...bold(value),
    ...{ wrap: true, alignVertical: 'top' as const, height: HEAD_HEIGHT },
  });
  const [crewHead, ...crews] = crewRows(told);
  return writeXlsxFile(
    [
      {
        data: figureRows(told).map(([name = '', ...values]) => [
          bold(name),
          ...values.map(textCell),
        ]),
        sheet: sheets.figures,
        columns: [{ width: NARROW }, { width: WIDE }, { width: WIDE }],
      },
      {
        data: [(crewHead ?? []).map(tall), ...crews.map((row) => row.map(textCell))],
        sheet: sheets.crews,
        columns: (crewHead ?? []).map(() => ({ width: NARROW })),
        stickyRowsCount: 1,
        stickyColumnsCount: 1,
      },
      {
        data: [lineColumns.map(bold), ...lineRows(told, lines).map((row) => row.map(textCell))],
        sheet: sheets.lines,
        columns: LINE_WIDTHS.map((width) => ({ width })),
        stickyRowsCount: 1,
      },
    ],
    PRINTED,
  ).toBuffer();
}
