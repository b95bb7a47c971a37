import { MOST_PICTURE_BYTES, MOST_SMALL_BYTES } from '../../../../contract/picture-limits';
import { newRequestId } from '../../../api/request-id';
import { knownMe } from '../../../state/me';
import { keepAs, smallPicture } from '../../../state/small-picture';
import { pathInCloud } from '../../../state/upload-pictures';
import type { FormPicture } from './item-form';

/** As they are sent to readers: a whole one, and a small one for lists. docs/rules.md#R-221 */
const WHOLE = { px: 1080, bytes: MOST_PICTURE_BYTES.items } as const;
const SMALL = { px: 320, bytes: MOST_SMALL_BYTES } as const;

/** Lets the editor choose up to `most`; rejects as WeChat does when they close it. */
export async function pickItemPictures(most: number): Promise<readonly FormPicture[]> {
  const { tempFiles } = await wx.chooseMedia({ count: most, mediaType: ['image'] });
  const picked: FormPicture[] = [];
  // One after the other: several large pictures at once are more memory than an old phone has.
  for (const file of tempFiles) {
    const pictureId = newRequestId();
    const path = await keepAs(`item-${pictureId}.jpg`, await smallPicture(file, WHOLE));
    const smallPath = await keepAs(`item-${pictureId}-small.jpg`, await smallPicture(file, SMALL));
    picked.push({ pictureId, path, smallPath, fileId: '' });
  }
  return picked;
}

/** Puts it into the editor's own folder, the small one first, so that a whole one is never alone. */
export async function uploadPicture(picture: FormPicture): Promise<FormPicture> {
  if (picture.fileId !== '') return picture;
  const ownerId = knownMe()?.memberId ?? '';
  const upload = (name: string, filePath: string) =>
    wx.cloud.uploadFile({ cloudPath: pathInCloud('items', ownerId, name), filePath });
  await upload(`${picture.pictureId}-small`, picture.smallPath);
  const { fileID } = await upload(picture.pictureId, picture.path);
  return { ...picture, fileId: fileID };
}
