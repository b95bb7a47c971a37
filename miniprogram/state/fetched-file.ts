import type { Exported } from '../../contract/branch/exported';
import type { CommonError, TransportError } from '../../contract/action';
import type { Failure, Success } from '../api/client';
import { errorText, type ErrorText } from '../text/errors';
import { FILE_NOT_FETCHED_TEXT } from '../text/file';

/** A file that is on the phone, under the name that people read. */
export interface FetchedFile {
  readonly filePath: string;
  readonly fileName: string;
  /** 'txt': written on the phone itself; WeChat's viewer opens none. */
  readonly type: 'docx' | 'xlsx' | 'txt';
}

type Made<Code extends string> = Success<Exported> | Failure<Code | CommonError | TransportError>;

interface OnPhone {
  /** null when it did not come, for the reason that `problem` tells. */
  readonly file: FetchedFile | null;
  readonly problem: string;
}

/**
 * A file that a function was asked to make, once it is on the phone. Asking under the same id makes
 * no other.
 *
 * @param texts for each code of its own with which the function refuses
 */
export function madeOnPhone(asked: Promise<Made<never>>): Promise<OnPhone>;
export function madeOnPhone<Code extends string>(
  asked: Promise<Made<Code>>,
  texts: Readonly<Record<Code, ErrorText>>,
): Promise<OnPhone>;
export async function madeOnPhone(
  asked: Promise<Made<string>>,
  texts: Readonly<Record<string, ErrorText>> = {},
): Promise<OnPhone> {
  const result = await asked;
  if (!result.ok) return { file: null, problem: errorText(result, texts) };
  const file = await fetchFile(result.output);
  return file === undefined
    ? { file: null, problem: FILE_NOT_FETCHED_TEXT }
    : { file, problem: '' };
}

/**
 * Fetches a file from an address of a few minutes and gives it its name; undefined when it did not
 * come. It is opened or shared by a tap of its own: WeChat takes neither after an answer.
 */
async function fetchFile(made: {
  readonly url: string;
  readonly fileName: string;
}): Promise<FetchedFile | undefined> {
  const filePath = `${wx.env.USER_DATA_PATH}/${made.fileName}`;
  try {
    const { tempFilePath } = await downloaded(made.url);
    await copied(tempFilePath, filePath);
  } catch {
    return undefined;
  }
  return {
    filePath,
    fileName: made.fileName,
    type: made.fileName.endsWith('.xlsx') ? 'xlsx' : 'docx',
  };
}

/** Calls of WeChat that give a task, or nothing, instead of a promise. */
function downloaded(url: string): Promise<{ readonly tempFilePath: string }> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      success: (result) => {
        if (result.statusCode === 200) resolve(result);
        else reject(new Error(`status ${result.statusCode}`));
      },
      fail: ({ errMsg }) => {
        reject(new Error(errMsg));
      },
    });
  });
}

function copied(srcPath: string, destPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().copyFile({
      srcPath,
      destPath,
      success: () => {
        resolve();
      },
      fail: ({ errMsg }) => {
        reject(new Error(errMsg));
      },
    });
  });
}
