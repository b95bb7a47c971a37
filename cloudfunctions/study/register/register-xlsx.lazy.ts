import writeXlsxFile from 'write-excel-file/node';
import { PRINTED, textRow } from '../../_kit/printed';
import type { GoneFromRoll, RollLine } from '../../../contract/study/register';
import type { Study } from '../../../contract/study/study-shapes';
import type { PaperStyle } from '../../../domain/branch/paper-style';
import { signatureText } from '../../_kit/signatures.text';
import { cellsOf, cellsOfGone, headLines, sheetText } from './register-sheet.text';

/** Of the columns, in characters. */
const WIDTHS = [12, 10, 8, 18, 18, 16, 24, 12, 48];

/** A register as one sheet: what it is of, and a row for each person. Every cell is text, also what looks like a formula. */
export function registerXlsx(
  study: Study,
  { lines, gone }: { readonly lines: readonly RollLine[]; readonly gone: readonly GoneFromRoll[] },
  { isFinal, style }: { readonly isFinal: boolean; readonly style: PaperStyle },
): Promise<Buffer> {
  const { title, signers } = style.papers.register;
  const over = [style.organisation, title].filter((text) => text !== '');
  const head = [...over, ...headLines(study, lines, isFinal, gone.length)];
  const rows = [
    ...head.map((value, at) => [
      { value, type: String, ...(at === 0 && { fontWeight: 'bold' as const }) },
    ]),
    sheetText.columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...[...lines.map((line) => cellsOf(line, study)), ...gone.map(cellsOfGone)].map((cells) =>
      textRow(cells, WIDTHS),
    ),
    ...(signers.length === 0 ? [] : [[], [{ value: signatureText(signers), type: String }]]),
  ];
  return writeXlsxFile(
    rows,
    {
      sheet: sheetText.name,
      columns: WIDTHS.map((width) => ({ width })),
      stickyRowsCount: head.length + 1,
    },
    PRINTED,
  ).toBuffer();
}
