import * as v from 'valibot';
import {
  collection,
  command,
  inTransaction,
  isDuplicate,
} from '../../../cloudfunctions/_store/database';
import { documentKind } from '../../../cloudfunctions/_store/document-kind';
import { startTestCloud, type TestCloud } from '../../worlds/test-cloud';

const Thing = v.object({
  _id: v.string(),
  kind: v.string(),
  count: v.number(),
  unique: v.string(),
  box: v.nullable(v.record(v.string(), v.number())),
});
type Thing = v.InferOutput<typeof Thing>;

const THINGS = documentKind('things', Thing);
const things = collection(THINGS);
const aThing = (_id: string, thing: Partial<Thing> = {}): Thing => ({
  _id,
  kind: 'a',
  count: 0,
  unique: _id,
  box: null,
  ...thing,
});

let cloud: TestCloud;
beforeAll(async () => {
  const unique = {
    name: 'unique',
    fields: [{ name: 'unique', direction: 1 as const }],
    unique: true,
  };
  cloud = await startTestCloud({ functions: [], schema: [{ name: 'things', indexes: [unique] }] });
  Object.assign(process.env, cloud.sdkEnv());
});
beforeEach(() => cloud.reset());
afterAll(() => cloud.stop());

describe('reading', () => {
  test('gives what was written, and null for what is not there', async () => {
    const thing = aThing('one', { box: { a: 1 } });
    await things.insert(thing);
    expect(await things.byId('one')).toEqual(thing);
    expect(await things.byId('two')).toBeNull();
  });

  test('a document that does not fit is an error that names it and not its values', async () => {
    const foreign = collection(
      documentKind('things', v.object({ _id: v.string(), unique: v.string() })),
    );
    await foreign.insert({ _id: 'odd', unique: 'secret value' });
    const reading = things.byId('odd');
    await expect(reading).rejects.toThrow('things/odd does not fit its schema at "kind"');
    await expect(reading).rejects.not.toThrow('secret value');
  });

  describe('where a document does not fit', () => {
    const logged = jest.spyOn(console, 'error');
    beforeEach(async () => {
      logged.mockReset().mockReturnValue();
      await things.insertMany([aThing('a'), aThing('c')]);
      const foreign = collection(
        documentKind('things', v.object({ _id: v.string(), unique: v.string() })),
      );
      await foreign.insert({ _id: 'b', unique: 'secret value' });
    });
    afterAll(() => logged.mockRestore());
    const ids = (found: readonly Thing[]) => found.map(({ _id }) => _id);

    test('a list leaves it out and logs its id, not its values', async () => {
      const found = await things.find({ _id: command.neq('') }, { orderBy: { _id: 'asc' } });
      expect(ids(found)).toEqual(['a', 'c']);
      expect(logged).toHaveBeenCalledTimes(1);
      expect(logged).toHaveBeenCalledWith(expect.stringContaining('"id":"b"'));
      expect(logged).not.toHaveBeenCalledWith(expect.stringContaining('secret value'));
    });

    test('a list that names how many goes on past such ones', async () => {
      const order = { orderBy: { _id: 'asc' }, limit: 1 } as const;
      expect(ids(await things.find({ _id: command.gte('b') }, order))).toEqual(['c']);
      expect(await things.find({ _id: 'b' }, order)).toEqual([]);
    });

    test('all of a list are what is left', async () => {
      expect(ids(await things.all({ kind: 'a' }, { unique: 'secret value' }))).toEqual(['a', 'c']);
    });

    test('a page says how many it left out, and whether more follow', async () => {
      const query = { _id: command.neq('') };
      const order = { orderBy: { _id: 'asc' } } as const;
      const first = await things.page(query, { ...order, limit: 2 });
      expect(first).toMatchObject({ unfit: 1, isLast: false });
      expect(ids(first.documents)).toEqual(['a']);
      expect(await things.page(query, { ...order, limit: 4 })).toMatchObject({ isLast: true });
    });

    test('a page goes on past such ones, and is empty only at the end of the list', async () => {
      const order = { orderBy: { _id: 'asc' }, limit: 1 } as const;
      const page = await things.page({ _id: command.gte('b') }, order);
      expect(page).toMatchObject({ unfit: 1, isLast: false });
      expect(ids(page.documents)).toEqual(['c']);
      const end = await things.page({ _id: 'b' }, order);
      expect(end).toEqual({ documents: [], unfit: 1, isLast: true });
    });

    test('asking for one such fails', async () => {
      await expect(things.one({ unique: 'secret value' })).rejects.toThrow('things/b does not fit');
    });
  });

  test('finds by order, limit and skip, and up to a thousand without a limit', async () => {
    const many = Array.from({ length: 1005 }, (_, n) => aThing(String(n).padStart(4, '0')));
    await things.insertMany(many);
    expect(await things.find({ kind: 'a' })).toHaveLength(1000);
    const page = await things.find({ kind: 'a' }, { orderBy: { _id: 'desc' }, limit: 2, skip: 1 });
    expect(page.map(({ _id }) => _id)).toEqual(['1003', '1002']);
  });

  test('finds by any of several queries', async () => {
    await things.insertMany([
      aThing('a'),
      aThing('b', { count: 5 }),
      aThing('c', { count: 9, kind: 'b' }),
    ]);
    const found = await things.find(
      command.anyOf({ kind: 'b' }, { kind: 'a', count: command.lt(3) }),
      { orderBy: { _id: 'asc' } },
    );
    expect(found.map(({ _id }) => _id)).toEqual(['a', 'c']);
  });

  test('counts, also by a field', async () => {
    await things.insertMany([aThing('a'), aThing('b'), aThing('c', { kind: 'b' })]);
    expect(await things.count({ kind: 'a' })).toBe(2);
    const counts = await things.countBy('kind', { count: 0 });
    expect([...counts].sort()).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
});

describe('writing', () => {
  test('once: a second insert with the same id or unique field is told, not thrown', async () => {
    expect(await things.insertIfAbsent(aThing('one'))).toBe(true);
    expect(await things.insertIfAbsent(aThing('one', { unique: 'other' }))).toBe(false);
    expect(await things.insertIfAbsent(aThing('two', { unique: 'one' }))).toBe(false);
    await expect(things.insert(aThing('one')).catch(isDuplicate)).resolves.toBe(true);
  });

  test('an object replaces the one before, also over null, and an empty one is kept', async () => {
    await things.insert(aThing('one'));
    await things.updateById('one', { box: { a: 1, b: 2 } });
    await things.updateById('one', { box: { b: 3 } });
    expect((await things.byId('one'))?.box).toEqual({ b: 3 });
    await things.updateById('one', { box: {} });
    expect((await things.byId('one'))?.box).toEqual({});
  });

  test('a dotted name reaches into an object', async () => {
    await things.insert(aThing('one', { box: { a: 1, b: 2 } }));
    await things.updateById('one', { 'box.a': command.inc(4) });
    expect((await things.byId('one'))?.box).toEqual({ a: 5, b: 2 });
  });

  test('tells how many fitted, and gives back what came of it', async () => {
    await things.insertMany([aThing('a'), aThing('b'), aThing('c', { kind: 'b' })]);
    expect(await things.update({ kind: 'a' }, { count: command.inc(1) })).toBe(2);
    expect(await things.update({ kind: 'z' }, { count: 1 })).toBe(0);
    expect(await things.updateById('nobody', { count: 1 })).toBe(false);
    const changed = await things.updateAndRead({ _id: 'a' }, { count: command.inc(1) });
    expect(changed).toEqual(aThing('a', { count: 2 }));
    expect(await things.updateAndRead({ _id: 'z' }, { count: 1 })).toBeNull();
  });

  test('puts whole documents and removes them', async () => {
    await things.put(aThing('one', { box: { a: 1 } }));
    await things.put(aThing('one', { count: 7 }));
    expect(await things.byId('one')).toEqual(aThing('one', { count: 7 }));
    expect(await things.remove({ _id: 'one' })).toBe(1);
    expect(await things.remove({ _id: 'one' })).toBe(0);
  });

  test('many none is no request', async () => {
    cloud.counts.reset();
    await things.insertMany([]);
    expect(cloud.counts.total).toBe(0);
  });
});

describe('duplicates are told by code or by message', () => {
  test.each([
    [{ code: 'DATABASE_DUPLICATE_WRITE' }, true],
    [{ code: 'DATABASE_REQUEST_FAILED', message: 'E11000 duplicate key error' }, true],
    [{ code: 'DATABASE_REQUEST_FAILED', message: 'something else' }, false],
    [new Error('x'), false],
  ])('%j: %s', (error, is) => {
    expect(isDuplicate(error)).toBe(is);
  });
});

describe('transactions', () => {
  const countUp = () =>
    inTransaction(async (transaction) => {
      const inside = transaction.collection(THINGS);
      const now = await inside.byId('one');
      await inside.updateById('one', { count: (now?.count ?? 0) + 1 });
      return now?.count;
    });

  test('of six that meet in one document all get through', async () => {
    await things.insert(aThing('one'));
    const before = await Promise.all(Array.from({ length: 6 }, countUp));
    expect((await things.byId('one'))?.count).toBe(6);
    expect(new Set(before).size).toBe(6);
  });

  test('leave nothing behind when they fail, and fail with the first reason', async () => {
    await things.insert(aThing('one'));
    const failing = inTransaction(async (transaction) => {
      const inside = transaction.collection(THINGS);
      await inside.updateById('one', { count: 9 });
      await inside.insert(aThing('two'));
      throw new Error('decided otherwise');
    });
    await expect(failing).rejects.toThrow('decided otherwise');
    expect((await things.byId('one'))?.count).toBe(0);
    expect(await things.byId('two')).toBeNull();
  });

  test('read what they have written themselves', async () => {
    await things.insert(aThing('one'));
    const seen = await inTransaction(async (transaction) => {
      const inside = transaction.collection(THINGS);
      await inside.updateById('one', { count: 5 });
      return (await inside.find({ kind: 'a' })).map(({ count }) => count);
    });
    expect(seen).toEqual([5]);
  });
});
