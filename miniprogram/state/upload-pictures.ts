import { dayOfInstant } from '../../domain/time/local-day';
import { nowMs } from './clock';
import type { PhonePicture } from './phone-pictures';

/** Pictures on their way at once: a weak network carries no more. */
const AT_ONCE = 2;

/** What holds pictures, asked anew at each step: the person may write, or drop it, meanwhile. */
interface Holder {
  readonly pictures: () => readonly PhonePicture[];
  readonly keep: (pictures: readonly PhonePicture[]) => void;
  readonly cloudPathOf: (picture: PhonePicture) => string;
  /** One more is there, or is not to come. */
  readonly onStep: () => void;
}

/** `gone`: one is not on this phone any more; `network`: what is not there yet comes another time. */
type Uploaded = 'all' | 'gone' | 'network';

/** Puts pictures into storage that are not there, each kept as there once it is. */
export async function uploadPictures(holder: Holder): Promise<Uploaded> {
  const queue = holder.pictures().filter(({ fileId }) => fileId === '');
  const outcomes: Uploaded[] = [];
  const carry = async (): Promise<void> => {
    while (!outcomes.includes('network')) {
      const next = queue.shift();
      if (next === undefined) return;
      outcomes.push(await uploadOne(holder, next));
      holder.onStep();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, carry));
  if (outcomes.includes('network')) return 'network';
  return outcomes.includes('gone') ? 'gone' : 'all';
}

async function uploadOne(holder: Holder, picture: PhonePicture): Promise<Uploaded> {
  const { pictureId, path: filePath } = picture;
  try {
    const cloudPath = holder.cloudPathOf(picture);
    const { fileID } = await wx.cloud.uploadFile({ cloudPath, filePath });
    holder.keep(
      holder
        .pictures()
        .map((each) => (each.pictureId === pictureId ? { ...each, fileId: fileID } : each)),
    );
    return 'all';
  } catch (error) {
    return isGone(error) ? 'gone' : 'network';
  }
}

/** Where a picture lies in storage; the folder is the writer's own. */
export function pathInCloud(folder: string, ownerId: string, name: string): string {
  const month = dayOfInstant(nowMs()).slice(0, 7).replace('-', '');
  return `${folder}/${month}/${ownerId}/${name}.jpg`;
}

/** By WeChat's message: it has no code of its own for it. */
const isGone = (error: unknown): boolean =>
  (JSON.stringify(error) + String(error)).includes('no such file');
