import fc from 'fast-check';
import type { DeliveryMessage, DeliveryRules } from '../../../domain/delivery/delivery-rules';
import { DEFAULT_DELIVERY_RULES } from '../../../domain/delivery/delivery-rules';
import type { DeliverySituation } from '../../../domain/delivery/delivery-situation';
import { planDelivery } from '../../../domain/delivery/plan-delivery';
import { availabilityAt } from '../../../domain/shift/availability';
import { aRoster, aRotation, at, clock } from '../shift/people';
import { aWorld, diceOf } from './random-worlds';
import { aMessage, aSituation } from './situations';

/** Crew one: early 08-14 on the 4th, back-night 02-08 on the 5th, rest on the 6th. */
const plan = (
  now: string,
  message: Partial<DeliveryMessage> = {},
  situation: DeliverySituation = aSituation(),
  rules: Partial<DeliveryRules> = {},
) => {
  const made = planDelivery(situation, aMessage(message), at(now), {
    ...DEFAULT_DELIVERY_RULES,
    ...rules,
  });
  return made.kind === 'deliver' ? { ...made, atMs: clock(made.atMs) } : made;
};
const deadline = (text: string) => ({ deadlineAtMs: at(text) });

describe('a timely message', () => {
  it('comes now to someone awake and off shift, to the millisecond', () => {
    expect(plan('2026-03-05 16:00')).toEqual({
      kind: 'deliver',
      atMs: '03-05 16:00',
      reason: { code: 'free-now' },
    });
    const nowMs = at('2026-03-05 16:00') + 1;
    expect(planDelivery(aSituation(), aMessage(), nowMs, DEFAULT_DELIVERY_RULES)).toMatchObject({
      atMs: nowMs,
    });
  });

  it('comes at once in office hours, and says so', () => {
    const roster = aRoster([aRotation('day-workers')]);
    const officeWorker = aSituation({ person: { roster } });
    expect(plan('2026-03-05 09:00', {}, officeWorker)).toMatchObject({
      atMs: '03-05 09:00',
      reason: { code: 'office-hours' },
    });
    const later = { notBeforeAtMs: at('2026-03-05 10:00') };
    expect(plan('2026-03-05 09:00', later, officeWorker)).toMatchObject({
      atMs: '03-05 10:00',
      reason: { code: 'scheduled' },
    });
    expect(plan('2026-03-05 05:00', {}, officeWorker)).toMatchObject({
      atMs: '03-05 06:30',
      reason: { code: 'after-sleep', because: 'night' },
    });
  });

  it.each([
    [
      '2026-03-05 15:59',
      '03-05 16:00',
      { code: 'after-sleep', because: 'after-night', label: 'back-night' },
    ],
    [
      '2026-03-05 03:00',
      '03-05 16:00',
      { code: 'after-sleep', because: 'after-night', label: 'back-night' },
    ],
    [
      '2026-03-05 08:45',
      '03-05 16:00',
      { code: 'after-sleep', because: 'after-night', label: 'back-night' },
    ],
    ['2026-03-04 09:00', '03-04 14:30', { code: 'after-shift', label: 'early' }],
    [
      '2026-03-04 20:00',
      '03-05 16:00',
      { code: 'after-sleep', because: 'after-night', label: 'back-night' },
    ],
    ['2026-03-05 22:30', '03-06 06:30', { code: 'after-sleep', because: 'night' }],
  ])('sent at %s waits until %s', (now, atMs, reason) => {
    expect(plan(now)).toMatchObject({ atMs, reason });
  });

  it('names the own window of the person as the reason', () => {
    const sleepPreference = { night: { startMinute: 1320, lengthMinutes: 600 } };
    expect(plan('2026-03-05 23:00', {}, aSituation({ person: { sleepPreference } }))).toMatchObject(
      {
        atMs: '03-06 08:00',
        reason: { code: 'after-sleep', because: 'own-window' },
      },
    );
  });

  it('scheduled by the sender comes then, or at the next suitable instant', () => {
    const scheduled = (text: string) => plan('2026-03-05 16:00', { notBeforeAtMs: at(text) });
    expect(scheduled('2026-03-05 18:00')).toMatchObject({
      atMs: '03-05 18:00',
      reason: { code: 'scheduled' },
    });
    expect(scheduled('2026-03-05 23:00')).toMatchObject({
      atMs: '03-06 06:30',
      reason: { code: 'after-sleep' },
    });
    expect(scheduled('2026-03-05 12:00')).toMatchObject({
      atMs: '03-05 16:00',
      reason: { code: 'free-now' },
    });
  });
});

describe('an urgent message', () => {
  it('comes at once to someone asleep, whatever came before it that day', () => {
    const situation = aSituation({ countsByDay: { '2026-03-05': 99 } });
    expect(plan('2026-03-05 10:00', { urgency: 'urgent' }, situation)).toMatchObject({
      atMs: '03-05 10:00',
      reason: { code: 'urgent' },
    });
  });
});

describe('on duty', () => {
  it('handover times may be opened by the organisation', () => {
    expect(plan('2026-03-04 09:00', {}, aSituation(), { onDuty: 'at-handover' })).toMatchObject({
      atMs: '03-04 14:00',
      reason: { code: 'at-handover', label: 'early' },
    });
  });

  it('breaks may be opened, from their first minute to the one before their end', () => {
    const rules = { onDuty: 'in-breaks' } as const;
    expect(plan('2026-03-04 09:00', {}, aSituation(), rules)).toMatchObject({
      atMs: '03-04 11:00',
      reason: { code: 'in-break', label: 'early' },
    });
    expect(plan('2026-03-04 11:29', {}, aSituation(), rules)).toMatchObject({
      atMs: '03-04 11:29',
    });
    expect(plan('2026-03-04 11:30', {}, aSituation(), rules)).toMatchObject({
      atMs: '03-04 14:30',
    });
  });

  it('what the person chose counts instead', () => {
    const situation = aSituation({ preferences: { onDuty: 'at-handover' } });
    expect(plan('2026-03-04 09:00', {}, situation)).toMatchObject({ atMs: '03-04 14:00' });
  });
});

describe('a deadline', () => {
  it('that is past sends nothing', () => {
    expect(plan('2026-03-05 16:00', deadline('2026-03-05 16:00'))).toEqual({
      kind: 'not-sent',
      reason: 'deadline-past',
    });
    expect(
      plan('2026-03-05 16:00', { urgency: 'urgent', ...deadline('2026-03-05 15:00') }).kind,
    ).toBe('not-sent');
  });

  it('before the scheduled time sends nothing', () => {
    const message = { ...deadline('2026-03-05 18:00'), notBeforeAtMs: at('2026-03-05 18:00') };
    expect(plan('2026-03-05 16:00', message)).toEqual({
      kind: 'not-sent',
      reason: 'starts-too-late',
    });
  });

  it.each([
    ['rest before sleep', '2026-03-05 08:45', '2026-03-05 12:00', '03-05 08:45', 'resting'],
    [
      'handover before the shift',
      '2026-03-05 03:00',
      '2026-03-05 08:10',
      '03-05 08:00',
      'handover',
    ],
    ['a shift before sleep', '2026-03-05 00:00', '2026-03-05 03:00', '03-05 01:30', 'handover'],
    [
      'a shift when nothing else is left',
      '2026-03-05 03:00',
      '2026-03-05 07:00',
      '03-05 03:00',
      'shift',
    ],
  ])('without a suitable instant takes %s', (_, now, until, atMs, state) => {
    expect(plan(now, deadline(until))).toMatchObject({
      atMs,
      reason: { code: 'least-bad', state },
      leastBad: true,
    });
  });

  it('within sleep reaches the inbox and wakes nobody', () => {
    expect(plan('2026-03-05 10:00', deadline('2026-03-05 16:00'))).toEqual({
      kind: 'deliver',
      atMs: '03-05 10:00',
      reason: { code: 'least-bad', state: 'asleep' },
      leastBad: true,
      inboxOnlyBecause: 'asleep',
    });
  });

  it('a millisecond after waking is met', () => {
    const message = { deadlineAtMs: at('2026-03-05 16:00') + 1 };
    expect(plan('2026-03-05 10:00', message)).toMatchObject({
      atMs: '03-05 16:00',
    });
  });
});

describe('the limit of a day', () => {
  const full = aSituation({ countsByDay: { '2026-03-05': 3 } });

  it('puts a message off to the next day', () => {
    expect(plan('2026-03-05 16:00', {}, full)).toMatchObject({
      atMs: '03-06 06:30',
      reason: { code: 'daily-limit' },
    });
    expect(
      plan('2026-03-05 16:00', {}, aSituation({ countsByDay: { '2026-03-05': 2 } })),
    ).toMatchObject({
      atMs: '03-05 16:00',
    });
  });

  it('with a deadline that day leaves the inbox', () => {
    expect(plan('2026-03-05 16:00', deadline('2026-03-05 20:00'), full)).toMatchObject({
      atMs: '03-05 16:00',
      reason: { code: 'least-bad', state: 'daily-limit' },
      inboxOnlyBecause: 'daily-limit',
    });
  });
});

describe('a digest', () => {
  const digest = { urgency: 'digest' } as const;

  it.each([
    ['before the digest minute waits for it', '2026-03-06 10:00', '03-06 17:30'],
    ['at the digest minute goes with it', '2026-03-06 17:30', '03-06 17:30'],
    ['after it waits for the next day', '2026-03-05 17:31', '03-06 17:30'],
    ['on shift waits until after it', '2026-03-03 10:00', '03-03 20:30'],
  ])('%s', (_, now, atMs) => {
    expect(plan(now, digest)).toMatchObject({ atMs, reason: { code: 'digest' } });
  });

  it('joins the one that waits already and shares its credit', () => {
    const waiting = (hasCredit: boolean) =>
      aSituation({ credits: {}, pendingDigest: { atMs: at('2026-03-06 12:00'), hasCredit } });
    expect(plan('2026-03-06 10:00', digest, waiting(true))).toMatchObject({
      atMs: '03-06 12:00',
    });
    expect(plan('2026-03-06 10:00', digest, waiting(false))).toMatchObject({
      inboxOnlyBecause: 'no-credit',
    });
  });

  it('does not join one that would come in sleep', () => {
    const situation = aSituation({
      pendingDigest: { atMs: at('2026-03-06 03:00'), hasCredit: true },
    });
    expect(plan('2026-03-05 20:00', digest, situation)).toMatchObject({ atMs: '03-06 17:30' });
  });

  it('that would be too late is treated as timely', () => {
    expect(plan('2026-03-06 10:00', { ...digest, ...deadline('2026-03-06 17:30') })).toMatchObject({
      atMs: '03-06 10:00',
      reason: { code: 'free-now' },
    });
  });

  it('comes at the minute the person chose', () => {
    const situation = aSituation({ preferences: { digestMinute: 720 } });
    expect(plan('2026-03-06 10:00', digest, situation)).toMatchObject({ atMs: '03-06 12:00' });
  });
});

describe('the way it comes', () => {
  it.each<[string, Partial<DeliverySituation>, Partial<DeliveryMessage>, string]>([
    ['a notice with the last credit', {}, {}, 'subscribe'],
    ['no credit of its kind', { credits: { poll: 5 } }, {}, 'no-credit'],
    ['no account', { isBound: false }, {}, 'not-bound'],
    [
      'the credit is for something as important',
      { claims: [{ creditKind: 'notice', importance: 3 }] },
      {},
      'no-credit',
    ],
    [
      'what waits is less important',
      { claims: [{ creditKind: 'notice', importance: 2 }] },
      {},
      'subscribe',
    ],
    [
      'what waits is of another kind',
      { claims: [{ creditKind: 'poll', importance: 4 }] },
      {},
      'subscribe',
    ],
    ['the last credit is kept from what matters little', {}, { importance: 1 }, 'no-credit'],
    [
      'with two credits it may have one',
      { credits: { notice: 2 } },
      { importance: 1 },
      'subscribe',
    ],
  ])('%s', (_, changes, message, expected) => {
    const made = plan('2026-03-05 16:00', message, aSituation(changes));
    expect(made.kind === 'deliver' && (made.inboxOnlyBecause ?? 'subscribe')).toBe(expected);
  });
});

it('no notice that can wait comes in sleep, none before now or from the deadline on', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { recipients, message, nowMs, rules } = aWorld(diceOf(seed), 3);
      for (const { situation } of recipients) {
        const made = planDelivery(situation, message, nowMs, rules);
        if (made.kind === 'not-sent') continue;
        expect(made.atMs >= nowMs && made.atMs < message.deadlineAtMs).toBe(true);
        if (message.urgency === 'urgent' || made.inboxOnlyBecause !== undefined) continue;
        expect(availabilityAt(situation.schedule, made.atMs).state).not.toBe('asleep');
      }
    }),
    { numRuns: 200 },
  );
});
