import jsQR from 'jsqr';
import { topPage } from './page-stack';

/** Pictures are read at this width at most: enough for every code a phone can show. */
const MAX_WIDTH_PX = 800;

/** Reads the first QR code on the visible page from its pixels, as a camera would. */
export async function readShownCode(): Promise<string | undefined> {
  const page = topPage()?.element;
  if (page === undefined) return undefined;
  for (const picture of page.querySelectorAll<HTMLCanvasElement | HTMLImageElement>(
    'canvas, img',
  )) {
    if (!isOnScreen(picture)) continue;
    const code = read(picture);
    if (code !== undefined) return code;
  }
  return undefined;
}

function isOnScreen(picture: HTMLElement): boolean {
  const box = picture.getBoundingClientRect();
  const isShown = picture.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return isShown && box.width > 40 && box.bottom > 0 && box.top < innerHeight;
}

function read(picture: HTMLCanvasElement | HTMLImageElement): string | undefined {
  const isCanvas = picture instanceof HTMLCanvasElement;
  const width = isCanvas ? picture.width : picture.naturalWidth;
  const height = isCanvas ? picture.height : picture.naturalHeight;
  if (width === 0 || height === 0) return undefined;
  const scale = Math.min(1, MAX_WIDTH_PX / width);
  const copy = document.createElement('canvas');
  copy.width = Math.round(width * scale);
  copy.height = Math.round(height * scale);
  const context = copy.getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  // Codes are drawn on white; a transparent canvas shows what is behind it.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(picture, 0, 0, copy.width, copy.height);
  const { data } = context.getImageData(0, 0, copy.width, copy.height);
  return jsQR(data, copy.width, copy.height)?.data;
}
