import { isDeepStrictEqual } from 'node:util';
import type { ParsedInputOf } from '../../../contract/action';
import type { saveItem as action } from '../../../contract/content/channel-editing';
import { decideOnItem } from '../../../domain/content/channel/decide-on-item';
import { isArticleLink, ITEM_LIMITS } from '../../../domain/content/channel/item';
import { MS_PER_MINUTE } from '../../../domain/time/local-day';
import { CHECK_MINUTES } from '../../../domain/words/check-state';
import { checkWords } from '../../_kit/content-checks';
import type { Caller } from '../../_kit/context';
import type { Handler } from '../../_kit/serve';
import { seeToDay } from '../../_deliver/tell-of-duty';
import { tellCheckers } from '../../_deliver/tell-of-item';
import {
  withStep,
  type ItemDocument,
  type Saved,
  type StoredStep,
} from '../../_store/content/item-document';
import { lastSaved, savedOver } from '../../_store/content/earlier-versions';
import { items } from '../../_store/content/items';
import { libraryDocuments } from '../../_store/content/library-documents';
import {
  checkFields,
  NO_CHECK_MS,
  type StoredPicture,
} from '../../_store/picture/checked-pictures';
import { pickedPictures } from '../../_store/picture/picked-pictures';
import { standingOf } from '../../_store/content/item-standing';
import { linkedDocument } from './linked-document';

type Input = ParsedInputOf<typeof action>;

/**
 * One write, after new pictures, and the words of what is handed in, were given to WeChat. Of two who
 * save the same draft, the second is told, and nothing is lost. docs/rules.md#R-221, docs/rules.md#R-336
 */
export const saveItem: Handler<typeof action> = async (input, ctx) => {
  const { itemId, deedId, draft, handIn } = input;
  const { documentId, ...words } = draft;
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  const call = { by: { memberId, name }, requestId: ctx.requestId, nowMs };
  const stored = await items.byId(itemId);
  if (stored?.lastDeedId === deedId) return again(stored);
  if (stored === null && input.revision !== null) {
    return ctx.fail('bad-input', { path: 'revision' });
  }
  const known = stored ?? newItem(input, words, ctx.caller, nowMs);
  if (known.channel !== input.channel) return ctx.fail('bad-input', { path: 'channel' });
  const may = decideOnItem(standingOf(known), 'write', ctx.caller);
  if (may.kind === 'refused' && may.reason === 'not-your-desk') return ctx.fail('not-your-desk');
  if (stored !== null && stored.edition !== input.revision) return ctx.fail('changed-meanwhile');
  if (may.kind === 'refused') return ctx.fail('not-at-this-step');
  const missing = missingOf(input);
  if (missing !== undefined) return ctx.fail(missing);
  if (documentId != null) {
    if (draft.link !== null) return ctx.fail('bad-input', { path: 'draft.documentId' });
    const document = await libraryDocuments.byId(documentId);
    const { reach } = linkedDocument(documentId, document, ctx.caller, nowMs);
    if (reach !== 'open') return ctx.fail('document-gone');
  }

  const textCheck = handIn ? await wordsCheck(ctx.openId, draft) : ('pending' as const);
  if (textCheck === 'refused') return ctx.fail('words-refused');
  const { openId, newId } = ctx;
  const owner = { folder: 'items', hasSmall: true, memberId, openId, newId } as const;
  const picked = await pickedPictures(draft.pictures, known.pictures, owner);
  if (picked.kind === 'not-own') return ctx.fail('bad-input', { path: `pictures.${picked.at}` });
  if (picked.kind !== 'picked') {
    return ctx.fail(`picture-${picked.kind}`, { number: picked.at + 1 });
  }
  const isNewWriter = known.writers.every((writer) => writer.memberId !== memberId);
  const writers = isNewWriter ? [...known.writers, { memberId, name }] : known.writers;
  if (writers.length > ITEM_LIMITS.writers) return ctx.fail('too-many-writers');
  const step: StoredStep = {
    deedId,
    kind: 'handed-in',
    by: { memberId, name },
    atMs: nowMs,
    text: null,
  };
  const written = (item: ItemDocument) => ({
    ...words,
    // What an older phone does not know of stays, until there is an article.
    ...((documentId !== undefined || draft.link !== null) && { documentId: documentId ?? null }),
    ...checkFields(
      // A verdict that has come meanwhile counts.
      picked.pictures.map((picture) => item.pictures.find(isSame(picture)) ?? picture),
      nowMs + CHECK_MINUTES * MS_PER_MINUTE,
    ),
    writers,
    ...savedBy(item, { memberId, name, atMs: nowMs }),
    textCheck,
    lastDeedId: deedId,
    edition: item.edition + 1,
    ...(handIn && {
      state: 'branch-check' as const,
      sinceAtMs: nowMs,
      branchCheckerId: null,
      steps: withStep(item, step),
    }),
  });
  const saved =
    stored === null
      ? await begin({ ...known, ...written(known) })
      : await items.change({ _id: itemId }, (item) =>
          item.edition === input.revision ? written(item) : 'changed-meanwhile',
        );
  if (saved !== null && saved.kind === 'changed') {
    return ctx.answer(await told(saved.item));
  }
  // The same call came twice at once, or somebody else was faster.
  const first = await items.byId(itemId);
  return first?.lastDeedId === deedId ? again(first) : ctx.fail('changed-meanwhile');

  /** Whoever saves the same words has not saved over any: they stay those of who wrote them. docs/rules.md#R-336 */
  function savedBy(item: ItemDocument, over: Saved): Pick<ItemDocument, 'savedBy' | 'earlier'> {
    if (stored === null) return { savedBy: over };
    if (isAlike(item, draft)) return { savedBy: lastSaved(item) };
    return { savedBy: over, ...savedOver(item, over) };
  }

  /** Other words under the same id are not stored. docs/rules.md#R-287 */
  async function again(item: ItemDocument) {
    if (!isAlike(item, draft)) return ctx.fail('changed-meanwhile');
    return ctx.answer(await told(item));
  }

  /** Also of a call that was cut off after it was written; of a draft there is nobody to tell. */
  async function told(item: ItemDocument) {
    await tellCheckers(item, call);
    if (handIn && item.forDay !== null) await seeToDay(item.channel, item.forDay, nowMs);
    return { revision: item.edition };
  }
};

const isSame =
  (picture: StoredPicture) =>
  ({ pictureId, fileId }: StoredPicture): boolean =>
    pictureId === picture.pictureId && fileId === picture.fileId;

function isAlike(item: ItemDocument, { documentId, pictures, ...words }: Input['draft']): boolean {
  const { title, line, byline, minutes, link, source, licence, forDay } = item;
  const idsOf = (of: readonly { readonly pictureId: string }[]) =>
    of.map(({ pictureId }) => pictureId).join(' ');
  return (
    isDeepStrictEqual({ title, line, byline, minutes, link, source, licence, forDay }, words) &&
    idsOf(item.pictures) === idsOf(pictures) &&
    (documentId === undefined || (item.documentId ?? null) === documentId)
  );
}

/** What is handed in is whole; a link leads into WeChat in any case. */
function missingOf({ draft, handIn }: Input) {
  const { link, line, pictures, source, licence } = draft;
  if (link !== null && !isArticleLink(link)) return 'not-an-article';
  if (!handIn) return undefined;
  if (pictures.length === 0) return 'no-picture';
  if (line === null) return 'line-missing';
  return source === null || licence === null ? 'source-missing' : undefined;
}

async function wordsCheck(openId: string, { title, line, byline, source }: Input['draft']) {
  const words = [title, line, byline, source].filter((each) => each !== null).join('\n');
  return (await checkWords(openId, words)).kind;
}

const begin = async (item: ItemDocument) =>
  (await items.insertIfAbsent(item)) ? ({ kind: 'changed', item } as const) : null;

function newItem(
  { itemId, channel, deedId }: Input,
  words: Omit<Input['draft'], 'documentId'>,
  caller: Caller,
  nowMs: number,
) {
  const { memberId, name, branchId } = caller;
  const item: ItemDocument = {
    ...words,
    _id: itemId,
    channel,
    branchId,
    writers: [{ memberId, name }],
    pictures: [],
    textCheck: 'pending',
    state: 'draft',
    branchCheckerId: null,
    sinceAtMs: nowMs,
    issueDay: null,
    place: 0,
    withdrawn: null,
    steps: [{ deedId, kind: 'begun', by: { memberId, name }, atMs: nowMs, text: null }],
    lastDeedId: deedId,
    checkDueAtMs: NO_CHECK_MS,
    traceIds: [],
    edition: 0,
    revision: 1,
    schemaVersion: 1,
  };
  return item;
}
