import type { Swap, SwapAction, SwapState } from '../../../domain/shift/swap';
import { decideSwap, obstacleTo, overridesOfSwap, proposeSwap } from '../../../domain/shift/swap';
import { shiftsOf } from '../../../domain/shift/roster-day';
import { addDays, localDay } from '../../../domain/time/local-day';
import { aPerson, aRoster, aRotation, at, clock, leave } from './people';

const NOW = at('2026-03-01 12:00');
const DAY = localDay('2026-03-04');
const proposer = aPerson({ crewId: 'one' });
const partner = aPerson({ crewId: 'two' });
const aSwap = (changes: Partial<Swap> = {}): Swap => ({
  ...{ id: 'swap', proposerId: 'ann', partnerId: 'bo', days: [DAY], state: 'proposed' },
  // The back night of ann, before the early shift of bo.
  limitAtMs: at('2026-03-04 02:00'),
  ...changes,
});
const propose = (changes: Partial<Swap>, a = proposer, b = partner) => {
  const decision = proposeSwap(aSwap(changes), a, b, NOW);
  return decision.kind === 'refused' ? decision.reason : decision.swap.state;
};

describe('proposing a swap', () => {
  it('of two different shifts to come is possible', () => {
    // Early against back-night, and free the days around.
    expect(propose({})).toBe('proposed');
  });

  it.each<[string, Partial<Swap>, string]>([
    ['with oneself', { partnerId: 'ann' }, 'same-person'],
    ['of no day', { days: [] }, 'no-days'],
    [
      'of fifteen days',
      { days: Array.from({ length: 15 }, (_, n) => addDays(DAY, n)) },
      'too-many-days',
    ],
    ['of shifts that have begun', { days: [localDay('2026-02-28')] }, 'day-has-begun'],
  ])('%s is refused', (_, changes, reason) => {
    expect(propose(changes)).toBe(reason);
  });

  it('is refused from the instant on at which the first of the two shifts begins', () => {
    const decide = (nowMs: number) => proposeSwap(aSwap(), proposer, partner, nowMs).kind;
    expect([decide(at('2026-03-04 01:59')), decide(at('2026-03-04 02:00'))]).toEqual([
      'accepted',
      'refused',
    ]);
  });

  it('is refused between people of one crew', () => {
    expect(propose({}, proposer, aPerson({ crewId: 'one' }))).toBe('nothing-to-swap');
  });

  it('is refused when a person has leave, or nothing is known', () => {
    expect(propose({}, aPerson({ overrides: [leave('2026-03-04', '2026-03-05')] }))).toBe(
      'contradicts-override',
    );
    expect(propose({}, proposer, aPerson({ memberships: [] }))).toBe('shifts-not-known');
  });

  it('is refused when a person would work two shifts at once, also over midnight', () => {
    const days = [
      [{ label: 'night', kind: 'night', startMinute: 1320, durationMinutes: 600 } as const],
      [],
    ];
    const nights = aRotation('four-crews-two-shifts', {
      cycleDays: 2,
      days,
      crews: [{ crewId: 'night', offset: 0 }],
    });
    const early = [
      [{ label: 'early', kind: 'day', startMinute: 360, durationMinutes: 480 } as const],
      [],
    ];
    const days2 = aRotation('four-crews-two-shifts', {
      cycleDays: 2,
      days: early,
      crews: [{ crewId: 'early', offset: 1 }],
    });
    const roster = aRoster([nights, days2]);
    const night = aPerson({ roster, crewId: 'night' });
    const day = aPerson({ roster, crewId: 'early' });
    // Nights on the 2nd and 4th end at 08:00 of the 3rd and 5th; the early shift of the 3rd starts at 06:00.
    expect(propose({ days: [localDay('2026-03-03')] }, night, day)).toBe('shifts-overlap');
  });

  it('names each day once, in order', () => {
    const days = [addDays(DAY, 1), DAY, DAY];
    const decision = proposeSwap(aSwap({ days }), proposer, partner, NOW);
    expect(decision.kind === 'accepted' && decision.swap.days).toEqual([DAY, addDays(DAY, 1)]);
  });
});

describe('deciding on a swap', () => {
  const ANN = { personId: 'ann', isOfficer: false };
  const BO = { personId: 'bo', isOfficer: false };
  const OFFICER = { personId: 'cy', isOfficer: true };
  const OTHER = { personId: 'di', isOfficer: false };
  const decide = (state: SwapState, action: SwapAction, actor = BO, nowMs = NOW) => {
    const decision = decideSwap(aSwap({ state }), action, actor, nowMs);
    return decision.kind === 'refused' ? decision.reason : decision.swap.state;
  };

  it.each<[SwapState, SwapAction, typeof ANN, string]>([
    ['proposed', 'agree', BO, 'agreed'],
    ['agreed', 'agree', BO, 'agreed'],
    ['seen', 'agree', BO, 'seen'],
    ['proposed', 'agree', ANN, 'not-the-partner'],
    ['proposed', 'agree', OFFICER, 'not-the-partner'],
    ['declined', 'agree', BO, 'already-decided'],
    ['withdrawn', 'agree', BO, 'already-decided'],
    ['proposed', 'decline', BO, 'declined'],
    ['declined', 'decline', BO, 'declined'],
    ['proposed', 'decline', ANN, 'not-the-partner'],
    ['agreed', 'decline', BO, 'already-decided'],
    ['agreed', 'decline', OFFICER, 'declined'],
    ['seen', 'decline', OFFICER, 'declined'],
    ['withdrawn', 'decline', OFFICER, 'already-decided'],
    ['proposed', 'withdraw', ANN, 'withdrawn'],
    ['agreed', 'withdraw', BO, 'withdrawn'],
    ['seen', 'withdraw', ANN, 'withdrawn'],
    ['withdrawn', 'withdraw', ANN, 'withdrawn'],
    ['declined', 'withdraw', ANN, 'already-decided'],
    ['proposed', 'withdraw', OTHER, 'not-a-party'],
    ['proposed', 'withdraw', OFFICER, 'not-a-party'],
    ['agreed', 'see', OFFICER, 'seen'],
    ['seen', 'see', OFFICER, 'seen'],
    ['proposed', 'see', OFFICER, 'already-decided'],
    ['agreed', 'see', OTHER, 'not-an-officer'],
    ['agreed', 'see', { ...BO, isOfficer: true }, 'not-an-officer'],
  ])('%s, %s by %j: %s', (state, action, actor, expected) => {
    expect(decide(state, action, actor)).toBe(expected);
  });

  it.each(['agree', 'decline', 'withdraw'] as const)(
    '%s is possible until the first of the two shifts begins',
    (action) => {
      expect(decide('proposed', action, BO, at('2026-03-04 01:59'))).not.toBe('day-has-begun');
      expect(decide('proposed', action, BO, at('2026-03-04 02:00'))).toBe('day-has-begun');
    },
  );

  it('an officer may still see it afterwards', () => {
    expect(decide('agreed', 'see', OFFICER, at('2026-03-20 00:00'))).toBe('seen');
  });
});

describe('a swap in force', () => {
  it('gives each the shifts of the other on its days and leaves the rest', () => {
    const made = overridesOfSwap(aSwap(), proposer, partner);
    const starts = (person: typeof proposer) =>
      shiftsOf(person, localDay('2026-03-03'), localDay('2026-03-06')).map((shift) =>
        clock(shift.startAtMs),
      );
    expect(starts({ ...proposer, overrides: made.proposer })).toEqual([
      '03-03 14:00',
      '03-04 02:00',
      '03-05 02:00',
    ]);
    expect(starts({ ...partner, overrides: made.partner })).toEqual(['03-03 08:00', '03-04 08:00']);
  });

  it('would be in the way of agreeing when leave came between', () => {
    const onLeave = aPerson({ overrides: [leave('2026-03-04', '2026-03-05')] });
    expect(obstacleTo(aSwap(), proposer, partner)).toBeUndefined();
    expect(obstacleTo(aSwap(), onLeave, partner)).toBe('contradicts-override');
  });
});
