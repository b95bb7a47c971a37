import { WxFailure, wxCall } from './call';
import { newTempFile } from './file-store';

interface PictureOptions {
  canvas?: HTMLCanvasElement;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  destWidth?: number;
  destHeight?: number;
  fileType?: 'png' | 'jpg';
  quality?: number;
}

/** As documented; larger canvases fail on phones. */
const MAX_SIDE_PX = 1365;

export const canvasCalls = {
  createOffscreenCanvas: ({ type, width = 300, height = 150 }: OffscreenOptions) => {
    if (type !== '2d')
      throw new Error(`createOffscreenCanvas type "${String(type)}" is not supported`);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    return Object.assign(canvas, { createImage: () => document.createElement('img') });
  },
  canvasToTempFilePath: wxCall('canvasToTempFilePath', async (options: PictureOptions) => {
    const { canvas, x = 0, y = 0, fileType = 'png', quality = 1 } = options;
    if (canvas === undefined) {
      throw new WxFailure('canvas by canvasId is not supported by the preview');
    }
    const { width = canvas.width - x, height = canvas.height - y } = options;
    const { destWidth = width, destHeight = height } = options;
    if (Math.max(destWidth, destHeight) > MAX_SIDE_PX) throw new Error('canvas is too large');
    const copy = document.createElement('canvas');
    copy.width = destWidth;
    copy.height = destHeight;
    copy.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, destWidth, destHeight);
    const mime = fileType === 'jpg' ? 'image/jpeg' : 'image/png';
    const blob = await new Promise<Blob | null>((resolve) => {
      copy.toBlob(resolve, mime, quality);
    });
    if (blob === null) throw new Error('create bitmap failed');
    return { tempFilePath: newTempFile(blob, `.${fileType}`) };
  }),
};

interface OffscreenOptions {
  type?: string;
  width?: number;
  height?: number;
}
