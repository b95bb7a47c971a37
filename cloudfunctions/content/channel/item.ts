import type { channelItem as action } from '../../../contract/content/channel-reading';
import type { ItemDetail } from '../../../contract/content/channel-shapes';
import { decideOnItem, type ItemDeed } from '../../../domain/content/channel/decide-on-item';
import { isOfDesk, mayWrite, type Editor } from '../../../domain/content/channel/desks';
import type { Caller } from '../../_kit/context';
import { temporaryUrls } from '../../_kit/files';
import type { Handler } from '../../_kit/serve';
import { editorsFor } from '../../_store/content/desk-editors';
import type { ItemDocument } from '../../_store/content/item-document';
import { standingOf } from '../../_store/content/item-standing';
import { linkedIn, openedItems } from '../../_store/content/opened-item';
import { givenIdOf } from '../../_store/picture/checked-pictures';
import { smallOf } from '../../_store/picture/copy-pictures';
import { pageOfComments } from '../comment/page-of-comments';
import { linkedDocument } from './linked-document';

/** A picture is looked at at once; who comes back asks anew. */
const SHOWN_SECONDS = 10 * 60;

/** What is not out is nobody's but its desk's. docs/rules.md#R-224 */
export const channelItem: Handler<typeof action> = async ({ itemId }, ctx) => {
  const item = await openedItems.read(itemId);
  if (item === null) return ctx.fail('not-found');
  const isDesk = isOfDesk(ctx.caller, item);
  const wasOut = item.issueDay !== null && (item.state === 'published' || item.withdrawn !== null);
  if (!isDesk && !wasOut) return ctx.fail('not-found');
  const isReadable = isDesk || item.withdrawn === null;
  const pictures = isReadable ? await shownPictures(item, ctx.caller, isDesk) : [];
  const { channel, state, source, licence, issueDay, withdrawn, documentId = null } = item;
  const document =
    isReadable && documentId !== null
      ? linkedDocument(documentId, linkedIn(item), ctx.caller, ctx.nowMs())
      : undefined;
  const comments =
    item.state === 'published' && ctx.readsLeniently
      ? await pageOfComments(itemId, ctx.caller, null)
      : undefined;
  return ctx.answer({
    nowMs: ctx.nowMs(),
    ...(comments !== undefined && { comments }),
    item: {
      itemId,
      channel,
      state,
      title: isReadable ? item.title : '',
      line: isReadable ? item.line : null,
      byline: isReadable ? item.byline : null,
      minutes: item.minutes,
      link: isReadable ? item.link : null,
      ...(document !== undefined && { document }),
      pictures,
      source: isReadable ? source : null,
      licence: isReadable ? licence : null,
      issueDay,
      withdrawn: withdrawn && toWithdrawn(withdrawn),
      desk: isDesk
        ? {
            ...deskOf(item, ctx.caller, await editorsFor([item], ctx.caller)),
            ...(ctx.readsLeniently && (await earlierOf(item, ctx.caller))),
          }
        : null,
    },
  });
};

const toWithdrawn = ({
  reason,
  name,
  atMs,
  byRule,
}: NonNullable<ItemDocument['withdrawn']>): ItemDetail['withdrawn'] => ({
  ...{ reason, name, atMs },
  ...(byRule !== undefined && { isByRule: byRule }),
});

const isWriter = ({ writers }: ItemDocument, { memberId }: Caller): boolean =>
  writers.some((writer) => writer.memberId === memberId);

/** Nobody but who wrote it sees what is refused. */
async function shownPictures(
  item: ItemDocument,
  caller: Caller,
  isDesk: boolean,
): Promise<ItemDetail['pictures']> {
  const seesAll = isWriter(item, caller);
  const seen = item.pictures.filter(
    ({ check }) => seesAll || check === 'pass' || (isDesk && check !== 'refused'),
  );
  const files = seen.flatMap(({ fileId }) => [fileId, smallOf(fileId)]);
  const urls = await temporaryUrls(files, SHOWN_SECONDS);
  return seen.map((picture) => ({
    pictureId: picture.pictureId,
    url: urls.get(picture.fileId) ?? null,
    smallUrl: urls.get(smallOf(picture.fileId)) ?? null,
    check: picture.check,
    fileId: isDesk ? givenIdOf(picture) : null,
  }));
}

/** What others have saved over, for who may write on it. docs/rules.md#R-336 */
async function earlierOf(item: ItemDocument, caller: Caller): Promise<Pick<Desk, 'earlier'>> {
  const { earlier = [] } = item;
  if (earlier.length === 0 || !mayWrite(caller, item)) return {};
  const there = new Set(item.pictures.map(({ fileId }) => fileId));
  const seesAll = isWriter(item, caller);
  const gone = earlier.map(({ pictures }) =>
    pictures.flatMap(({ fileId, check }) =>
      !there.has(fileId) && (seesAll || check === 'pass') ? [smallOf(fileId)] : [],
    ),
  );
  const urls = await temporaryUrls([...new Set(gone.flat())], SHOWN_SECONDS);
  const shown = earlier.map(({ by, over, documentId, pictures, ...words }, at) => ({
    ...words,
    name: by.name,
    atMs: by.atMs,
    over: { name: over.name, atMs: over.atMs },
    hasDocument: documentId != null,
    pictures: pictures.length,
    goneUrls: (gone[at] ?? []).flatMap((fileId) => urls.get(fileId) ?? []),
  }));
  return { earlier: shown.reverse() };
}

type Desk = NonNullable<ItemDetail['desk']>;

const SAID = ['own-item', 'checked-by-you', 'not-checked', 'nobody-left'] as const;

function deskOf(item: ItemDocument, caller: Caller, editors: readonly Editor[]): Desk {
  const standing = standingOf(item);
  const decide = (deed: ItemDeed) => decideOnItem(standing, deed, caller, editors);
  const may = (deed: ItemDeed) => decide(deed).kind === 'done';
  const pass = decide('pass');
  const reason = pass.kind === 'refused' ? pass.reason : null;
  return {
    revision: item.edition,
    textCheck: item.textCheck,
    forDay: item.forDay,
    steps: item.steps.map(({ kind, by, atMs, text }) => ({ kind, name: by.name, atMs, text })),
    mayWrite: may('write'),
    mayPass: pass.kind === 'done',
    mayReturn: may('return'),
    mayWithdraw: may('withdraw'),
    notYours: SAID.find((each) => each === reason) ?? null,
  };
}
