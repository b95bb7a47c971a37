import { platform } from './platform';

/** Puts a file into private storage, over one of the same path; its id. */
export async function storeFile(cloudPath: string, content: Buffer): Promise<string> {
  const { fileID } = (await platform().uploadFile({ cloudPath, fileContent: content })) as {
    fileID: string;
  };
  return fileID;
}

/** An address from which whoever has it can fetch the file for so many seconds; null when it is gone. */
export async function addressOf(fileId: string, seconds: number): Promise<string | null> {
  const { fileList } = await platform().getTempFileURL({
    fileList: [{ fileID: fileId, maxAge: seconds }],
  });
  const [found] = fileList as readonly { readonly tempFileURL?: string }[];
  return found?.tempFileURL === undefined || found.tempFileURL === '' ? null : found.tempFileURL;
}

export type ReadFile =
  | { readonly kind: 'read'; readonly content: Buffer }
  | { readonly kind: 'gone' }
  | { readonly kind: 'too-large' };

/** How long reading one file may take. */
const READ_SECONDS = 60;

/** What is in a file of at most so many bytes; of a larger one no more is fetched than it takes to know. */
export async function readFile(fileId: string, mostBytes: number): Promise<ReadFile> {
  const url = await addressOf(fileId, READ_SECONDS);
  return url === null ? { kind: 'gone' } : readAddress(url, mostBytes);
}

/** As readFile, by an address of it. */
export async function readAddress(url: string, mostBytes: number): Promise<ReadFile> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(READ_SECONDS * 1000) });
  if (answer.status === 404) return { kind: 'gone' };
  if (!answer.ok || answer.body === null) throw new Error(`storage answered ${answer.status}`);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop ends the transfer.
  for await (const part of answer.body as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > mostBytes) return { kind: 'too-large' };
    parts.push(part);
  }
  return { kind: 'read', content: Buffer.concat(parts) };
}

/** At most 50 at once; files that are gone already are no fault. */
export async function deleteFiles(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0) await platform().deleteFile({ fileList: [...fileIds] });
}

/** The most that the platform gives in one answer; more is several requests. */
const MOST_AT_ONCE = 50;

/**
 * Addresses of private files, each good for `seconds`; files that are not there are missing. One
 * request, none for none.
 */
export async function temporaryUrls(
  fileIds: readonly string[],
  seconds: number,
): Promise<ReadonlyMap<string, string>> {
  if (fileIds.length > MOST_AT_ONCE) throw new Error(`${fileIds.length} files at once`);
  if (fileIds.length === 0) return new Map();
  const asked = fileIds.map((fileID) => ({ fileID, maxAge: seconds }));
  const { fileList } = await platform().getTempFileURL({ fileList: asked });
  return new Map(
    fileList.flatMap(({ code, fileID, tempFileURL }) =>
      code === 'SUCCESS' ? [[fileID, tempFileURL] as const] : [],
    ),
  );
}
