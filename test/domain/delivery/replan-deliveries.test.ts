import fc from 'fast-check';
import type { DeliveryMessage } from '../../../domain/delivery/delivery-rules';
import { DEFAULT_DELIVERY_RULES } from '../../../domain/delivery/delivery-rules';
import type { DeliverySituation } from '../../../domain/delivery/delivery-situation';
import { planDelivery } from '../../../domain/delivery/plan-delivery';
import type { PendingDelivery } from '../../../domain/delivery/replan-deliveries';
import { replanDeliveries } from '../../../domain/delivery/replan-deliveries';
import { localDay } from '../../../domain/time/local-day';
import { aRoster, aRotation, at, clock, leave } from '../shift/people';
import { aWorld, diceOf } from './random-worlds';
import { aMessage, aSituation } from './situations';

const NOW = at('2026-03-05 10:00');

function pending(
  situation: DeliverySituation,
  message: DeliveryMessage,
  deliveryId = 'delivery',
  nowMs = NOW,
): PendingDelivery {
  const plan = planDelivery(situation, message, nowMs, DEFAULT_DELIVERY_RULES);
  if (plan.kind === 'not-sent') throw new Error(plan.reason);
  return { deliveryId, personId: 'ann', message, plan };
}
const replan = (
  list: readonly PendingDelivery[],
  situation: DeliverySituation | undefined,
  nowMs = NOW,
) => {
  const { keep, move, cancel } = replanDeliveries(
    list,
    () => situation,
    nowMs,
    DEFAULT_DELIVERY_RULES,
  );
  return {
    keep: keep.map(({ deliveryId }) => deliveryId),
    move: move.map(({ pending: { deliveryId }, to }) => [
      deliveryId,
      clock(to.atMs),
      to.reason.code,
    ]),
    cancel: cancel.map(({ pending: { deliveryId }, because }) => [deliveryId, because]),
  };
};

describe('planning again', () => {
  const waking = pending(aSituation(), aMessage());

  it('keeps what is still right', () => {
    expect(replan([waking], aSituation())).toEqual({ keep: ['delivery'], move: [], cancel: [] });
    expect(replan([waking], aSituation(), at('2026-03-05 15:59')).keep).toEqual(['delivery']);
  });

  it('brings it forward when leave frees the night', () => {
    const onLeave = aSituation({ person: { overrides: [leave('2026-03-05', '2026-03-06')] } });
    expect(replan([waking], onLeave)).toEqual({
      keep: [],
      move: [['delivery', '03-05 10:00', 'free-now']],
      cancel: [],
    });
  });

  it('puts it off when a pattern from today on says work', () => {
    const switched = aRotation('day-workers', {
      ...{ validFromDay: localDay('2026-03-05'), daysCounted: 'every-day' },
      crews: [{ crewId: 'one', offset: 0 }],
    });
    const situation = aSituation({ person: { roster: aRoster([aRotation(), switched]) } });
    expect(replan([waking], situation)).toEqual({
      keep: [],
      move: [['delivery', '03-05 18:00', 'after-shift']],
      cancel: [],
    });
  });

  it('cancels it for someone who is no recipient any more', () => {
    expect(replan([waking], undefined).cancel).toEqual([['delivery', 'recipient-gone']]);
  });

  it('cancels it when the message now has to be known earlier', () => {
    const sooner = { ...waking, message: aMessage({ deadlineAtMs: NOW }) };
    expect(replan([sooner], aSituation()).cancel).toEqual([['delivery', 'deadline-past']]);
  });

  it('leaves alone what is due: it is being sent', () => {
    expect(replan([waking], undefined, waking.plan.atMs).keep).toEqual(['delivery']);
    const changed = aSituation({ person: { overrides: [leave('2026-03-05', '2026-03-06')] } });
    expect(replan([waking], changed, waking.plan.atMs + 1).keep).toEqual(['delivery']);
  });

  it('a new credit goes to the more important one', () => {
    const broke = aSituation({ credits: {} });
    const list = [
      pending(broke, aMessage({ importance: 2 }), 'minor'),
      pending(broke, aMessage({ importance: 4 }), 'major'),
    ];
    const result = replan(list, aSituation());
    expect([result.keep, result.move.map(([id]) => id)]).toEqual([['minor'], ['major']]);
  });

  it('counts what it has planned towards the limit of the day', () => {
    const list = ['a', 'b', 'c', 'd'].map((id) => pending(aSituation(), aMessage(), id));
    const result = replan(list, aSituation({ credits: { notice: 9 } }));
    expect(result.move).toEqual([['d', '03-06 06:30', 'daily-limit']]);
  });

  it('keeps digests together, and moves them together', () => {
    const digest = aMessage({ urgency: 'digest' });
    const list = ['a', 'b'].map((id) =>
      pending(aSituation({ credits: { notice: 9 } }), digest, id),
    );
    expect(replan(list, aSituation({ credits: { notice: 9 } })).keep).toEqual(['a', 'b']);
    // An evening shift moved to the digest minute.
    const slots = [
      { label: 'middle', kind: 'evening', startMinute: 960, durationMinutes: 240 } as const,
    ];
    const span = { fromDay: localDay('2026-03-05'), toDay: localDay('2026-03-06') };
    const overrides = [{ kind: 'changed-hours', id: 'late', slots, ...span } as const];
    const late = aSituation({ credits: { notice: 9 }, person: { overrides } });
    expect(replan(list, late).move).toEqual([
      ['a', '03-05 20:30', 'digest'],
      ['b', '03-05 20:30', 'digest'],
    ]);
  });

  it('digests that wait together want one credit', () => {
    const two = aSituation({ credits: { notice: 2 } });
    const digest = aMessage({ urgency: 'digest' });
    const list = [
      pending(two, digest, 'a'),
      pending(two, digest, 'b'),
      pending(two, aMessage(), 'c'),
    ];
    const result = replan(list, two);
    expect([result.keep, result.move]).toEqual([['a', 'b', 'c'], []]);
  });

  it('a digest stays when its minute has passed and it has not', () => {
    const evening = aSituation({ person: { crewId: 'four' } });
    const waits = pending(evening, aMessage({ urgency: 'digest' }));
    expect(clock(waits.plan.atMs)).toBe('03-05 20:30');
    expect(replan([waits], evening, at('2026-03-05 18:00')).keep).toEqual(['delivery']);
  });

  it('changes nothing when nothing has changed, not even when time goes on', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 3000 }), (seed, minutes) => {
        const { recipients, message, nowMs, rules } = aWorld(diceOf(seed), 4);
        const situations = new Map(
          recipients.map(({ personId, situation }) => {
            const { schedule, isBound, credits, countsByDay } = situation;
            return [personId, { schedule, isBound, credits, countsByDay, claims: [] }];
          }),
        );
        const list = [...situations].flatMap(([personId, situation]) => {
          const plan = planDelivery(situation, message, nowMs, rules);
          return plan.kind === 'deliver' ? [{ deliveryId: personId, personId, message, plan }] : [];
        });
        const again = (atMs: number) =>
          replanDeliveries(list, (id) => situations.get(id), atMs, rules);
        const now = again(nowMs);
        expect([now.keep.length, now.move, now.cancel]).toEqual([list.length, [], []]);
        const later = again(nowMs + minutes * 60_000);
        expect(later.keep.length + later.move.length).toBe(list.length);
        // Only the reason may turn from the limit of a day that has passed to what still keeps it.
        const drifted = later.move.map(({ pending: { plan }, to }) => [
          plan.reason.code,
          to.atMs - plan.atMs,
        ]);
        expect(drifted.filter(([code, ms]) => code !== 'daily-limit' || ms !== 0)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
