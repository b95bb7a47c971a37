import type { NotePicture } from '../../../contract/note/note-shapes';
import { askPictureCheck } from '../../_kit/content-checks';
import { temporaryUrls } from '../../_kit/files';
import type { StoredPicture } from '../../_store/note/note-document';

/** How long WeChat may take to fetch a picture that it was asked about. */
const CHECK_SECONDS = 2 * 60 * 60;

type Picked =
  | { readonly kind: 'picked'; readonly pictures: readonly StoredPicture[] }
  /** `at`: from 0. */
  | { readonly kind: 'not-own' | 'missing' | 'refused'; readonly at: number };

/**
 * Whether these pictures can be part of a note of this member: in their own folder, in storage, and
 * none that was refused before. New ones are given to WeChat's check.
 */
export async function pickedPictures(
  given: readonly NotePicture[],
  known: readonly StoredPicture[],
  { memberId, openId }: { readonly memberId: string; readonly openId: string },
): Promise<Picked> {
  const stranger = given.findIndex(
    (picture, at) =>
      !isOwnFile(picture, memberId) ||
      given.findIndex(({ pictureId }) => pictureId === picture.pictureId) !== at,
  );
  if (stranger !== -1) return { kind: 'not-own', at: stranger };
  const kept = given.map(({ pictureId, fileId }) =>
    known.find((each) => each.pictureId === pictureId && each.fileId === fileId),
  );
  const refused = kept.findIndex((picture) => picture?.check === 'refused');
  if (refused !== -1) return { kind: 'refused', at: refused };
  const fresh = given.filter((_, at) => kept[at] === undefined);
  const urls = await temporaryUrls(
    fresh.map(({ fileId }) => fileId),
    CHECK_SECONDS,
  );
  const missing = given.findIndex(({ fileId }, at) => kept[at] === undefined && !urls.has(fileId));
  if (missing !== -1) return { kind: 'missing', at: missing };
  const pictures = await Promise.all(
    given.map(
      async (picture, at) =>
        kept[at] ?? (await withCheck(picture, urls.get(picture.fileId), openId)),
    ),
  );
  return { kind: 'picked', pictures };
}

async function withCheck(
  picture: NotePicture,
  url: string | undefined,
  openId: string,
): Promise<StoredPicture> {
  const traceId = url === undefined ? undefined : await askPictureCheck(openId, url);
  // What WeChat cannot be asked about, an officer looks at.
  if (traceId === undefined) return { ...picture, check: 'to-look-at' };
  return { ...picture, check: 'pending', traceId };
}

/** `cloud://<environment>/notes/<yyyymm>/<owner>/<picture>.jpg`: nobody names a file of somebody else. */
function isOwnFile({ pictureId, fileId }: NotePicture, memberId: string): boolean {
  const [, owner, picture] =
    /^cloud:\/\/[\w.-]+\/notes\/20\d{4}\/([A-Za-z0-9-]+)\/([A-Za-z0-9-]+)\.jpg$/u.exec(fileId) ??
    [];
  return owner === memberId && picture === pictureId;
}
