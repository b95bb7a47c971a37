import { CHANNEL_EDITORS } from '../../contract/roles';
import { checkersAmong } from '../../domain/content/channel/decide-on-item';
import type { NoticeKind } from '../../domain/notice/kind-names';
import { MS_PER_DAY } from '../../domain/time/local-day';
import { toEditor } from '../_store/content/desk-editors';
import { standingOf } from '../_store/content/item-standing';
import type { ItemDocument, StoredStep } from '../_store/content/item-document';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { channelNoticeText } from './channel-notices.text';
import { deliver } from './deliver';
import { systemNotice } from './system-notice';

/** What was not looked at by then is no news any more. */
const NEWS_DAYS = 14;

interface Call {
  readonly by: { readonly memberId: string | null; readonly name: string };
  readonly requestId: string;
  readonly nowMs: number;
}

interface Words {
  readonly title: string;
  readonly body: string;
}

/** Of what waits for a check since then. */
const waitId = (itemId: string, state: ItemDocument['state'], sinceAtMs: number) =>
  derivedId('item-waits', itemId, state, sinceAtMs);

/** At which check it waits after a step of its trail. */
const WAITS_AFTER: Readonly<Partial<Record<StoredStep['kind'], ItemDocument['state']>>> = {
  'handed-in': 'branch-check',
  'passed-branch': 'committee-check',
};

/** Tells those who may check it now that it waits; once, however often it is called. docs/rules.md#R-222 */
export async function tellCheckers(item: ItemDocument, call: Call): Promise<void> {
  const { _id: itemId, channel, state, sinceAtMs, writers } = item;
  if (state !== 'branch-check' && state !== 'committee-check') return;
  const found = await members.holdingAnywhere(CHANNEL_EDITORS);
  const editors = found.map((member) => ({ ...toEditor(member), member }));
  const checkers = checkersAmong(standingOf(item), editors).map(({ member }) => member);
  const words = {
    title: channelNoticeText.waits(item.title),
    body: channelNoticeText.waitsBody(channel, writers[0]?.name ?? ''),
  };
  await tell('item-waits', waitId(itemId, state, sinceAtMs), item, checkers, words, call);
}

/** Where it waits no more, nobody needs to hear of it: by its trail, however often it is called. */
export async function takeBackWaiting(
  { _id, state, sinceAtMs, steps }: ItemDocument,
  nowMs: number,
): Promise<void> {
  const past = steps.flatMap(({ kind, atMs }) => {
    const waited = WAITS_AFTER[kind];
    const isNow = waited === state && atMs === sinceAtMs;
    return waited === undefined || isNow ? [] : [waitId(_id, waited, atMs)];
  });
  if (past.length > 0) await deliveries.cancelEach(past, nowMs);
}

/** Tells those who have written on it what became of it by a step, but whoever did it. */
export async function tellWriters(
  item: ItemDocument,
  { deedId, kind }: Pick<StoredStep, 'deedId' | 'kind'>,
  words: Words,
  call: Call,
): Promise<void> {
  const ids = item.writers.map(({ memberId }) => memberId).filter((id) => id !== call.by.memberId);
  const people = (await members.byIds(ids)).filter(({ leftDay }) => leftDay === null);
  await tell('item-told', derivedId('item', item._id, kind, deedId), item, people, words, call);
}

async function tell(
  kind: NoticeKind,
  messageId: string,
  { _id, branchId }: ItemDocument,
  people: readonly Member[],
  { title, body }: Words,
  { by, requestId, nowMs }: Call,
): Promise<void> {
  const content = systemNotice(kind, by, {
    messageId,
    branchId,
    title,
    body,
    page: `packages/channel-office/check/check?itemId=${_id}`,
    about: null,
    notBeforeAtMs: null,
    deadlineAtMs: nowMs + NEWS_DAYS * MS_PER_DAY,
    lastRequestId: requestId,
  });
  await deliver(content, people, nowMs);
}
