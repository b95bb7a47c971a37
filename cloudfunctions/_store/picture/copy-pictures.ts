import { MOST_PICTURE_BYTES, MOST_SMALL_BYTES } from '../../../contract/picture-limits';
import { readAddress, storeFile, temporaryUrls } from '../../_kit/files';

/** How long reading what phones have put into storage may take. */
const READ_SECONDS = 60;

export interface Place {
  readonly folder: 'notes' | 'items' | 'suggestions';
  /** Whether a small one lies beside each. */
  readonly hasSmall: boolean;
  newId(): string;
}

type Copied =
  /** File ids of the copies, by those of what was copied. */
  | { readonly kind: 'copied'; readonly fileIds: ReadonlyMap<string, string> }
  | { readonly kind: 'missing' | 'too-large'; readonly fileId: string };

/** A picture that is sent to readers whole has a small one of it beside it, for lists. */
export const smallOf = (fileId: string): string => fileId.replace(/\.jpg$/u, '-small.jpg');

/** Whether a file was put there by copyPictures: its path names nobody. */
export const isCopy = (fileId: string): boolean => /^cloud:\/\/[^/]+\/[a-z]+-kept\//u.test(fileId);

/**
 * Copies what a phone has put into storage to where no phone writes, all or none: what is checked is
 * what is read later. Nobody knows the path of a copy before it is there, and then it is the
 * function's. docs/rules.md#R-286
 */
export async function copyPictures(fileIds: readonly string[], place: Place): Promise<Copied> {
  const wanted = fileIds.flatMap((from) => {
    const copyPath = `${place.folder}-kept/${place.newId()}.jpg`;
    const whole = { from, to: copyPath, isNeeded: true, most: MOST_PICTURE_BYTES[place.folder] };
    const small = {
      from: smallOf(from),
      to: smallOf(copyPath),
      isNeeded: false,
      most: MOST_SMALL_BYTES,
    };
    return place.hasSmall ? [whole, small] : [whole];
  });
  const urls = await temporaryUrls(
    wanted.map(({ from }) => from),
    READ_SECONDS,
  );
  const files = await Promise.all(
    wanted.map(async (file) => {
      const url = urls.get(file.from);
      const read = url === undefined ? undefined : await readAddress(url, file.most);
      return { ...file, read: read ?? ({ kind: 'gone' } as const) };
    }),
  );
  for (const { from, read, isNeeded } of files) {
    if (read.kind === 'too-large') return { kind: 'too-large', fileId: from };
    if (read.kind === 'gone' && isNeeded) return { kind: 'missing', fileId: from };
  }
  const stored = files.map(async ({ from, to, read }): Promise<[string, string]> => [
    from,
    read.kind === 'read' ? await storeFile(to, read.content) : '',
  ]);
  return { kind: 'copied', fileIds: new Map(await Promise.all(stored)) };
}
