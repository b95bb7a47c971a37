import { documentAddress } from '../../../contract/content/library';
import type { ShownVersion } from '../../../contract/content/library-shapes';
import { call } from '../../api/client';
import { errorText } from '../../text/errors';
import { keepFile, keptFile, touchFile } from './kept-files';
import { addressErrors } from './library-errors.view';
import { NOT_FETCHED_TEXT, NOT_OPENED_TEXT } from './document-words.view';

type DocumentType = NonNullable<WechatMiniprogram.OpenDocumentOption['fileType']>;

/**
 * Opens a file in WeChat's viewer: the one that is kept on this phone, else fetched by an address of
 * a few minutes and kept. '' when it is open, else why not.
 */
export async function openFile(documentId: string, { versionId }: ShownVersion): Promise<string> {
  const kept = keptFile(versionId);
  if (kept !== undefined && (await isOpened(kept.path, kept.type))) {
    touchFile(versionId);
    return '';
  }
  const result = await call(documentAddress, { documentId, versionId });
  if (!result.ok) return errorText(result, addressErrors);
  const { url, type, bytes } = result.output;
  let path: string;
  try {
    const tempFilePath = await downloaded(url);
    // A full phone shows it all the same, and has it once.
    path = await keepFile({ versionId, documentId, type, bytes }, tempFilePath).catch(
      () => tempFilePath,
    );
  } catch {
    return NOT_FETCHED_TEXT;
  }
  return (await isOpened(path, type)) ? '' : NOT_OPENED_TEXT;
}

function isOpened(filePath: string, type: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.openDocument({
      filePath,
      fileType: type as DocumentType,
      success: () => resolve(true),
      fail: () => resolve(false),
    });
  });
}

function downloaded(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) => {
        if (statusCode === 200) resolve(tempFilePath);
        else reject(new Error(`status ${statusCode}`));
      },
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}
