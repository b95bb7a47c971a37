import qrcode from 'qrcode-generator';

/** Modules of white around the code; readers need four (ISO/IEC 18004, 9.1). */
export const QUIET_MODULES = 4;

/** The dark and light modules of a payload, without the quiet zone. Square; true is dark. */
export function qrMatrix(payload: string): readonly (readonly boolean[])[] {
  const code = qrcode(0, 'M');
  code.addData(payload);
  code.make();
  const count = code.getModuleCount();
  return Array.from({ length: count }, (_row, row) =>
    Array.from({ length: count }, (_column, column) => code.isDark(row, column)),
  );
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Dark rectangles in device pixels for a square of `sizePx`, quiet zone included. A module is a
 * whole number of pixels, because a blurred edge costs the camera more than an unequal margin.
 */
export function darkRects(
  matrix: readonly (readonly boolean[])[],
  sizePx: number,
): readonly Rect[] {
  const module = Math.floor(sizePx / (matrix.length + 2 * QUIET_MODULES));
  const margin = Math.floor((sizePx - module * matrix.length) / 2);
  return matrix.flatMap((row, y) =>
    row.flatMap((isDark, x) =>
      isDark
        ? [{ x: margin + x * module, y: margin + y * module, width: module, height: module }]
        : [],
    ),
  );
}
