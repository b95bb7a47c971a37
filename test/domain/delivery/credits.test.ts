import fc from 'fast-check';
import { hasCreditFor, spendCredits } from '../../../domain/delivery/credits';
import { DEFAULT_DELIVERY_RULES } from '../../../domain/delivery/delivery-rules';

const waiting = (deliveryId: string, importance: number, atMs = 0, creditKind = 'notice') => ({
  deliveryId,
  importance,
  atMs,
  creditKind,
});
const spend = (deliveries: ReturnType<typeof waiting>[], credits: Record<string, number>) =>
  spendCredits(deliveries, credits, DEFAULT_DELIVERY_RULES);

describe('spending credits', () => {
  it('goes by importance, then by time, then by id', () => {
    const deliveries = [
      waiting('d', 2),
      waiting('c', 3, 5),
      waiting('b', 3, 1),
      waiting('a', 3, 5),
    ];
    expect(spend(deliveries, { notice: 3 })).toEqual({
      subscribe: ['b', 'a', 'c'],
      inboxOnly: ['d'],
    });
  });

  it('knows the credits of each kind apart', () => {
    const deliveries = [waiting('a', 4, 0, 'poll'), waiting('b', 2)];
    expect(spend(deliveries, { notice: 1 })).toEqual({ subscribe: ['b'], inboxOnly: ['a'] });
  });

  it('keeps the last one from what matters little', () => {
    expect(spend([waiting('a', 1)], { notice: 1 }).subscribe).toEqual([]);
    expect(spend([waiting('a', 1)], { notice: 2 }).subscribe).toEqual(['a']);
    expect(spend([waiting('a', 2)], { notice: 1 }).subscribe).toEqual(['a']);
  });

  it('asks the same of one delivery as of all together', () => {
    const some = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 5 }), (list, notice) => {
        const deliveries = list.map(([importance, atMs], index) =>
          waiting(`d${index}`, importance, atMs),
        );
        const { subscribe, inboxOnly } = spend(deliveries, { notice });
        expect(subscribe.length + inboxOnly.length).toBe(deliveries.length);
        expect(subscribe.length).toBeLessThanOrEqual(notice);
        const ranked = [...subscribe, ...inboxOnly].map((id) =>
          deliveries.find((d) => d.deliveryId === id)!,
        );
        ranked.forEach((delivery, index) => {
          const alone = hasCreditFor(
            delivery,
            { notice },
            ranked.slice(0, index),
            DEFAULT_DELIVERY_RULES,
          );
          expect(alone).toBe(subscribe.includes(delivery.deliveryId));
        });
      }),
    );
  });
});
