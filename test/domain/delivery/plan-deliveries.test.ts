import { DEFAULT_DELIVERY_RULES } from '../../../domain/delivery/delivery-rules';
import type { Recipient } from '../../../domain/delivery/plan-deliveries';
import { planDeliveries } from '../../../domain/delivery/plan-deliveries';
import { at, clock } from '../shift/people';
import { aWorld, diceOf } from './random-worlds';
import { aMessage, aSituation } from './situations';

const NOW = at('2026-03-05 10:00');
const crew = (
  crewId: string,
  count: number,
  changes: Parameters<typeof aSituation>[0] = {},
): Recipient[] =>
  Array.from({ length: count }, (_, index) => ({
    personId: `${crewId}-${index}`,
    situation: aSituation({ person: { crewId }, ...changes }),
  }));
const planFor = (recipients: Iterable<Recipient>, message = aMessage()) =>
  planDeliveries(recipients, message, NOW, DEFAULT_DELIVERY_RULES);

describe('one message to many', () => {
  // At 10:00 on the 5th: one sleeps after back-night, two rests, five works early.
  it('brings people of the same instant and reason together and says how many come when', () => {
    const { groups, overview } = planFor([
      ...crew('one', 3),
      ...crew('two', 4),
      ...crew('five', 2),
      ...crew('three', 1, { credits: {} }),
    ]);
    expect(
      groups.map(({ atMs, reason, personIds }) => [clock(atMs), reason.code, personIds.length]),
    ).toEqual([
      ['03-05 10:00', 'free-now', 5],
      ['03-05 14:30', 'after-shift', 2],
      ['03-05 16:00', 'after-sleep', 3],
    ]);
    expect(groups[0]?.inboxOnly).toEqual([{ personId: 'three-0', because: 'no-credit' }]);
    expect(overview).toMatchObject({
      total: 10,
      now: 5,
      later: [
        { atMs: at('2026-03-05 14:30'), count: 2, reason: { code: 'after-shift', label: 'early' } },
        { atMs: at('2026-03-05 16:00'), count: 3 },
      ],
      inboxOnly: { 'no-credit': 1, 'not-bound': 0, asleep: 0, 'daily-limit': 0 },
      leastBad: 0,
    });
  });

  it('puts at most 200 people into a group, each once and with their own exception', () => {
    const people = [...crew('two', 450)].map((recipient, index) =>
      index % 100 === 99
        ? { ...recipient, situation: aSituation({ person: { crewId: 'two' }, isBound: false }) }
        : recipient,
    );
    const { groups } = planFor(people);
    expect(groups.map(({ personIds }) => personIds.length)).toEqual([200, 200, 50]);
    expect(groups.map(({ inboxOnly }) => inboxOnly.map(({ personId }) => personId))).toEqual([
      ['two-99', 'two-199'],
      ['two-299', 'two-399'],
      [],
    ]);
    expect(groups.flatMap(({ personIds }) => personIds)).toEqual(
      people.map(({ personId }) => personId),
    );
  });

  it('accounts for everybody when the deadline is past', () => {
    const { groups, notSent, overview } = planFor(crew('one', 2), aMessage({ deadlineAtMs: NOW }));
    expect(groups).toEqual([]);
    expect(notSent).toHaveLength(2);
    expect(overview).toMatchObject({
      total: 2,
      now: 0,
      later: [],
      notSent: { 'deadline-past': 2, 'starts-too-late': 0 },
    });
  });

  it('to nobody is nothing', () => {
    expect(planFor([])).toMatchObject({
      groups: [],
      notSent: [],
      overview: { total: 0, now: 0, later: [] },
    });
  });

  it('the figures add up, whoever the people are', () => {
    const dice = diceOf(7);
    for (let world = 0; world < 100; world += 1) {
      const { recipients, message, nowMs, rules } = aWorld(dice, 12);
      const { groups, notSent, overview } = planDeliveries(recipients, message, nowMs, rules);
      const later = overview.later.reduce((sum, { count }) => sum + count, 0);
      const refused = overview.notSent['deadline-past'] + overview.notSent['starts-too-late'];
      expect(overview.now + later + refused).toBe(12);
      const named = [
        ...groups.flatMap(({ personIds }) => personIds),
        ...notSent.map(({ personId }) => personId),
      ];
      expect(new Set(named).size).toBe(12);
      const quiet = Object.values(overview.inboxOnly).reduce((sum, count) => sum + count, 0);
      expect(groups.flatMap(({ inboxOnly }) => inboxOnly)).toHaveLength(quiet);
    }
  });
});
