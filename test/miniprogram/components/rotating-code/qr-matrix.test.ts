import jsQR from 'jsqr';
import {
  darkRects,
  QUIET_MODULES,
  qrMatrix,
} from '../../../../miniprogram/components/rotating-code/qr-matrix';

const PAYLOAD = 'QF1.s-mgx3k2ab-4f9d2k1m8q.t-1m8q2k4f.2v9x1c7.0123456789abcdef0123';

/** What the canvas would hold: white, with the rectangles in black. */
function pixelsOf(payload: string, sizePx: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(sizePx * sizePx * 4).fill(255);
  for (const { x, y, width, height } of darkRects(qrMatrix(payload), sizePx)) {
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) {
        pixels.fill(0, (row * sizePx + column) * 4, (row * sizePx + column) * 4 + 3);
      }
    }
  }
  return pixels;
}

describe('the code on the screen', () => {
  it.each([300, 587, 840])('is read back by a camera at %d pixels', (sizePx) => {
    expect(jsQR(pixelsOf(PAYLOAD, sizePx), sizePx, sizePx)?.data).toBe(PAYLOAD);
  });

  it('keeps four modules of white on every side', () => {
    const sizePx = 587;
    const matrix = qrMatrix(PAYLOAD);
    const rects = darkRects(matrix, sizePx);
    const module = rects[0]!.width;
    const nearest = Math.min(
      ...rects.flatMap(({ x, y }) => [x, y, sizePx - x - module, sizePx - y - module]),
    );
    expect(nearest).toBeGreaterThanOrEqual(QUIET_MODULES * module);
  });
});
