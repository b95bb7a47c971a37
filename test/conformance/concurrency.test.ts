import { ITEMS, useCloud } from './use-cloud';

const cloud = useCloud();
const items = () => cloud.db.collection(ITEMS);

test('of 32 conditional updates at once exactly one wins', async () => {
  await items().add({ _id: 'seat', state: 'free' });
  const results = await Promise.all(
    Array.from({ length: 32 }, (_, caller) =>
      items().where({ _id: 'seat', state: 'free' }).update({ state: 'taken', caller }),
    ),
  );
  const winners = results.flatMap(({ updated }, caller) => (updated === 1 ? [caller] : []));
  expect(winners).toHaveLength(1);
  expect((await items().doc('seat').get()).data).toEqual([
    { _id: 'seat', state: 'taken', caller: winners[0] },
  ]);
});

test('no increment of 40 at once is lost', async () => {
  await items().add({ _id: 'counter', n: 0 });
  const { _ } = cloud;
  await Promise.all(
    Array.from({ length: 40 }, () =>
      items()
        .doc('counter')
        .update({ n: _.inc(1) }),
    ),
  );
  expect((await items().doc('counter').get()).data).toEqual([{ _id: 'counter', n: 40 }]);
});

test('each voter is counted once, however often each of them tries', async () => {
  await items().add({ _id: 'poll', state: 'open', voted: [], yes: 0 });
  const { _ } = cloud;
  const voters = Array.from({ length: 10 }, (_unused, n) => `v${n}`);
  const results = await Promise.all(
    [...voters, ...voters, ...voters].map((voter) =>
      items()
        .where({ _id: 'poll', state: 'open', voted: _.nin([voter]) })
        .update({ voted: _.push({ each: [voter], sort: 1 }), yes: _.inc(1) }),
    ),
  );
  expect(results.reduce((sum, { updated }) => sum + updated, 0)).toBe(10);
  expect((await items().doc('poll').get()).data).toMatchObject([{ voted: voters, yes: 10 }]);
});

test('of 32 that claim a document by updateAndReturn each gets another one', async () => {
  await items().add(Array.from({ length: 32 }, (_, n) => ({ _id: `job${n}`, state: 'waiting' })));
  const claimed = await Promise.all(
    Array.from({ length: 32 }, () =>
      items().where({ state: 'waiting' }).updateAndReturn({ state: 'taken' }),
    ),
  );
  expect(new Set(claimed.map(({ doc }) => doc?.['_id'])).size).toBe(32);
});
