import type { InferOutput } from 'valibot';
import type { MyReading, ShownVersion } from '../../../contract/content/library-shapes';
import type { LibraryLine, StoredVersion } from '../../_store/content/library-document';
import { messageInForce, mustReadOf } from '../../_store/content/library-document';
import type { HowFarRead } from '../../_store/content/library-shelf';

export function toVersion(version: StoredVersion): ShownVersion {
  const { versionId, edition, title, number, source, content, size, changed } = version;
  const { validUntilDay, by, atMs, checkedBy, checkedAtMs } = version;
  return {
    versionId,
    edition,
    title,
    number,
    source,
    content:
      content.kind === 'link'
        ? content
        : {
            kind: 'file',
            fileName: content.fileName,
            type: content.type,
            bytes: content.bytes,
          },
    size,
    changed,
    validUntilDay,
    byName: by.name,
    atMs,
    checkedByName: checkedBy?.name ?? null,
    checkedAtMs,
  };
}

/**
 * The caller's part in the must-read of a document, and how far it has come in all; once its time is
 * over nobody is asked, and it says how far it came. docs/rules.md#R-347
 */
export function toReading(
  line: LibraryLine,
  howFar: HowFarRead | undefined,
  seesCounts: boolean,
  nowMs: number,
) {
  const message = mustReadOf(line);
  if (message === null || howFar === undefined) return { mine: null, counts: null };
  const isAsked = messageInForce(line, nowMs) !== null;
  const { major, recipients, acknowledged, isMine, acknowledgedAtMs } = howFar;
  const isSaid = isAsked || acknowledgedAtMs !== null;
  const mine: InferOutput<typeof MyReading> | null =
    isMine && isSaid ? { messageId: message.messageId, edition: major, acknowledgedAtMs } : null;
  const counts = { recipients, acknowledged };
  return {
    mine,
    counts: seesCounts && isAsked ? counts : null,
    ...(seesCounts && !isAsked && { past: counts }),
  };
}
