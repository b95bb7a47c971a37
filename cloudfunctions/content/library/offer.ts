import { isDeepStrictEqual } from 'node:util';
import type { OfferedContent } from '../../../contract/content/library-shapes';
import type {
  offerDocument as offerAction,
  offerVersion as versionAction,
} from '../../../contract/content/library';
import { decideOnDocument } from '../../../domain/content/library/decide-on-document';
import { LIBRARY_LIMITS } from '../../../domain/content/library/library-rules';
import type { Caller } from '../../_kit/context';
import { deleteFiles } from '../../_kit/files';
import type { Handler } from '../../_kit/serve';
import { askToCheck, takeBackCheck } from '../../_deliver/tell-of-document';
import {
  contentKeyOf,
  newestOf,
  standingOf,
  waitingIn,
  type LibraryDocument,
  type StoredVersion,
} from '../../_store/content/library-document';
import { libraryDocuments } from '../../_store/content/library-documents';
import { newVersion } from './new-version';
import { isOwnFile } from './take-in-file';

/** Whatever becomes of it, what the phone has put into storage goes: what is taken is kept elsewhere. docs/rules.md#R-242 */
export const offerDocument: Handler<typeof offerAction> = async (input, ctx) => {
  const outcome = await offerFirst(input, ctx);
  await dropOwn(input, ctx.caller);
  return outcome;
};

/** As offerDocument. */
export const offerVersion: Handler<typeof versionAction> = async (input, ctx) => {
  const outcome = await offerNext(input, ctx);
  await dropOwn(input, ctx.caller);
  return outcome;
};

const offerFirst: Handler<typeof offerAction> = async (input, ctx) => {
  const { documentId } = input;
  const { branchId = ctx.caller.branchId } = input;
  const nowMs = ctx.nowMs();
  const call = { requestId: ctx.requestId, nowMs };
  const known = await libraryDocuments.byId(documentId);
  if (known !== null) {
    const again = againOf(known, { ...input, branchId }, ctx.caller);
    if (again === 'bad-input') return ctx.fail(again, { path: 'documentId' });
    if (again === 'written-before') return ctx.fail(again);
    await askToCheck(known, call);
    return ctx.answer({ documentId, revision: known.revision });
  }
  if ((await libraryDocuments.countOf(branchId)) >= LIBRARY_LIMITS.documents) {
    return ctx.fail('library-full', { most: LIBRARY_LIMITS.documents });
  }
  const place = { branchId, edition: 1, size: 'first', changed: null } as const;
  const made = await newVersion(input, place, ctx.caller, nowMs);
  if (made.kind === 'refused') return ctx.fail(made.code, made.detail);
  const { version } = made;
  const document = await libraryDocuments.begin({
    _id: documentId,
    branchId,
    state: 'waiting',
    current: null,
    offered: { version, returned: null },
    earlier: [],
    message: null,
    takenDown: null,
    firstAtMs: nowMs,
    revision: 1,
    schemaVersion: 1,
  });
  if (document === null) {
    // The same call came twice at once, or another phone has brought this very file.
    const first =
      (await libraryDocuments.byId(documentId)) ??
      (await libraryDocuments.byContent(contentKeyOf(branchId, version.content)));
    if (first === null) throw new Error('a document was refused and is not there');
    if (first._id !== documentId) return ctx.fail('already-there', titleOf(first));
    const again = againOf(first, { ...input, branchId }, ctx.caller);
    if (again === 'bad-input') return ctx.fail(again, { path: 'documentId' });
    if (again === 'written-before') return ctx.fail(again);
    return ctx.answer({ documentId, revision: first.revision });
  }
  await askToCheck(document, call);
  return ctx.answer({ documentId, revision: document.revision });
};

type First = Parameters<typeof offerDocument>[0] & { readonly branchId: string };

/** Whether what stands under its id is this offer again, and in the same words. docs/rules.md#R-287 */
function againOf(
  known: LibraryDocument,
  said: First,
  { memberId }: Caller,
): 'same' | 'written-before' | 'bad-input' {
  if (known.branchId !== said.branchId) return 'bad-input';
  const before = versionIn(known, said.versionId);
  if (before !== undefined) {
    return isAlike(known, before, said) ? 'same' : 'written-before';
  }
  // Another file was chosen after an answer that was lost.
  const isOwn = versionsOf(known).some(({ by }) => by.memberId === memberId);
  return isOwn ? 'written-before' : 'bad-input';
}

const offerNext: Handler<typeof versionAction> = async (input, ctx) => {
  const { documentId, versionId, revision, change } = input;
  const nowMs = ctx.nowMs();
  const call = { requestId: ctx.requestId, nowMs };
  const known = await libraryDocuments.byId(documentId);
  if (known === null) return ctx.fail('not-found');
  const before = versionIn(known, versionId);
  if (before !== undefined) {
    if (!isAlike(known, before, input)) return ctx.fail('written-before');
    await askToCheck(known, call);
    return ctx.answer({ documentId, revision: known.revision });
  }
  const decision = decideOnDocument(standingOf(known), { kind: 'offer' });
  if (decision.kind === 'refused') return ctx.fail(codeOf(decision.reason));
  if (known.revision !== revision) return ctx.fail('changed-meanwhile');
  if ((known.current === null) !== (change === null)) {
    return ctx.fail('bad-input', { path: 'change' });
  }
  const place = {
    branchId: known.branchId,
    edition: known.earlier.length + (known.current === null ? 1 : 2),
    size: change?.size ?? 'first',
    changed: change?.changed ?? null,
  } as const;
  const made = await newVersion(withReaders(input, known), place, ctx.caller, nowMs);
  if (made.kind === 'refused') return ctx.fail(made.code, made.detail);
  const { version } = made;
  const contentKey = contentKeyOf(known.branchId, version.content);
  const verdict = await libraryDocuments.change(documentId, (present) => {
    if (versionIn(present, versionId) !== undefined) return 'done';
    if (present.revision === revision) return { offered: { version, returned: null } };
    return waitsAs(present, contentKey) ? 'done' : 'changed-meanwhile';
  });
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  if (verdict.kind === 'taken') {
    const other = await libraryDocuments.byContent(contentKey);
    return ctx.fail('already-there', other === null ? {} : titleOf(other));
  }
  if (verdict.kind === 'refused' && verdict.code === 'changed-meanwhile') {
    return ctx.fail('changed-meanwhile');
  }
  const { document } = verdict;
  if (known.offered !== null) await takeBackCheck(known.offered.version.versionId, nowMs);
  await askToCheck(document, call);
  return ctx.answer({ documentId, revision: document.revision });
};

type Offer = Parameters<typeof offerVersion>[0];

/** A minor version asks nobody, so that it has the readers of the one that is read. docs/rules.md#R-243 */
const withReaders = (input: Offer, { current }: LibraryDocument): Offer =>
  input.change?.size === 'minor' ? { ...input, readers: current?.readers ?? null } : input;

const versionsOf = ({ current, offered, earlier }: LibraryDocument): readonly StoredVersion[] => [
  ...(current ? [current] : []),
  ...(offered ? [offered.version] : []),
  ...earlier,
];

const versionIn = (document: LibraryDocument, versionId: string): StoredVersion | undefined =>
  versionsOf(document).find((each) => each.versionId === versionId);

type Said = Parameters<typeof offerDocument>[0] & Partial<Pick<Offer, 'change'>>;

/** Whether a version was brought in these words. Another file has an id of its own. docs/rules.md#R-287 */
function isAlike(document: LibraryDocument, before: StoredVersion, said: Said): boolean {
  const { content, change } = said;
  const isSameContent =
    before.content.kind === 'link'
      ? isDeepStrictEqual(before.content, content)
      : content.kind === 'file' && before.content.fileName === content.fileName;
  // Until when it holds may have been put off since it is read.
  const isWaiting = document.offered?.version === before;
  return (
    isSameContent &&
    before.title === said.title &&
    before.number === said.number &&
    before.source === said.source &&
    before.size === (change?.size ?? 'first') &&
    before.changed === (change?.changed ?? null) &&
    (!isWaiting || before.validUntilDay === said.validUntilDay) &&
    (before.size === 'minor' || isDeepStrictEqual(before.readers, said.readers))
  );
}

const titleOf = (document: LibraryDocument) => {
  const { offered } = document;
  return { title: (offered?.version ?? newestOf(document)).title, documentId: document._id };
};

/** Two phones with one file bring one version. docs/rules.md#R-247 */
function waitsAs(document: LibraryDocument, contentKey: string): boolean {
  const waiting = waitingIn(document);
  return waiting !== null && contentKeyOf(document.branchId, waiting.content) === contentKey;
}

interface Brought {
  readonly versionId: string;
  readonly content: OfferedContent;
}

async function dropOwn({ content, versionId }: Brought, { memberId }: Caller): Promise<void> {
  if (content.kind !== 'file' || !isOwnFile(content.fileId, memberId, versionId)) return;
  await deleteFiles([content.fileId]);
}

function codeOf(reason: string) {
  if (reason === 'taken-down' || reason === 'waits-for-check' || reason === 'too-many-versions') {
    return reason;
  }
  throw new Error(`an offer was refused as ${reason}`);
}
