import { askPictureCheck } from '../../_kit/content-checks';
import { temporaryUrls } from '../../_kit/files';
import { givenIdOf, type StoredPicture } from './checked-pictures';
import { copyPictures, smallOf, type Place } from './copy-pictures';

/** How long WeChat may take to fetch a picture that it was asked about. */
const CHECK_SECONDS = 2 * 60 * 60;

/** As a phone names a picture that it has put into storage. */
interface GivenPicture {
  readonly pictureId: string;
  readonly fileId: string;
}

/** Whose pictures they have to be: `<folder>/<yyyymm>/<memberId>/<picture>.jpg`. */
interface Owner extends Place {
  readonly memberId: string;
  readonly openId: string;
}

type Picked =
  | { readonly kind: 'picked'; readonly pictures: readonly StoredPicture[] }
  /** `at`: from 0. */
  | { readonly kind: 'not-own' | 'missing' | 'refused' | 'too-large'; readonly at: number };

/**
 * Whether these pictures can be part of what this member writes: in their own folder, in storage, and
 * none that was refused before. Of new ones a copy is made where no phone writes; that is given to
 * WeChat's check and shown. docs/rules.md#R-286
 */
export async function pickedPictures(
  given: readonly GivenPicture[],
  known: readonly StoredPicture[],
  owner: Owner,
): Promise<Picked> {
  const kept = given.map(({ pictureId, fileId }) =>
    known.find((each) => each.pictureId === pictureId && givenIdOf(each) === fileId),
  );
  // What is part of it already may be of somebody who wrote it before.
  const stranger = given.findIndex(
    (picture, at) =>
      (kept[at] === undefined && !isOwnFile(picture, owner)) ||
      given.findIndex(({ pictureId }) => pictureId === picture.pictureId) !== at,
  );
  if (stranger !== -1) return { kind: 'not-own', at: stranger };
  const refused = kept.findIndex((picture) => picture?.check === 'refused');
  if (refused !== -1) return { kind: 'refused', at: refused };
  const fresh = given.filter((_, at) => kept[at] === undefined);
  const copied = await copyPictures(
    fresh.map(({ fileId }) => fileId),
    owner,
  );
  if (copied.kind !== 'copied') {
    const at = given.findIndex(({ fileId }) => [fileId, smallOf(fileId)].includes(copied.fileId));
    return { kind: copied.kind, at };
  }
  const urls = await temporaryUrls(
    fresh.flatMap((picture) => copied.fileIds.get(picture.fileId) ?? []),
    CHECK_SECONDS,
  );
  const pictures = given.map(async (picture, at) => {
    const copyId = copied.fileIds.get(picture.fileId);
    if (copyId === undefined) return kept[at] ?? [];
    const copy = { pictureId: picture.pictureId, fileId: copyId, givenId: picture.fileId };
    return withCheck(copy, urls.get(copyId), owner.openId);
  });
  return { kind: 'picked', pictures: (await Promise.all(pictures)).flat() };
}

async function withCheck(
  copy: Pick<StoredPicture, 'pictureId' | 'fileId' | 'givenId'>,
  url: string | undefined,
  openId: string,
): Promise<StoredPicture> {
  const traceId = url === undefined ? undefined : await askPictureCheck(openId, url);
  // What WeChat cannot be asked about, an officer looks at.
  if (traceId === undefined) return { ...copy, check: 'to-look-at' };
  return { ...copy, check: 'pending', traceId };
}

/** Nobody names a file of somebody else. */
function isOwnFile({ pictureId, fileId }: GivenPicture, { folder, memberId }: Owner): boolean {
  const [, ofFolder, owner, picture] =
    /^cloud:\/\/[\w.-]+\/([a-z-]+)\/20\d{4}\/([A-Za-z0-9-]+)\/([A-Za-z0-9-]+)\.jpg$/u.exec(
      fileId,
    ) ?? [];
  return ofFolder === folder && owner === memberId && picture === pictureId;
}
