import type { OfferedContent } from '../../../../contract/content/library-shapes';
import { fileTypeOf } from '../../../../domain/content/library/library-rules';
import { dayOfInstant } from '../../../../domain/time/local-day';
import { nowMs } from '../../../state/clock';
import { knownMe } from '../../../state/me';
import type { ChosenFile, OfferForm } from './offer-form';

/** Puts the file into storage, at the same place however often it is tried; undefined when it did not go. */
export async function contentInStorage(
  { content, url }: Pick<OfferForm, 'content' | 'url'>,
  file: ChosenFile | undefined,
  versionId: string,
): Promise<OfferedContent | undefined> {
  if (content === 'link') return { kind: 'link', url: url.trim() };
  if (file === undefined) return undefined;
  const { fileName, path } = file;
  const month = dayOfInstant(nowMs()).slice(0, 7).replace('-', '');
  const owner = knownMe()?.memberId ?? '';
  const cloudPath = `library/${month}/${owner}/${versionId}.${fileTypeOf(fileName) ?? ''}`;
  try {
    const { fileID } = await wx.cloud.uploadFile({ cloudPath, filePath: path });
    return { kind: 'file', fileId: fileID, fileName };
  } catch {
    return undefined;
  }
}
