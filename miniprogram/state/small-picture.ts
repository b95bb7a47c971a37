/** Of the longer side, in px, and of the file, in bytes. */
interface Limits {
  readonly px: number;
  readonly bytes: number;
}

/** What is tried until it is small enough: a share of the width that it may have, and a quality. */
const TRIES = [
  ...[80, 60, 40, 20].map((quality) => ({ share: 1, quality })),
  // Of what no quality makes smaller, as a picture of a screen, less is kept.
  ...[0.7, 0.5, 0.35, 0.25].map((share) => ({ share, quality: 60 })),
];

type Chosen = Pick<WechatMiniprogram.MediaFile, 'tempFilePath' | 'width' | 'height'>;

/**
 * A picture made small enough, where WeChat may clean it up at any time: see keepAs. Rejects where it
 * cannot be made so small.
 */
export async function smallPicture(
  { tempFilePath: src, width, height }: Chosen,
  { px, bytes }: Limits,
): Promise<string> {
  const most = width * Math.min(1, px / Math.max(1, width, height));
  for (const { share, quality } of TRIES) {
    const compressedWidth = Math.max(1, Math.round(most * share));
    const { tempFilePath } = await wx.compressImage({ src, quality, compressedWidth });
    if ((await sizeOf(tempFilePath)) <= bytes) return tempFilePath;
  }
  throw new Error(`no try makes it ${bytes} bytes`);
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
