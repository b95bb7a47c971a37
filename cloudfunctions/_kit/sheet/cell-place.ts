/** 'B5' is in column 1, counted from 0, of line 5. */
export function placeOf(cell: string): { readonly column: number; readonly line: number } {
  const letters = cell.replace(/\d/gu, '');
  const column = Array.from(letters).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return { column: column - 1, line: Number(cell.slice(letters.length)) };
}
