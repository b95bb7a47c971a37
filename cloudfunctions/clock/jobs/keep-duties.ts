import { performance } from 'node:perf_hooks';
import { GAP_DAYS } from '../../../domain/content/channel/calendar';
import { planDuties } from '../../../domain/content/channel/duty';
import { DUTY_RULES } from '../../../domain/content/channel/duty-hours';
import { addDays, dayOfInstant, type LocalDay } from '../../../domain/time/local-day';
import { channelNoticeText } from '../../_deliver/channel-notices.text';
import { seeToGap, takeBackGiven } from '../../_deliver/tell-of-duty';
import { stateOfDay } from '../../_store/content/day-state';
import { duties, type DutyDocument } from '../../_store/content/duties';
import { readWriters, toDutyEditor } from '../../_store/content/duty-editors';
import { issueIdOf } from '../../_store/content/issues';
import { items } from '../../_store/content/items';
import { derivedId } from '../../_store/derived-id';
import { readRotas } from '../../_store/people/organisation';
import type { Job } from '../job';

/**
 * Plans who is on duty in the coming two weeks, anew where somebody no longer can, then tells who is on
 * duty of days that are empty. What was not done by a run that was cut off, the next one finds. How many
 * duties changed hands. docs/rules.md#R-295, docs/rules.md#R-297
 */
export const keepDuties: Job = async ({ nowMs, stopAtMs }) => {
  const atMs = nowMs();
  const today = dayOfInstant(atMs);
  const known = await duties.ofDays(
    addDays(today, -DUTY_RULES.lookBackDays),
    addDays(today, DUTY_RULES.days),
  );
  const changed = await planAnew(known, atMs, stopAtMs);
  await seeToGaps(today, atMs, stopAtMs);
  return changed;
};

async function planAnew(
  known: readonly DutyDocument[],
  nowMs: number,
  stopAtMs: number,
): Promise<number> {
  const [writers, rotas] = await Promise.all([readWriters(), readRotas()]);
  const editors = writers.map((member) => toDutyEditor(member, rotas));
  let count = 0;
  for (const { channel, day, memberId } of planDuties(editors, known, nowMs)) {
    if (performance.now() >= stopAtMs) break;
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

async function seeToGaps(today: LocalDay, nowMs: number, stopAtMs: number): Promise<void> {
  const toDay = addDays(today, GAP_DAYS);
  const [near, found] = await Promise.all([
    duties.ofDays(today, toDay),
    items.around(today, toDay),
  ]);
  for (const duty of near) {
    if (performance.now() >= stopAtMs) break;
    await seeToGap(duty, stateOfDay(duty.channel, duty.day, found, today), nowMs);
  }
}
