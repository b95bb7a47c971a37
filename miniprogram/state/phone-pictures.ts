import * as v from 'valibot';
import { newRequestId } from '../api/request-id';
import { keepAs, smallPicture } from './small-picture';

/** A picture of what is written on this phone. */
export const PhonePicture = v.object({
  pictureId: v.string(),
  /** On this phone; '' of one that only the cloud has. */
  path: v.string(),
  /** In storage; '' before it is there. */
  fileId: v.string(),
});
export type PhonePicture = v.InferOutput<typeof PhonePicture>;

const LIMITS = { px: 1080, bytes: 300 * 1024 } as const;

/**
 * Lets the person choose up to `most` pictures, makes them small, and copies them out of what WeChat
 * may clean up at any time. Rejects as WeChat does when the person closes it.
 * @param of what they are of, for the names of the files
 */
export async function pickPictures(
  most: number,
  of: 'note' | 'suggestion',
): Promise<readonly PhonePicture[]> {
  const { tempFiles } = await wx.chooseMedia({ count: most, mediaType: ['image'] });
  const picked: PhonePicture[] = [];
  // One after the other: nine large pictures at once are more memory than an old phone has.
  for (const file of tempFiles) {
    const pictureId = newRequestId();
    const small = await smallPicture(file, LIMITS);
    picked.push({ pictureId, path: await keepAs(`${of}-${pictureId}.jpg`, small), fileId: '' });
  }
  return picked;
}

export function dropPicture(path: string): void {
  if (path === '') return;
  wx.getFileSystemManager().unlink({ filePath: path, fail: () => undefined });
}
