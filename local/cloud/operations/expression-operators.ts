import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';

/** Counts bytes of UTF-8; a negative length means the rest. */
function $substrBytes(document: unknown, expression: unknown, options: Options): string {
  const [text, start, length] = evalExpr(document, expression, options) as [
    unknown,
    number,
    number,
  ];
  const bytes = Buffer.from(typeof text === 'string' ? text : text == null ? '' : printed(text));
  return bytes.subarray(start, length < 0 ? undefined : start + length).toString();
}

/** Counts code points; -1 when the text is not found, null when there is none to search. */
function $indexOfCP(document: unknown, expression: unknown, options: Options): number | null {
  const [text, part, start = 0, end] = evalExpr(document, expression, options) as [
    string | null | undefined,
    string,
    number?,
    number?,
  ];
  if (text == null) return null;
  const points = Array.from(text).slice(0, end);
  const wanted = Array.from(part);
  for (let at = start; at + wanted.length <= points.length; at += 1) {
    if (wanted.every((point, index) => points[at + index] === point)) return at;
  }
  return -1;
}

function printed(value: unknown): string {
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}

/** Expression operators where mingo and MongoDB differ, or that mingo does not have. */
export const TEXT_OPERATORS = { $substr: $substrBytes, $substrBytes, $indexOfCP };
