import { AlignmentType, type Paragraph, type Table } from 'docx';
import type { RecordBook } from '../../../contract/branch/record-book';
import type { BookPart, PaperStyle } from '../../../domain/branch/paper-style';
import { tenthsOfHours } from '../../../domain/study/record-book';
import { signatureText } from '../../_kit/signatures.text';
import { whenText } from '../../_kit/when.text';
import { line, officeDocument, table } from './docx-parts';
import { bookText, hoursText, howText, noteText, sumText, whoseText } from './record-book.text';

type Shows = (part: BookPart) => boolean;

/**
 * The record book of a year as an office prints it: A4, a table of sums, one for each month, lines to
 * sign; with the head, parts and words that the office has set. docs/rules.md#R-150
 */
export function recordBookDocx(book: RecordBook, style: PaperStyle): Promise<Buffer> {
  const { organisation, papers, hidden, closing } = style;
  const { title, signers } = papers['record-book'];
  const shows: Shows = (part) => hidden?.includes(part) !== true;
  const shown = shows('notes') ? book : withoutNotes(book);
  const { year, months, entries } = shown;
  return officeDocument(
    { organisation, title: `${bookText.year(year)}${title === '' ? bookText.title : title}` },
    [
      line(whoseText(book), AlignmentType.CENTER),
      line(sumText(book)),
      ...(shows('sums') ? [sumsOf(book)] : []),
      ...(shows('how-counted') ? [line(bookText.howCounted)] : []),
      ...(months.length === 0 ? [line(bookText.none)] : monthsOf(shown, shows)),
      ...(entries.some(({ kind }) => kind === 'to-confirm') ? [line(bookText.toConfirm)] : []),
      ...(closing === '' ? [] : closing.split('\n').map((text) => line(text))),
      line(''),
      line(signatureText(signers.length === 0 ? bookText.signers : signers)),
    ],
  );
}

function withoutNotes({ months, entries, ...book }: RecordBook): RecordBook {
  const studied = months.filter(({ month }) => entries.some((entry) => entry.month === month));
  return { ...book, entries, months: studied, notes: [] };
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

/** Columns that can be left out, in percent of the page; what was learned takes their room. */
const WIDTHS = { when: 22, what: 46, way: 22, minutes: 10 } as const;

function monthsOf({ months, entries, notes }: RecordBook, shows: Shows): (Paragraph | Table)[] {
  const [way, counts] = [shows('way'), shows('minutes')];
  const what = WIDTHS.what + (way ? 0 : WIDTHS.way) + (counts ? 0 : WIDTHS.minutes);
  const cellsOf = <T>(when: T, topic: T, how: T, minutes: T): readonly T[] => [
    when,
    topic,
    ...(way ? [how] : []),
    ...(counts ? [minutes] : []),
  ];
  return [...months].reverse().flatMap(({ month, minutes }) => [
    line(bookText.monthHead(month, minutes), undefined, true),
    table(cellsOf<number>(WIDTHS.when, what, WIDTHS.way, WIDTHS.minutes), [
      cellsOf(...bookText.columns),
      ...[...entries.map(entryRow), ...notes.map(noteRow)]
        .filter((row) => row.month === month)
        .sort((a, b) => a.atMs - b.atMs)
        .map(({ atMs, cells }) => cellsOf(whenText(atMs), ...cells)),
    ]),
  ]);
}

type Cells = readonly [what: string, how: string, minutes: string];

const entryRow = (entry: RecordBook['entries'][number]) => {
  const cells: Cells = [entry.topic, howText(entry), String(entry.minutes)];
  return { month: entry.month, atMs: entry.atMs, cells };
};

const noteRow = ({ month, atMs, title, type }: RecordBook['notes'][number]) => {
  const cells: Cells = [title, noteText(type), bookText.noMinutes];
  return { month, atMs, cells };
};
