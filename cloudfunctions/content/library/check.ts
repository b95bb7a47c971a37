import type { checkDocument as action } from '../../../contract/content/library';
import { decideOnDocument } from '../../../domain/content/library/decide-on-document';
import type { Handler } from '../../_kit/serve';
import {
  takeBackCheck,
  takeBackReading,
  tellReaders,
  tellReturned,
} from '../../_deliver/tell-of-document';
import { derivedId } from '../../_store/derived-id';
import {
  standingOf,
  type LibraryDocument,
  type StoredVersion,
} from '../../_store/content/library-document';
import { libraryDocuments, type DocumentChanges } from '../../_store/content/library-documents';

/** One conditional write, then the messages that follow from it; repeated, what is missing of them. docs/rules.md#R-240 */
export const checkDocument: Handler<typeof action> = async (
  { documentId, versionId, verdict },
  ctx,
) => {
  const nowMs = ctx.nowMs();
  const call = { requestId: ctx.requestId, nowMs };
  const by = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  const outcome = await libraryDocuments.change(documentId, (document) => {
    const { offered } = document;
    if (verdict.kind === 'pass' && document.current?.versionId === versionId) return 'done';
    if (
      verdict.kind === 'return' &&
      offered?.version.versionId === versionId &&
      offered.returned?.by.memberId === by.memberId
    ) {
      return offered.returned.reason === verdict.reason ? 'done' : 'written-before';
    }
    const decision = decideOnDocument(standingOf(document), {
      kind: verdict.kind,
      byMemberId: by.memberId,
    });
    if (decision.kind === 'refused') return decision.reason;
    if (offered?.version.versionId !== versionId) return 'changed-meanwhile';
    return verdict.kind === 'pass'
      ? shown(document, { ...offered.version, checkedBy: by, checkedAtMs: nowMs })
      : {
          offered: {
            version: offered.version,
            returned: { by, atMs: nowMs, reason: verdict.reason },
          },
        };
  });
  if (outcome.kind === 'missing') return ctx.fail('not-found');
  if (outcome.kind === 'taken') throw new Error('a check brings no content');
  if (outcome.kind === 'refused' && outcome.code !== 'done') return ctx.fail(codeOf(outcome.code));
  const { document } = outcome;
  await takeBackCheck(versionId, nowMs);
  if (verdict.kind === 'return') {
    const version = document.offered?.version;
    if (version !== undefined) await tellReturned(document, version, by, verdict.reason, call);
    return ctx.answer({ revision: document.revision, asked: 0 });
  }
  if (document.current?.readers === null) await takeBackReading(document.message, nowMs);
  return ctx.answer({ revision: document.revision, asked: await tellReaders(document, call) });
};

/** The version that was checked takes the place of the one before, which officers still read. */
function shown(document: LibraryDocument, version: StoredVersion): DocumentChanges {
  const { current, earlier } = document;
  return {
    state: 'shown',
    current: version,
    offered: null,
    earlier: current === null ? earlier : [current, ...earlier],
    message: messageOf(document, version),
  };
}

/** The same message with a new edition; a message of its own where nobody was asked before. */
function messageOf({ current, message }: LibraryDocument, version: StoredVersion) {
  if (version.readers === null) return message;
  if (message === null || current?.readers === null) {
    return { messageId: derivedId('document-to-read', version.versionId), major: 1 };
  }
  return version.size === 'minor' ? message : { ...message, major: message.major + 1 };
}

function codeOf(reason: string) {
  switch (reason) {
    case 'own-upload':
    case 'nothing-to-check':
    case 'taken-down':
    case 'changed-meanwhile':
    case 'written-before':
      return reason;
    default:
      throw new Error(`a check was refused as ${reason}`);
  }
}
