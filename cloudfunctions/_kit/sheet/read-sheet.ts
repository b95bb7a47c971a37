import { types } from 'node:util';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { readSheet as readFirstSheet } from 'read-excel-file/node';
import { cleanWords } from '../../../domain/words/clean-words';
import { placeOf } from './cell-place';
import type { Sheet } from './sheet';

/** Unpacked, of all parts together: a roster of 5,000 lines is 3 MB. */
const MOST_BYTES = 24_000_000;
const MOST_PARTS = 300;
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

type Parts = Record<string, Uint8Array>;

/**
 * The first sheet of a file that may be anything. What the file says of its own size is looked at before
 * anything is unpacked, and no more is unpacked than it says; so it costs no more than MOST_BYTES.
 */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  if (startsWith(bytes, COMPOUND)) return { kind: 'refused', code: 'old-or-locked' };
  if (!startsWith(bytes, ZIP)) return { kind: 'refused', code: 'not-xlsx' };
  try {
    const parts = unpacked(bytes);
    if (parts === 'too-large') return { kind: 'refused', code: 'too-large-inside' };
    const first = firstSheetOf(parts);
    if (first === null) return { kind: 'refused', code: 'not-xlsx' };
    const marks = marksOf(first.xml);
    if (marks === 'too-large') return { kind: 'refused', code: 'too-large-inside' };
    // Packed anew from what was unpacked within bounds: another reader sees no more than this one.
    const rows = await readFirstSheet(Buffer.from(zipSync(parts, { level: 0 })), {
      parseNumber: (text) => text,
    });
    return {
      kind: 'sheet',
      sheetName: first.name,
      rows: rows.map((row) => row.map(textOf)),
      ...marks,
    };
  } catch {
    return { kind: 'refused', code: 'damaged' };
  }
}

function unpacked(bytes: Uint8Array): Parts | 'too-large' {
  let total = 0;
  let count = 0;
  const isSmall = ({ originalSize }: { readonly originalSize: number }): boolean => {
    total += originalSize;
    count += 1;
    return total <= MOST_BYTES && count <= MOST_PARTS;
  };
  const parts = unzipSync(bytes, {
    filter: (file) => isSmall(file) && /\.(xml|rels)$/u.test(file.name),
  });
  return total > MOST_BYTES || count > MOST_PARTS ? 'too-large' : parts;
}

interface FirstSheet {
  readonly name: string;
  readonly xml: string;
}

/** By the order of the workbook; null: the package is no workbook. */
function firstSheetOf(parts: Parts): FirstSheet | null {
  const workbook = parts['xl/workbook.xml'];
  const relations = parts['xl/_rels/workbook.xml.rels'];
  if (workbook === undefined || relations === undefined) return null;
  const tag = /<(?:\w+:)?sheet\s[^>]*>/u.exec(strFromU8(workbook))?.[0] ?? '';
  const id = /\br:id="([^"]*)"/u.exec(tag)?.[1];
  const relation = [...strFromU8(relations).matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)]
    .map(([whole]) => whole)
    .find((whole) => /\bId="([^"]*)"/u.exec(whole)?.[1] === id);
  const target = /\bTarget="([^"]*)"/u.exec(relation ?? '')?.[1] ?? '';
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  const sheet = parts[path];
  if (sheet === undefined) return null;
  return { name: unescaped(/\bname="([^"]*)"/u.exec(tag)?.[1] ?? ''), xml: strFromU8(sheet) };
}

/** What another reader does not tell: which cells are calculated or merged; and that rows and columns are few. */
function marksOf(
  xml: string,
): { readonly formulas: string[]; readonly merged: string[] } | 'too-large' {
  const rows = [...xml.matchAll(/<(?:\w+:)?row\b(?:[^>]*?\br="(\d{1,9})")?/gu)];
  if (rows.length > MOST_ROWS || rows.some(([, row]) => Number(row ?? 0) > MOST_ROWS))
    return 'too-large';
  const formulas: string[] = [];
  for (const [, cell = '', inside = ''] of xml.matchAll(
    /<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,7}\d{1,9})"[^>]*?(?:\/>|>(<(?:\w+:)?[a-z]+)?)/gu,
  )) {
    if (placeOf(cell).column >= MOST_COLUMNS) return 'too-large';
    if (/^<(?:\w+:)?f$/u.test(inside)) formulas.push(cell);
  }
  const merged = [...xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z0-9:]+)"/gu)].map(
    ([, ref = '']) => ref,
  );
  return { formulas, merged };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return cleanWords(value.replace(/\s+/gu, ' '));
  // With strokes: a day is no staff number, and without its dashes it would look like one.
  if (types.isDate(value)) return value.toISOString().slice(0, 10).replaceAll('-', '/');
  return typeof value === 'boolean' ? String(value) : '';
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const startsWith = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((byte, at) => bytes[at] === byte);
