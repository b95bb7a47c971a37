import type { Override, SwapOverride } from '../../../domain/shift/override';
import { addDays, dayOfInstant, instantOf, type LocalDay } from '../../../domain/time/local-day';
import { derivedId } from '../../_store/derived-id';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import type { Rotas } from '../../_store/people/organisation';
import { deliver } from '../../_deliver/deliver';
import { systemNotice } from '../../_deliver/system-notice';
import { swapNoticeText } from '../../_deliver/swap-notices.text';
import { pageOf } from '../../_deliver/tell-about-swap';

/** One swap that the leave touches. */
interface Touched {
  readonly swapId: string;
  readonly withPersonId: string;
  /** Those that are not over. */
  readonly days: readonly LocalDay[];
}

/**
 * Tells the other side of every swap that leave falls into: the swap stands for them. Whom it
 * concerns; nobody when the change is no leave. Can be repeated. docs/rules.md#R-23
 */
export async function tellOfLeave(
  member: Member,
  change: Override,
  organisation: Pick<Rotas, 'scheduleOf'>,
  { requestId, nowMs }: { readonly requestId: string; readonly nowMs: number },
): Promise<readonly Member[]> {
  const touched = change.kind === 'leave' ? touchedBy(member, change, dayOfInstant(nowMs)) : [];
  if (touched.length === 0) return [];
  const people = await members.byIds(touched.map(({ withPersonId }) => withPersonId));
  const told: Member[] = [];
  for (const { swapId, withPersonId, days } of touched) {
    const other = people.find(({ _id, leftDay }) => _id === withPersonId && leftDay === null);
    const lastDay = days.at(-1);
    if (other === undefined || lastDay === undefined) continue;
    const author = { memberId: member._id, name: member.name };
    const content = systemNotice('swap-answered', author, {
      messageId: derivedId('swap-leave', swapId, change.id),
      branchId: member.branchId,
      title: swapNoticeText.onLeave(member.name),
      body: swapNoticeText.onLeaveBody(member.name, days),
      page: pageOf(swapId),
      about: null,
      notBeforeAtMs: null,
      deadlineAtMs: instantOf(addDays(lastDay, 1), 0),
      lastRequestId: requestId,
    });
    await deliver(content, [other], nowMs, organisation);
    told.push(other);
  }
  return told;
}

function touchedBy(
  { overrides }: Member,
  { fromDay, toDay }: Override,
  today: LocalDay,
): readonly Touched[] {
  const bySwap = new Map<string, Touched>();
  for (const override of overrides) {
    const isTouched = override.fromDay >= fromDay && override.fromDay < toDay;
    if (override.kind !== 'swap' || !isTouched || override.fromDay < today) continue;
    bySwap.set(override.swapId, withDay(override, bySwap.get(override.swapId)));
  }
  return [...bySwap.values()];
}

/** A swap has one change for each of its days, in their order. */
function withDay({ swapId, withPersonId, fromDay }: SwapOverride, known?: Touched): Touched {
  return { swapId, withPersonId, days: [...(known?.days ?? []), fromDay] };
}
