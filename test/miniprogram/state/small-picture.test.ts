import { smallPicture } from '../../../miniprogram/state/small-picture';

const KB = 1024;
const chosen = { tempFilePath: 'chosen', width: 1080, height: 2340 };
const limits = { px: 1080, bytes: 200 * KB };

/** A phone whose pictures have so many bytes by width and quality; what was made is named by both. */
function holdPhone(bytesOf: (width: number, quality: number) => number): string[] {
  const tries: string[] = [];
  const sizes = new Map<string, number>();
  const wx = {
    compressImage: async (asked: { quality: number; compressedWidth: number }) => {
      const { quality, compressedWidth: width } = asked;
      const tempFilePath = `${width} ${quality}`;
      tries.push(tempFilePath);
      sizes.set(tempFilePath, bytesOf(width, quality));
      return { tempFilePath };
    },
    getFileSystemManager: () => ({
      getFileInfo: (asked: { filePath: string; success: (info: { size: number }) => void }) =>
        asked.success({ size: sizes.get(asked.filePath) ?? 0 }),
    }),
  };
  Object.assign(globalThis, { wx });
  return tries;
}

test('the best quality that is small enough is taken, by the longer side', async () => {
  const tries = holdPhone((_, quality) => quality * 4 * KB);
  expect(await smallPicture(chosen, limits)).toBe('498 40');
  expect(tries).toHaveLength(3);
});

test('what no quality makes smaller, as a picture of a screen, keeps less of its width', async () => {
  holdPhone((width) => width * KB);
  expect(await smallPicture(chosen, limits)).toBe('174 60');
});

test('what cannot be made so small is not taken', async () => {
  holdPhone(() => 201 * KB);
  await expect(smallPicture(chosen, limits)).rejects.toThrow('204800 bytes');
});
