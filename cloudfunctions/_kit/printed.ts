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

/** A cell of text, also what looks like a formula; what is longer than its column goes on below, on paper too. */
export const textCell = (value: string) => ({
  value,
  type: String,
  wrap: true,
  alignVertical: 'top' as const,
});

/** Of every sheet that somebody may print: a row is on one page, whole. */
export const PRINTED = { features: [acrossOnePage] };
