import * as v from 'valibot';
import { nowMs } from '../../state/clock';
import { store } from '../../state/storage';

const KEY = 'library:files';
/** Of WeChat's 200 MB for all files of the app; the oldest go first. docs/rules.md#R-248 */
const MOST_BYTES = 60 * 1024 * 1024;
const MOST_FILES = 20;

const KeptFile = v.object({
  versionId: v.string(),
  documentId: v.string(),
  path: v.string(),
  type: v.string(),
  bytes: v.number(),
  usedAtMs: v.number(),
});
export type KeptFile = v.InferOutput<typeof KeptFile>;

/** What is kept on this phone, the last used first. */
export function keptFiles(): readonly KeptFile[] {
  const kept = v.safeParse(v.array(KeptFile), wx.getStorageSync(KEY));
  return kept.success ? kept.output : [];
}

export const keptFile = (versionId: string): KeptFile | undefined =>
  keptFiles().find((file) => file.versionId === versionId);

/** Puts a file that has come among those that are kept; what no longer fits goes. Rejects on a full phone. */
export async function keepFile(
  file: Pick<KeptFile, 'versionId' | 'documentId' | 'type' | 'bytes'>,
  tempFilePath: string,
): Promise<string> {
  const path = `${wx.env.USER_DATA_PATH}/library-${file.versionId}.${file.type}`;
  const others = keptFiles().filter(({ versionId }) => versionId !== file.versionId);
  const { kept, dropped } = fitting(others, file.bytes);
  for (const each of dropped) await removed(each.path);
  await saved(tempFilePath, path);
  store(KEY, [{ ...file, path, usedAtMs: nowMs() }, ...kept]);
  return path;
}

/** The oldest beyond what fits beside so many bytes more. */
function fitting(files: readonly KeptFile[], moreBytes: number) {
  const byUse = [...files].sort((a, b) => b.usedAtMs - a.usedAtMs);
  let bytes = moreBytes;
  const isKept = byUse.map((file, at) => {
    bytes += file.bytes;
    return at + 1 < MOST_FILES && bytes <= MOST_BYTES;
  });
  return {
    kept: byUse.filter((_, at) => isKept[at] === true),
    dropped: byUse.filter((_, at) => isKept[at] !== true),
  };
}

export function touchFile(versionId: string): void {
  const files = keptFiles().map((file) =>
    file.versionId === versionId ? { ...file, usedAtMs: nowMs() } : file,
  );
  store(KEY, files);
}

/** Of a document all files but those of these versions: what was replaced or taken down goes from the phone. */
export async function dropOthers(documentId: string, versionIds: readonly string[]): Promise<void> {
  const isDropped = (file: KeptFile) =>
    file.documentId === documentId && !versionIds.includes(file.versionId);
  const files = keptFiles();
  if (!files.some(isDropped)) return;
  for (const file of files.filter(isDropped)) await removed(file.path);
  store(
    KEY,
    files.filter((file) => !isDropped(file)),
  );
}

function saved(tempFilePath: string, filePath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().saveFile({
      tempFilePath,
      filePath,
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

/** One that is gone already is no fault. */
function removed(filePath: string): Promise<void> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().unlink({ filePath, complete: () => resolve() });
  });
}
