import { smallPicture } from '../../../miniprogram/state/small-picture';

interface Compressed {
  readonly src: string;
  readonly quality: number;
  readonly compressedWidth: number;
}

/** A phone on which a picture of these dots has so many bytes for each, by quality in percent. */
function aPhone(height: number, width: number, bytesADot: (quality: number) => number) {
  const made = new Map<string, number>();
  const wx = {
    compressImage: async ({ src, quality, compressedWidth }: Compressed) => {
      const dots = compressedWidth * (compressedWidth / width) * height;
      const tempFilePath = `${src}-${quality}-${compressedWidth}`;
      made.set(tempFilePath, Math.round(dots * bytesADot(quality)));
      return { tempFilePath };
    },
    getFileSystemManager: () => ({
      getFileInfo: ({ filePath, success }: FileInfo) =>
        success({ size: made.get(filePath) ?? Infinity }),
    }),
  };
  Object.assign(globalThis, { wx });
  return made;
}

interface FileInfo {
  readonly filePath: string;
  readonly success: (info: { readonly size: number }) => void;
}

const WHOLE = { px: 1080, bytes: 200 * 1024 };
const SMALL = { px: 320, bytes: 20 * 1024 };

test.each<[what: string, bytesADot: (quality: number) => number]>([
  ['a photograph', (quality) => 0.005 * quality],
  ['a photograph full of detail', (quality) => 0.015 * quality],
  ['a screenshot, which quality does not lessen', () => 1.4],
])('%s is at most 200 KB whole and 20 KB small', async (_what, bytesADot) => {
  const made = aPhone(4000, 3000, bytesADot);
  const file = { tempFilePath: 'chosen', width: 3000, height: 4000 };
  for (const limits of [WHOLE, SMALL]) {
    expect(made.get(await smallPicture(file, limits))).toBeLessThanOrEqual(limits.bytes);
  }
});

test('what is small enough at once loses neither dots nor quality further', async () => {
  aPhone(600, 800, () => 0.1);
  const file = { tempFilePath: 'chosen', width: 800, height: 600 };
  expect(await smallPicture(file, WHOLE)).toBe('chosen-80-800');
});
