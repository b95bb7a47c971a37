import { textOf } from '../attribute-values';
import { reportError } from '../errors';
import { defineBuiltIn, innerElement } from './define';
import { drawAgainWithFonts } from './late-fonts';

/** The node that `fields({ node: true })` gives: a browser canvas with WeChat's additions. */
export function defineCanvas(): void {
  defineBuiltIn('canvas', {
    attributes: { type: '', canvasId: '', disableScroll: false },
    create: ({ host, attributes }) => {
      const canvas = innerElement(host, 'canvas');
      drawAgainWithFonts(canvas);
      Object.assign(canvas, {
        createImage: () => document.createElement('img'),
        createPath2D: (path?: string) => new Path2D(path),
        requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
        cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
      });
      return {
        update: () => {
          const type = textOf(attributes['type']);
          if (host.isConnected && type !== '2d') {
            reportError(new Error(`<canvas type="${type}"> is not supported by the preview`));
          }
        },
      };
    },
  });
}
