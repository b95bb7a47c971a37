import writeXlsxFile from 'write-excel-file/node';
import { PRINTED, textRow } from '../../_kit/printed';
import { headRows, ledgerRows, ledgerText, type Ledger } from './ledger-sheet.text';

/** Of the columns, in characters. */
const WIDTHS = [26, 12, 14, 20, 18, 36, 8, 8, 8, 30];

/** The ledger as one sheet. Every cell is text, also what looks like a formula. */
export function ledgerXlsx(told: Ledger): Promise<Buffer> {
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
  const head = headRows(told);
  const rows = [
    ...head.map((value) => [bold(value)]),
    ledgerText.columns.map(bold),
    ...ledgerRows(told).map((cells) => textRow(cells, WIDTHS)),
  ];
  return writeXlsxFile(
    rows,
    {
      sheet: ledgerText.name,
      columns: WIDTHS.map((width) => ({ width })),
      stickyRowsCount: head.length + 1,
    },
    PRINTED,
  ).toBuffer();
}
