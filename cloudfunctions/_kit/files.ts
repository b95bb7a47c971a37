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

/** At most 50 at once; files that are gone already are no fault. */
export async function deleteFiles(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0) await platform().deleteFile({ fileList: [...fileIds] });
}
