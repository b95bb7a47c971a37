import { newRequestId } from '../../api/request-id';
import type { DraftPicture } from './note-draft';

/** Of the longer side, in px, and of the file. */
const MOST_PX = 1080;
const MOST_BYTES = 300 * 1024;
/** The first that is small enough is taken; the last in any case. */
const QUALITIES = [80, 60, 40, 20] as const;

/**
 * Lets the person choose up to `most` pictures, makes them small, and copies them out of what WeChat
 * may clean up at any time. Rejects as WeChat does when the person closes it.
 */
export async function pickPictures(most: number): Promise<readonly DraftPicture[]> {
  const { tempFiles } = await wx.chooseMedia({ count: most, mediaType: ['image'] });
  const picked: DraftPicture[] = [];
  // One after the other: nine large pictures at once are more memory than an old phone has.
  for (const { tempFilePath, width, height } of tempFiles) {
    const small = await compressed(tempFilePath, Math.max(width, height), width);
    const pictureId = newRequestId();
    picked.push({ pictureId, path: await kept(small, pictureId), fileId: '' });
  }
  return picked;
}

async function compressed(src: string, longer: number, width: number): Promise<string> {
  const share = Math.min(1, MOST_PX / Math.max(1, longer));
  const compressedWidth = Math.max(1, Math.round(width * share));
  let smallest = src;
  for (const quality of QUALITIES) {
    ({ tempFilePath: smallest } = await wx.compressImage({ src, quality, compressedWidth }));
    if ((await sizeOf(smallest)) <= MOST_BYTES) break;
  }
  return smallest;
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

function kept(srcPath: string, pictureId: string): Promise<string> {
  const destPath = `${wx.env.USER_DATA_PATH}/note-${pictureId}.jpg`;
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().copyFile({
      srcPath,
      destPath,
      success: () => resolve(destPath),
      fail: reject,
    });
  });
}
