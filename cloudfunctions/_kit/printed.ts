import type { Feature, Image } from 'write-excel-file/node';
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';

const FILE = 'xl/worksheets/sheet{id}.xml';
const ORDER = getOrderOfSiblings(FILE, 'worksheet') ?? [];
/** A4 across, its columns on one page however many there are, as many pages as it has rows for. */
const MARKUP = [
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
];

const acrossOnePage: Feature<Image['content']> = {
  files: {
    transform: {
      [FILE]: {
        transform: (xml) =>
          MARKUP.reduce(
            (sheet, element) =>
              insertElementMarkupAccordingToOrderOfSiblings(sheet, element, ORDER, 'worksheet'),
            xml,
          ),
      },
    },
  },
};

/** In points. */
const LINE_HEIGHT = 15;
/** Words go on below as a whole: a line is seldom full. */
const FILLED = 0.8;

/**
 * A row of text, also of what looks like a formula; what is longer than its column goes on below, on paper too.
 * @param widths of the columns, in characters
 */
export function textRow(values: readonly string[], widths: readonly number[]) {
  const lines = Math.max(1, ...values.map((value, at) => linesIn(value, widths[at] ?? Infinity)));
  return values.map((value) => ({
    value,
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
    // LibreOffice makes no row higher by itself.
    ...(lines > 1 && { height: lines * LINE_HEIGHT }),
  }));
}

/** A Chinese character is as wide as two others. */
const widthOf = (text: string) => text.length + (text.match(/[\u0100-\u{10ffff}]/gu) ?? []).length;

function linesIn(text: string, width: number): number {
  return text
    .split('\n')
    .map((part) => (widthOf(part) <= width ? 1 : Math.ceil(widthOf(part) / (width * FILLED))))
    .reduce((sum, lines) => sum + lines, 0);
}

/** Of every sheet that somebody may print: a row is on one page, whole. */
export const PRINTED = { features: [acrossOnePage] };
