import {
  AlignmentType,
  Document,
  HeadingLevel,
  type IRunOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { RecordBook } from '../../../contract/branch/record-book';
import { tenthsOfHours } from '../../../domain/study/record-book';
import { whenText } from '../../_kit/when.text';
import { bookText, hoursText, howText, sumText, whoseText } from './record-book.text';

/** Of A4 with margins of 2 cm, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838, margin: 1134 } as const;
const INSIDE = PAGE.width - 2 * PAGE.margin;
const FONT = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: bookText.font,
} as const;

/** The record book of a year as an office prints it: A4, a table of sums, one for each month, lines to sign. */
export async function recordBookDocx(book: RecordBook): Promise<Buffer> {
  const document = new Document({
    title: bookText.title,
    styles: { default: { document: { run: { font: FONT, size: 21 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.margin,
              bottom: PAGE.margin,
              left: PAGE.margin,
              right: PAGE.margin,
            },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            heading: HeadingLevel.TITLE,
            children: [
              run({
                text: `${bookText.year(book.year)}${bookText.title}`,
                bold: true,
                color: '000000',
                size: 36,
              }),
            ],
          }),
          line(whoseText(book), AlignmentType.CENTER),
          line(sumText(book)),
          sumsOf(book),
          line(bookText.howCounted),
          ...(book.entries.length === 0 ? [line(bookText.none)] : monthsOf(book)),
          ...(book.entries.some(({ kind }) => kind === 'to-confirm')
            ? [line(bookText.toConfirm)]
            : []),
          line(''),
          line(bookText.signatures),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function sumsOf({ checkIn, makeUp, minutes }: RecordBook): Table {
  const row = (label: string, count: number, of: number) =>
    [label, String(count), String(of), hoursText(tenthsOfHours(of))] as const;
  return table(
    [25, 25, 25, 25],
    [
      bookText.sumColumns,
      row(bookText.checkIn, checkIn.count, checkIn.minutes),
      row(bookText.makeUp, makeUp.count, makeUp.minutes),
      row(bookText.total, checkIn.count + makeUp.count, minutes),
    ],
  );
}

function monthsOf({ months, entries }: RecordBook): (Paragraph | Table)[] {
  return [...months].reverse().flatMap(({ month, minutes }) => [
    line(bookText.monthHead(month, minutes), undefined, true),
    table(
      [22, 46, 22, 10],
      [
        bookText.columns,
        ...entries
          .filter((entry) => entry.month === month)
          .sort((a, b) => a.atMs - b.atMs)
          .map((entry) => [
            whenText(entry.atMs),
            entry.topic,
            howText(entry),
            String(entry.minutes),
          ]),
      ],
    ),
  ]);
}

const run = (options: IRunOptions): TextRun => new TextRun({ font: FONT, ...options });

/** @param widths percent of the page's width; the first row is repeated on every page */
function table(widths: readonly number[], rows: readonly (readonly string[])[]): Table {
  const inTwips = widths.map((percent) => Math.round((INSIDE * percent) / 100));
  return new Table({
    width: { size: INSIDE, type: WidthType.DXA },
    columnWidths: inTwips,
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          tableHeader: at === 0,
          cantSplit: true,
          children: cells.map(
            (text, column) =>
              new TableCell({
                width: { size: inTwips[column] ?? 0, type: WidthType.DXA },
                margins: { top: 60, bottom: 60, left: 100, right: 100 },
                children: [new Paragraph({ children: [run({ text, bold: at === 0 })] })],
              }),
          ),
        }),
    ),
  });
}

function line(
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
  isHead = false,
): Paragraph {
  return new Paragraph({
    alignment,
    keepNext: isHead,
    spacing: { before: isHead ? 240 : 120, after: 120 },
    children: [run({ text, bold: isHead })],
  });
}
