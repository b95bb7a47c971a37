import type {
  documentAddress as addressAction,
  libraryDocument as documentAction,
} from '../../../contract/content/library';
import { holdsOneOf, OFFICERS, PRESENTERS } from '../../../contract/roles';
import { addressOf } from '../../_kit/files';
import type { Handler } from '../../_kit/serve';
import { isForMembers, stateOf } from '../../_store/content/document-standing';
import { mustReadOf, type LibraryDocument } from '../../_store/content/library-document';
import { targetDocuments } from '../../_store/content/library-documents';
import { readHowFar } from '../../_store/content/library-shelf';
import { toReading, toVersion } from './to-shown';

const ADDRESS_SECONDS = 300;

/** One request beside that which found it, where it must be read; else none. */
export const libraryDocument: Handler<typeof documentAction> = async ({ documentId }, ctx) => {
  const nowMs = ctx.nowMs();
  const { memberId, roles } = ctx.caller;
  const isOfficer = holdsOneOf(roles, OFFICERS);
  const document = await targetDocuments.read(documentId);
  if (document === null || !(isOfficer || isForMembers(document, nowMs))) {
    return ctx.fail('not-found', document === null ? {} : whenTakenDown(document));
  }
  const { branchId, current, offered, earlier, takenDown, revision, kept } = document;
  const message = mustReadOf(document);
  const howFar =
    message === null ? undefined : await readHowFar(branchId, message.messageId, memberId);
  return ctx.answer({
    nowMs,
    documentId,
    branchId,
    revision,
    isOfficer,
    state: stateOf(document, nowMs),
    current: current && toVersion(current),
    offered:
      isOfficer && offered !== null
        ? {
            version: toVersion(offered.version),
            isOwn: offered.version.by.memberId === memberId,
            returned: offered.returned && {
              byName: offered.returned.by.name,
              reason: offered.returned.reason,
            },
          }
        : null,
    earlier: isOfficer ? earlier.map(toVersion) : [],
    takenDown: takenDown && {
      byName: takenDown.by.name,
      atMs: takenDown.atMs,
      reason: takenDown.reason,
    },
    ...(isOfficer &&
      kept !== undefined && {
        kept: kept.map(({ by, atMs, untilMonth, reason }) => ({
          ...{ byName: by.name, atMs, untilMonth, reason },
        })),
      }),
    readers: (current ?? offered?.version)?.readers ?? null,
    // How far it has come leads to who is missing. docs/rules.md#R-249
    ...toReading(document, howFar, holdsOneOf(roles, PRESENTERS), nowMs),
  });
};

/** Who follows an old link is told that its time was over, and when. docs/rules.md#R-307 */
function whenTakenDown({ takenDown }: LibraryDocument): Readonly<Record<string, number>> {
  return takenDown !== null && takenDown.by.memberId === null
    ? { takenDownAtMs: takenDown.atMs }
    : {};
}

/** Says nothing of who has asked: reading is not watched. */
export const documentAddress: Handler<typeof addressAction> = async (
  { documentId, versionId },
  ctx,
) => {
  const nowMs = ctx.nowMs();
  const isOfficer = holdsOneOf(ctx.caller.roles, OFFICERS);
  const document = await targetDocuments.read(documentId);
  if (document === null || !(isOfficer || isForMembers(document, nowMs))) {
    return ctx.fail('not-found');
  }
  const { current, offered, earlier } = document;
  const versions = isOfficer ? [current, offered?.version, ...earlier] : [current];
  const version = versions.find((each) => each?.versionId === versionId);
  if (version === null || version === undefined) return ctx.fail('not-found');
  const { content } = version;
  if (content.kind === 'link') return ctx.fail('no-file');
  const url = await addressOf(content.fileId, ADDRESS_SECONDS);
  if (url === null) return ctx.fail('file-gone');
  const { fileName, type, bytes } = content;
  return ctx.answer({ nowMs, url, fileName, type, bytes });
};
