import { darkRects, qrMatrix } from './qr-matrix';

/** What of a canvas node is used: both WeChat's and a browser's have it. */
export interface QrCanvas {
  width: number;
  height: number;
  getContext(kind: '2d'): {
    fillStyle: string;
    fillRect(x: number, y: number, width: number, height: number): void;
  };
}

/** Draws the payload over the whole square canvas: black on white in light and dark alike. */
export function drawQr(canvas: QrCanvas, payload: string, sizePx: number): void {
  const size = Math.round(sizePx);
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, size, size);
  context.fillStyle = '#111111';
  for (const { x, y, width, height } of darkRects(qrMatrix(payload), size)) {
    context.fillRect(x, y, width, height);
  }
}
