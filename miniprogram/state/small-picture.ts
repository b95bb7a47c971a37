/** Of the longer side, in px, and of the file, in bytes. */
interface Limits {
  readonly px: number;
  readonly bytes: number;
}

/**
 * The first that is small enough is taken; the last in any case. Where quality lessens nothing, as of a
 * screenshot on some phones, fewer dots do.
 */
const TRIES = [
  { quality: 80, scale: 1 },
  { quality: 60, scale: 1 },
  { quality: 40, scale: 1 },
  { quality: 20, scale: 1 },
  { quality: 20, scale: 0.7 },
  { quality: 20, scale: 0.5 },
  { quality: 20, scale: 0.3 },
] as const;

type Chosen = Pick<WechatMiniprogram.MediaFile, 'tempFilePath' | 'width' | 'height'>;

/** A picture made small enough, where WeChat may clean it up at any time: see keepAs. */
export async function smallPicture(
  { tempFilePath: src, width, height }: Chosen,
  { px, bytes }: Limits,
): Promise<string> {
  const share = Math.min(1, px / Math.max(1, width, height));
  let smallest = src;
  for (const { quality, scale } of TRIES) {
    const compressedWidth = Math.max(1, Math.round(width * share * scale));
    ({ tempFilePath: smallest } = await wx.compressImage({ src, quality, compressedWidth }));
    if ((await sizeOf(smallest)) <= bytes) break;
  }
  return smallest;
}

/** A copy that stays on this phone, under this name. */
export function keepAs(name: string, srcPath: string): Promise<string> {
  const destPath = `${wx.env.USER_DATA_PATH}/${name}`;
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().copyFile({
      srcPath,
      destPath,
      success: () => resolve(destPath),
      fail: reject,
    });
  });
}

function sizeOf(filePath: string): Promise<number> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size),
      fail: reject,
    });
  });
}
