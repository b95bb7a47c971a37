import { createHash } from 'node:crypto';
import type { OfferedContent } from '../../../contract/content/library-shapes';
import { fileTypeOf, LIBRARY_LIMITS } from '../../../domain/content/library/library-rules';
import { readFile, storeFile } from '../../_kit/files';
import type { StoredContent } from '../../_store/content/library-document';
import type { FileFault } from './file-fault';
import { lookAtFile } from './look-at-file';

type FileCode =
  | NonNullable<FileFault>
  | 'file-missing'
  | 'file-too-large'
  | 'file-of-other-kind'
  | 'not-own';

export type TakenIn =
  | { readonly kind: 'taken-in'; readonly content: StoredContent }
  | { readonly kind: 'refused'; readonly code: FileCode };

interface Whose {
  readonly memberId: string;
  readonly branchId: string;
  readonly versionId: string;
}

/**
 * Reads a file that a phone has put into storage, and keeps it where no phone writes: what a second
 * officer checks is what is read later. docs/rules.md#R-242
 */
export async function takeInFile(
  { fileId, fileName }: Extract<OfferedContent, { kind: 'file' }>,
  { memberId, branchId, versionId }: Whose,
): Promise<TakenIn> {
  const refuse = (code: FileCode) => ({ kind: 'refused', code }) as const;
  const type = fileTypeOf(fileName);
  if (type === undefined) return refuse('file-of-other-kind');
  if (!isOwnFile(fileId, memberId, versionId)) return refuse('not-own');
  const read = await readFile(fileId, LIBRARY_LIMITS.fileBytes);
  if (read.kind === 'gone') return refuse('file-missing');
  if (read.kind === 'too-large') return refuse('file-too-large');
  const fault = await lookAtFile(type, read.content);
  if (fault !== undefined) return refuse(fault);
  const digest = createHash('sha256').update(read.content).digest('hex');
  const kept = await storeFile(`library-kept/${branchId}/${digest}.${type}`, read.content);
  const bytes = read.content.length;
  return {
    kind: 'taken-in',
    content: { kind: 'file', fileId: kept, fileName, type, bytes, digest },
  };
}

/** `cloud://<environment>/library/<yyyymm>/<member>/<version>.<type>`: nobody names a file of somebody else. */
export function isOwnFile(fileId: string, memberId: string, versionId: string): boolean {
  const [, owner, version] =
    /^cloud:\/\/[\w.-]+\/library\/20\d{4}\/([A-Za-z0-9-]+)\/([A-Za-z0-9-]+)\.[a-z]{3,4}$/u.exec(
      fileId,
    ) ?? [];
  return owner === memberId && version === versionId;
}
