import type { ParsedInputOf } from '../../../contract/action';
import type { OFFER_ERRORS, offerDocument } from '../../../contract/content/library';
import { SECRET_SIGNS } from '../../../contract/content/secret-signs.text';
import { canBeValidUntil } from '../../../domain/content/library/library-rules';
import { secretIn } from '../../../domain/content/library/secret-words';
import type { Detail } from '../../../contract/action';
import type { Caller } from '../../_kit/context';
import type { StoredVersion } from '../../_store/content/library-document';
import { addresseesOf } from '../../_store/people/addressees';
import { takeInFile } from './take-in-file';

type Offered = Omit<ParsedInputOf<typeof offerDocument>, 'branchId' | 'documentId'>;

type Made =
  | { readonly kind: 'made'; readonly version: StoredVersion }
  | {
      readonly kind: 'refused';
      readonly code: (typeof OFFER_ERRORS)[number] | 'bad-input';
      readonly detail?: Detail;
    };

interface Place {
  readonly branchId: string;
  readonly edition: number;
  readonly size: StoredVersion['size'];
  readonly changed: string | null;
}

/** A version as it is stored, once everything of it was looked at; its file is kept then. */
export async function newVersion(
  offered: Offered,
  { branchId, edition, size, changed }: Place,
  { memberId, name }: Caller,
  nowMs: number,
): Promise<Made> {
  const refuse = (code: Extract<Made, { kind: 'refused' }>['code'], detail?: Detail): Made => ({
    kind: 'refused',
    code,
    ...(detail && { detail }),
  });
  const sign = secretSign(offered, changed);
  if (sign !== undefined) return refuse('points-to-secret', sign);
  const { versionId, title, number, source, content, validUntilDay, readers } = offered;
  if (!canBeValidUntil(validUntilDay, nowMs)) return refuse('valid-day-unfit');
  if (readers !== null) {
    const { people } = await addresseesOf(branchId, readers, nowMs);
    if (people === undefined) return refuse('bad-audience');
    if (people.length === 0) return refuse('nobody-in-audience');
  }
  const taken =
    content.kind === 'link'
      ? ({ kind: 'taken-in', content } as const)
      : await takeInFile(content, { memberId, branchId, versionId });
  if (taken.kind === 'refused') {
    return taken.code === 'not-own'
      ? refuse('bad-input', { path: 'content.fileId' })
      : refuse(taken.code);
  }
  const version: StoredVersion = {
    versionId,
    edition,
    title,
    number,
    source,
    content: taken.content,
    size,
    changed,
    validUntilDay,
    readers,
    by: { memberId, name },
    atMs: nowMs,
    checkedBy: null,
    checkedAtMs: null,
  };
  return { kind: 'made', version };
}

/** The first sign of a secret in what is said, and where. In its own field a number is no sign. docs/rules.md#R-241 */
function secretSign({ title, number, source, content }: Offered, changed: string | null) {
  const texts = [
    { where: 'title', text: title, withNumbers: true },
    { where: 'number', text: number ?? '', withNumbers: false },
    { where: 'source', text: source, withNumbers: false },
    { where: 'changed', text: changed ?? '', withNumbers: true },
    {
      where: 'file-name',
      text: content.kind === 'file' ? content.fileName : '',
      withNumbers: true,
    },
  ];
  for (const { where, text, withNumbers } of texts) {
    const sign = secretIn(text, SECRET_SIGNS, withNumbers);
    if (sign !== undefined) return { where, ...sign };
  }
  return undefined;
}
