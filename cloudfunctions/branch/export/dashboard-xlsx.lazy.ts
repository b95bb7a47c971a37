import writeXlsxFile from 'write-excel-file/node';
import { PRINTED, textRow } from '../../_kit/printed';
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
const NARROW = 16;
const FIGURE_WIDTHS = [NARROW, 28, 28];
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
  const crewWidths = (crewHead ?? []).map(() => NARROW);
  return writeXlsxFile(
    [
      {
        data: figureRows(told).map(([name = '', ...values]) => [
          bold(name),
          ...textRow(values, FIGURE_WIDTHS.slice(1)),
        ]),
        sheet: sheets.figures,
        columns: FIGURE_WIDTHS.map((width) => ({ width })),
      },
      {
        data: [(crewHead ?? []).map(tall), ...crews.map((row) => textRow(row, crewWidths))],
        sheet: sheets.crews,
        columns: crewWidths.map((width) => ({ width })),
        stickyRowsCount: 1,
        stickyColumnsCount: 1,
      },
      {
        data: [
          lineColumns.map(bold),
          ...lineRows(told, lines).map((row) => textRow(row, LINE_WIDTHS)),
        ],
        sheet: sheets.lines,
        columns: LINE_WIDTHS.map((width) => ({ width })),
        stickyRowsCount: 1,
      },
    ],
    PRINTED,
  ).toBuffer();
}
