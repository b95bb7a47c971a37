import { type CloudTime, setCloudTime } from '../clock';
import { settings } from '../settings';
import { WxFailure, wxCall } from './call';
import { blobOfFile, newTempFile } from './file-store';
import { respond, viaNetwork } from './phone-network';

/** Longer than any function may run. */
const CALL_TIMEOUT_MS = 60_000;
const MAX_LINKS = 50;

interface CallAnswer extends CloudTime {
  result?: unknown;
  /** Set when the call did not reach a function or the function threw. */
  error?: { errCode: number; message: string };
}

interface Link {
  fileID: string;
  link: string | null;
}

const headers = (): Record<string, string> => ({
  'content-type': 'application/json',
  'x-phone': encodeURIComponent(settings.phone),
});

export const cloud = {
  init: (): void => undefined,
  callFunction: wxCall(
    'cloud.callFunction',
    async ({ name, data }: { name: string; data?: object }) => {
      const answer = await viaNetwork<CallAnswer>(() =>
        fetch(`/preview/call/${encodeURIComponent(name)}`, {
          method: 'POST',
          headers: headers(),
          body: JSON.stringify(data ?? {}),
          signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
        }),
      );
      setCloudTime(answer);
      if (answer.error !== undefined) {
        const { errCode, message } = answer.error;
        throw new WxFailure(`Error: errCode: ${errCode} | errMsg: ${message}`, { errCode });
      }
      return { result: answer.result, requestID: crypto.randomUUID() };
    },
  ),
  uploadFile: wxCall(
    'cloud.uploadFile',
    async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => {
      const body = blobOfFile(filePath);
      const { fileID } = await viaNetwork<{ fileID: string }>(() =>
        fetch(`/preview/files?cloudPath=${encodeURIComponent(cloudPath)}`, {
          method: 'POST',
          headers: headers(),
          body,
        }),
      );
      return { fileID, statusCode: 200 };
    },
  ),
  downloadFile: wxCall('cloud.downloadFile', async ({ fileID }: { fileID: string }) => {
    const [found] = await linksOf([fileID]);
    const link = found?.link;
    if (link === undefined || link === null) {
      throw new WxFailure('errCode: -503001 | file does not exist', { errCode: -503001 });
    }
    const response = await respond(() => fetch(link));
    const suffix = /\.[a-z0-9]+$/i.exec(fileID)?.[0] ?? '';
    return { tempFilePath: newTempFile(await response.blob(), suffix), statusCode: 200 };
  }),
  getTempFileURL: wxCall(
    'cloud.getTempFileURL',
    async ({ fileList }: { fileList: (string | { fileID: string })[] }) => {
      if (fileList.length > MAX_LINKS) throw new Error('fileList has more than 50 items');
      const ids = fileList.map((item) => (typeof item === 'string' ? item : item.fileID));
      const links = await linksOf(ids);
      return {
        fileList: links.map(({ fileID, link }) => ({
          fileID,
          tempFileURL: link ?? '',
          maxAge: 600,
          status: link === null ? 1 : 0,
          errMsg: link === null ? 'STORAGE_FILE_NONEXIST' : 'ok',
        })),
      };
    },
  ),
};

/** `wx.downloadFile`, of addresses that a function has made. */
export const download = {
  downloadFile: wxCall('downloadFile', async ({ url }: { url: string }) => {
    const response = await respond(() => fetch(throughPage(url)));
    const suffix = /\.[a-z0-9]+$/i.exec(new URL(url).pathname)?.[0] ?? '';
    return { tempFilePath: newTempFile(await response.blob(), suffix), statusCode: 200 };
  }),
};

/** The gateway's files are served under the address of this page too. */
function throughPage(link: string): string {
  const { pathname, search } = new URL(link);
  return `${location.origin}${pathname}${search}`;
}

/** Links of the local cloud, through this page's own address. */
async function linksOf(fileList: readonly string[]): Promise<Link[]> {
  const { links } = await viaNetwork<{ links: Link[] }>(() =>
    fetch('/preview/links', {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify({ fileList }),
    }),
  );
  return links.map(({ fileID, link }) => {
    return { fileID, link: link === null ? null : throughPage(link) };
  });
}
