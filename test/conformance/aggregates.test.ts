import { ITEMS, OTHERS, refusalOf, useCloud } from './use-cloud';

const cloud = useCloud();
const pipeline = () => cloud.db.collection(ITEMS).aggregate();
const $ = () => cloud._.aggregate;

beforeEach(async () => {
  await cloud.db.collection(ITEMS).add([
    { _id: 'a', crew: 1, points: 3, tags: ['x', 'y'], at: new Date('2024-01-01T15:59:00Z') },
    { _id: 'b', crew: 1, points: 5, tags: ['x'], at: new Date('2024-01-01T16:00:00Z') },
    { _id: 'c', crew: 2, points: 7, tags: [], at: new Date('2024-06-30T00:00:00Z') },
  ]);
  await cloud.db.collection(OTHERS).add([
    { _id: 1, name: 'crew one' },
    { _id: 2, name: 'crew two' },
  ]);
});

test('match, group and sort', async () => {
  const { data } = await pipeline()
    .match({ points: cloud._.gt(0) })
    .group({
      _id: '$crew',
      total: $().sum('$points'),
      count: $().sum(1),
      best: $().max('$points'),
      all: $().push('$_id'),
    })
    .sort({ total: -1, _id: 1 })
    .end();
  expect(data).toEqual([
    { _id: 1, total: 8, count: 2, best: 5, all: ['a', 'b'] },
    { _id: 2, total: 7, count: 1, best: 7, all: ['c'] },
  ]);
});

test('group over everything', async () => {
  const { data } = await pipeline()
    .group({
      _id: null,
      mean: $().avg('$points'),
      least: $().min('$points'),
      crews: $().addToSet('$crew'),
    })
    .end();
  expect(data).toEqual([{ _id: null, mean: 5, least: 3, crews: [1, 2] }]);
});

test('sort, skip, limit and project', async () => {
  const { data } = await pipeline()
    .sort({ points: -1 })
    .skip(1)
    .limit(1)
    .project({ _id: 0, double: $().multiply(['$points', 2]), many: $().size('$tags') })
    .end();
  expect(data).toEqual([{ double: 10, many: 1 }]);
});

test('unwind drops empty arrays unless told to keep them', async () => {
  const flat = await pipeline().unwind('$tags').project({ tags: 1 }).end();
  expect(flat.data).toEqual([
    { _id: 'a', tags: 'x' },
    { _id: 'a', tags: 'y' },
    { _id: 'b', tags: 'x' },
  ]);
  const kept = await pipeline()
    .unwind({ path: '$tags', preserveNullAndEmptyArrays: true })
    .count('n')
    .end();
  expect(kept.data).toEqual([{ n: 4 }]);
});

test('lookup joins by field, and by pipeline', async () => {
  const joined = await pipeline()
    .match({ _id: 'c' })
    .lookup({ from: OTHERS, localField: 'crew', foreignField: '_id', as: 'crews' })
    .project({ crews: 1 })
    .end();
  expect(joined.data).toEqual([{ _id: 'c', crews: [{ _id: 2, name: 'crew two' }] }]);
  const narrowed = await pipeline()
    .match({ _id: 'a' })
    .lookup({
      from: OTHERS,
      let: { crew: '$crew' },
      pipeline: [
        { $match: { $expr: { $eq: ['$_id', '$$crew'] } } },
        { $project: { _id: 0, name: 1 } },
      ],
      as: 'crews',
    })
    .project({ crews: 1 })
    .end();
  expect(narrowed.data).toEqual([{ _id: 'a', crews: [{ name: 'crew one' }] }]);
});

test('what a lookup finds is joined further, by field and by pipeline; a field that leads nowhere, or is not there, joins nothing', async () => {
  await cloud.db.collection(ITEMS).add([{ _id: 'd', crew: 9 }, { _id: 'e' }]);
  const crews = { from: OTHERS, localField: 'crew', foreignField: '_id', as: 'crews' };
  const mates = {
    from: ITEMS,
    pipeline: [{ $match: { crew: 1 } }, { $sort: { points: -1 } }, { $limit: 1 }],
    as: 'best',
  };
  const joinedTo = async (id: string) => {
    const { data } = await cloud.db
      .collection(OTHERS)
      .aggregate()
      .match({ _id: 1 })
      .lookup({
        from: ITEMS,
        pipeline: [{ $match: { _id: id } }, { $lookup: crews }, { $lookup: mates }],
        as: 'items',
      })
      .project({ _id: 0, 'items.crews': 1, 'items.best._id': 1 })
      .end();
    return data;
  };
  const best = [{ _id: 'b' }];
  expect(await joinedTo('c')).toEqual([
    { items: [{ crews: [{ _id: 2, name: 'crew two' }], best }] },
  ]);
  expect(await joinedTo('d')).toEqual([{ items: [{ crews: [], best }] }]);
  expect(await joinedTo('e')).toEqual([{ items: [{ crews: [], best }] }]);
  expect(await joinedTo('f')).toEqual([{ items: [] }]);
});

test('count, sortByCount, addFields, replaceRoot', async () => {
  expect((await pipeline().match({ crew: 1 }).count('members').end()).data).toEqual([
    { members: 2 },
  ]);
  expect((await pipeline().sortByCount('$crew').limit(1).end()).data).toEqual([
    { _id: 1, count: 2 },
  ]);
  const added = await pipeline()
    .match({ _id: 'a' })
    .addFields({ 'deep.points': '$points' })
    .project({ deep: 1 })
    .end();
  expect(added.data).toEqual([{ _id: 'a', deep: { points: 3 } }]);
  const replaced = await pipeline()
    .match({ _id: 'a' })
    .replaceRoot({ newRoot: { was: '$_id' } })
    .end();
  expect(replaced.data).toEqual([{ was: 'a' }]);
});

test('dates are printed in the zone that is asked for', async () => {
  const inZone = async (timezone: string) => {
    const day = $().dateToString({ date: '$at', format: '%Y-%m-%d %H:%M', timezone });
    const { data } = await pipeline().sort({ at: 1 }).project({ _id: 0, day }).end();
    return data.map((row) => row['day']);
  };
  const civil = ['2024-01-01 23:59', '2024-01-02 00:00', '2024-06-30 08:00'];
  expect(await inZone('Asia/Shanghai')).toEqual(civil);
  expect(await inZone('+08:00')).toEqual(civil);
  expect(await inZone('UTC')).toEqual(['2024-01-01 15:59', '2024-01-01 16:00', '2024-06-30 00:00']);
});

test('dates in a zone that changes its clocks are those of the instant', async () => {
  const timezone = 'Europe/Berlin';
  const { data } = await pipeline()
    .sort({ at: 1 })
    .project({
      _id: 0,
      text: $().dateToString({ date: '$at', format: '%Y-%m-%d %H:%M', timezone }),
      hour: { $hour: { date: '$at', timezone } },
    })
    .end();
  expect(data).toEqual([
    { text: '2024-01-01 16:59', hour: 16 },
    { text: '2024-01-01 17:00', hour: 17 },
    { text: '2024-06-30 02:00', hour: 2 },
  ]);
});

describe('of many rows', () => {
  const rows = 120;
  beforeEach(async () => {
    const many = Array.from({ length: rows }, (_, n) => ({
      _id: `many-${n}`,
      kind: n,
      many: true,
    }));
    await cloud.db.collection(ITEMS).add(many);
  });
  const many = () => pipeline().match({ many: true });

  test('20 are given unless the pipeline names a limit', async () => {
    expect((await many().end()).data).toHaveLength(20);
    expect((await many().group({ _id: '$kind' }).end()).data).toHaveLength(20);
    expect((await many().group({ _id: '$kind' }).limit(1000).end()).data).toHaveLength(rows);
    expect((await many().limit(1000).group({ _id: '$kind' }).end()).data).toHaveLength(rows);
  });

  test('all are counted, whatever is given', async () => {
    expect((await many().count('n').end()).data).toEqual([{ n: rows }]);
  });
});

test('weeks begin on Sunday, texts are searched by character', async () => {
  await cloud.db
    .collection(ITEMS)
    .add({ _id: 'text', at: new Date('2024-01-07T00:00:00Z'), word: '学习😀笔记' });
  const { data } = await pipeline()
    .match({ _id: 'text' })
    .project({
      _id: 0,
      week: $().week('$at'),
      place: $().indexOfCP(['$word', '笔']),
      head: $().substrCP(['$word', 0, 3]),
    })
    .end();
  expect(data).toEqual([{ week: 1, place: 3, head: '学习😀' }]);
});

test('conditions in expressions', async () => {
  const grade = $().cond({ if: $().gte(['$points', 5]), then: 'good', else: 'fair' });
  const { data } = await pipeline().sort({ _id: 1 }).project({ _id: 0, grade }).end();
  expect(data.map((row) => row['grade'])).toEqual(['fair', 'good', 'good']);
});

test('a pipeline leaves the documents as they are', async () => {
  await pipeline().addFields({ 'tags.z': 1, 'deep.er': 2 }).end();
  const { data } = await cloud.db
    .collection(ITEMS)
    .doc('a')
    .field({ tags: true, deep: true })
    .get();
  expect(data).toEqual([{ _id: 'a', tags: ['x', 'y'] }]);
});

test('unknown operators are refused', async () => {
  const wrong = pipeline()
    .match({ points: { $biggest: 1 } })
    .end();
  expect(await refusalOf(wrong)).toBe('DATABASE_INVALID_OPERRATOR');
  const unknown = pipeline()
    .project({ a: { $evaluate: '$points' } })
    .end();
  expect(await refusalOf(unknown)).toBe('DATABASE_INVALID_OPERRATOR');
});
