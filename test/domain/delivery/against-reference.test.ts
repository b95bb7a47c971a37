import { isDeepStrictEqual } from 'node:util';
import { planDeliveries } from '../../../domain/delivery/plan-deliveries';
import type { DeliveryPlan } from '../../../domain/delivery/plan-delivery';
import { planDelivery } from '../../../domain/delivery/plan-delivery';
import { aWorld, diceOf } from './random-worlds';
import { referencePlan } from './reference-planner';

const WORLDS = 2000;
const PEOPLE = 10;

describe('the planner against a minute-by-minute reference', () => {
  it(`gives the same answer for ${WORLDS * PEOPLE} random people and situations`, () => {
    const dice = diceOf(20_260_311);
    const differences: unknown[] = [];
    const seen = new Map<string, number>();
    for (let world = 0; world < WORLDS; world += 1) {
      const { recipients, message, nowMs, rules } = aWorld(dice, PEOPLE);
      const together = plansOf(planDeliveries(recipients, message, nowMs, rules));
      for (const { personId, situation } of recipients) {
        const expected = referencePlan(situation, message, nowMs, rules);
        const alone = planDelivery(situation, message, nowMs, rules);
        const code = expected.kind === 'deliver' ? expected.reason.code : expected.reason;
        seen.set(code, (seen.get(code) ?? 0) + 1);
        const isSame = isDeepStrictEqual(alone, expected);
        if (isSame && isDeepStrictEqual(together.get(personId), expected)) continue;
        differences.push({ world, personId, expected, alone, together: together.get(personId) });
      }
    }
    expect(differences.slice(0, 3)).toEqual([]);
    // A comparison that never meets a case says nothing about it.
    for (const code of EVERY_CODE) expect([code, (seen.get(code) ?? 0) > 20]).toEqual([code, true]);
  });
});

const EVERY_CODE = [
  'urgent',
  'free-now',
  'office-hours',
  'scheduled',
  'digest',
  'daily-limit',
  'after-shift',
  'at-handover',
  'in-break',
  'after-sleep',
  'least-bad',
  'deadline-past',
  'starts-too-late',
];

function plansOf({ groups, notSent }: ReturnType<typeof planDeliveries>) {
  const plans = new Map<string, DeliveryPlan>();
  for (const { atMs, reason, leastBad, personIds, inboxOnly } of groups) {
    const causes = new Map(inboxOnly.map(({ personId, because }) => [personId, because]));
    for (const personId of personIds) {
      const cause = causes.get(personId);
      plans.set(personId, {
        kind: 'deliver',
        atMs,
        reason,
        ...(cause === undefined ? {} : { inboxOnlyBecause: cause }),
        ...(leastBad ? { leastBad } : {}),
      });
    }
  }
  for (const { personId, reason } of notSent) plans.set(personId, { kind: 'not-sent', reason });
  return plans;
}
