import type { InferOutput } from 'valibot';
import type { MyReading, ShownVersion } from '../../../contract/content/library-shapes';
import type { LibraryLine, StoredVersion } from '../../_store/content/library-document';
import { messageInForce } from '../../_store/content/library-document';
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

/** The caller's part in the must-read of a document, and how far it has come in all. */
export function toReading(line: LibraryLine, howFar: HowFarRead | undefined, seesCounts: boolean) {
  const message = messageInForce(line);
  if (message === null || howFar === undefined) return { mine: null, counts: null };
  const { major, recipients, acknowledged, isMine, acknowledgedAtMs } = howFar;
  const mine: InferOutput<typeof MyReading> | null = isMine
    ? { messageId: message.messageId, edition: major, acknowledgedAtMs }
    : null;
  return { mine, counts: seesCounts ? { recipients, acknowledged } : null };
}
