import {
  AlignmentType,
  BorderStyle,
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
import { OFFICE_FONT } from './docx.text';

/** Of A4 with margins of 2 cm, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838, margin: 1134 } as const;
const INSIDE = PAGE.width - 2 * PAGE.margin;
const FONT = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: OFFICE_FONT,
} as const;

/** An A4 page of an office with its title in the middle, below the organisation, where one is set. */
export function officeDocument(
  { organisation, title }: { readonly organisation: string; readonly title: string },
  children: readonly (Paragraph | Table)[],
) {
  const { width, height, margin } = PAGE;
  const document = new Document({
    title,
    styles: { default: { document: { run: { font: FONT, size: 21 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width, height },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        children: [
          ...(organisation === '' ? [] : [line(organisation, AlignmentType.CENTER)]),
          titleOf(title),
          ...children,
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const titleOf = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    heading: HeadingLevel.TITLE,
    children: [run({ text, bold: true, color: '000000', size: 36 })],
  });

const run = (options: IRunOptions): TextRun => new TextRun({ font: FONT, ...options });

/** Of a named colour: LibreOffice draws none of what is automatic. */
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const LINES = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};

/** @param widths percent of the page's width; the first row is bold, and repeated on every page */
export function table(widths: readonly number[], rows: readonly (readonly string[])[]): Table {
  const inTwips = widths.map((percent) => Math.round((INSIDE * percent) / 100));
  return new Table({
    width: { size: INSIDE, type: WidthType.DXA },
    columnWidths: inTwips,
    borders: LINES,
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

export function line(
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
