import type { Role } from '../../contract/roles';
import { GAP_DAYS } from '../../domain/content/channel/calendar';
import { planDuties } from '../../domain/content/channel/duty';
import { DUTY_RULES } from '../../domain/content/channel/duty-hours';
import { addDays, dayOfInstant, type LocalDay } from '../../domain/time/local-day';
import { channelNoticeText } from './channel-notices.text';
import { seeToGap, takeBackGiven } from './tell-of-duty';
import { stateOfDay } from '../_store/content/day-state';
import { duties, type DutyDocument } from '../_store/content/duties';
import { readWriters, toDutyEditor, WRITERS } from '../_store/content/duty-editors';
import { issueIdOf } from '../_store/content/issues';
import { items } from '../_store/content/items';
import { derivedId } from '../_store/derived-id';
import type { Member } from '../_store/people/member-document';
import { readRotas } from '../_store/people/organisation';

/**
 * Plans who is on duty in the coming two weeks, anew where somebody no longer can, then tells who is on
 * duty of days that are empty, as long as `mayGoOn`. What was not done by a call that was cut off, the next
 * one finds. How many duties changed hands. docs/rules.md#R-295, docs/rules.md#R-297
 */
export async function seeToDuties(nowMs: number, mayGoOn: () => boolean): Promise<number> {
  const today = dayOfInstant(nowMs);
  const known = await duties.ofDays(
    addDays(today, -DUTY_RULES.lookBackDays),
    addDays(today, DUTY_RULES.days),
  );
  const changed = await planAnew(known, nowMs, mayGoOn);
  await seeToGaps(today, nowMs, mayGoOn);
  return changed;
}

/**
 * As soon as somebody gives up the offices for which they were on duty, and not only when the clock next
 * looks. docs/rules.md#R-344
 */
export async function seeToDutiesAfter(
  { _id, roles: before }: Pick<Member, '_id' | 'roles'>,
  roles: readonly Role[],
  nowMs: number,
): Promise<void> {
  if (!WRITERS.some((role) => before.includes(role) && !roles.includes(role))) return;
  const today = dayOfInstant(nowMs);
  const coming = await duties.ofDays(today, addDays(today, DUTY_RULES.days));
  const wasOnDuty = coming.some(({ memberId }) => memberId === _id);
  if (wasOnDuty) await seeToDuties(nowMs, () => true);
}

async function planAnew(
  known: readonly DutyDocument[],
  nowMs: number,
  mayGoOn: () => boolean,
): Promise<number> {
  const [writers, rotas] = await Promise.all([readWriters(), readRotas()]);
  const editors = writers.map((member) => toDutyEditor(member, rotas));
  let count = 0;
  for (const { channel, day, memberId } of planDuties(editors, known, nowMs)) {
    if (!mayGoOn()) break;
    const duty = known.find(({ _id }) => _id === issueIdOf(channel, day));
    if (duty?.memberId === memberId) continue;
    const person = writers.find(({ _id }) => _id === memberId);
    const step = {
      deedId: derivedId('duty', channel, day, duty?.revision ?? 0),
      by: { memberId: null, name: channelNoticeText.clock },
      to: person === undefined ? null : { memberId: person._id, name: person.name },
      atMs: nowMs,
    };
    // Of what was given by hand meanwhile, the next run sees what it is now.
    if (duty === undefined) await duties.begin(channel, day, step);
    else if ((await duties.give(duty, step)) !== null) await takeBackGiven(duty, nowMs);
    count += 1;
  }
  return count;
}

async function seeToGaps(today: LocalDay, nowMs: number, mayGoOn: () => boolean): Promise<void> {
  const toDay = addDays(today, GAP_DAYS);
  const [near, found] = await Promise.all([
    duties.ofDays(today, toDay),
    items.around(today, toDay),
  ]);
  for (const duty of near) {
    if (!mayGoOn()) break;
    await seeToGap(duty, stateOfDay(duty.channel, duty.day, found, today), nowMs);
  }
}
