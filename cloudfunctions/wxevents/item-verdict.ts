import type { CheckState } from '../../domain/words/check-state';
import { channelNoticeText } from '../_deliver/channel-notices.text';
import { takeBackItem } from '../_deliver/take-back-item';
import { tellWriters } from '../_deliver/tell-of-item';
import { withStep, type ItemDocument } from '../_store/content/item-document';
import { items } from '../_store/content/items';
import { derivedId } from '../_store/derived-id';
import { refusedNumbers, withVerdict } from '../_store/picture/checked-pictures';

const WECHAT = { memberId: null, name: channelNoticeText.checker } as const;

/**
 * Enters WeChat's verdict on a picture of an item; a refused one brings it back to its writers, and
 * withdraws what is out. Whether there is such an item. docs/rules.md#R-112, docs/rules.md#R-221
 */
export async function takeItemVerdict(
  traceId: string,
  check: CheckState,
  nowMs: number,
): Promise<boolean> {
  const verdict = await items.change({ traceIds: traceId }, (item) =>
    withCheck(item, traceId, check, nowMs),
  );
  if (verdict.kind === 'changed' && check === 'refused') {
    await takeBackItem(verdict.item, nowMs);
    await tellOfRefusal(verdict.item, traceId, nowMs);
  }
  return verdict.kind !== 'missing';
}

function withCheck(item: ItemDocument, traceId: string, check: CheckState, nowMs: number) {
  const fields = withVerdict(item, traceId, check);
  if (check !== 'refused' || item.state === 'withdrawn') return fields;
  const text = channelNoticeText.pictureRefused(refusedNumbers(fields.pictures));
  const step = { deedId: refusalId(item, traceId), by: WECHAT, atMs: nowMs, text } as const;
  if (item.state === 'published') {
    return {
      ...fields,
      state: 'withdrawn',
      sinceAtMs: nowMs,
      edition: item.edition + 1,
      withdrawn: { reason: text, name: WECHAT.name, atMs: nowMs },
      steps: withStep(item, { ...step, kind: 'withdrawn' }),
    } as const;
  }
  const steps = withStep(item, { ...step, kind: 'picture-refused' });
  // Whoever writes on it goes on: nobody else has saved.
  if (item.state === 'draft') return { ...fields, steps };
  return {
    ...fields,
    state: 'draft',
    sinceAtMs: nowMs,
    edition: item.edition + 1,
    branchCheckerId: null,
    issueDay: null,
    steps,
  } as const;
}

async function tellOfRefusal(item: ItemDocument, traceId: string, nowMs: number): Promise<void> {
  const deedId = refusalId(item, traceId);
  const step = item.steps.find((each) => each.deedId === deedId);
  if (step === undefined) return;
  const reason = step.text ?? '';
  const isOut = item.state === 'withdrawn';
  const words = {
    title: (isOut ? channelNoticeText.withdrawn : channelNoticeText.returned)(item.title),
    body: (isOut ? channelNoticeText.withdrawnBody : channelNoticeText.returnedBody)(reason),
  };
  await tellWriters(item, step, words, { by: WECHAT, requestId: deedId, nowMs });
}

const refusalId = ({ _id }: ItemDocument, traceId: string) => derivedId('refused', _id, traceId);
