import * as v from 'valibot';
import { MOST_PICTURE_BYTES } from '../../contract/picture-limits';
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

/** Of the longer side. */
const PX = 1080;

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
  const limits = { px: PX, bytes: MOST_PICTURE_BYTES[`${of}s`] };
  // One after the other: nine large pictures at once are more memory than an old phone has.
  for (const file of tempFiles) {
    const pictureId = newRequestId();
    const small = await smallPicture(file, limits);
    picked.push({ pictureId, path: await keepAs(`${of}-${pictureId}.jpg`, small), fileId: '' });
  }
  return picked;
}

export function dropPicture(path: string): void {
  if (path === '') return;
  wx.getFileSystemManager().unlink({ filePath: path, fail: () => undefined });
}
