import { branchStandard, saveStandard } from '../../../../contract/star/standards';
import { DEFAULT_STANDARD } from '../../../../cloudfunctions/_store/star/default-standard.text';
import { storedItem } from '../../../../cloudfunctions/_store/star/standards';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import { useStarWorld } from '../../../worlds/star-world';

const world = useStarWorld();
const standard = { ...DEFAULT_STANDARD, items: DEFAULT_STANDARD.items.map(storedItem) };
const first = { scope: 'default' as const, version: 1 };
const saving = (deedId: string, rest: object = {}) => ({
  deedId,
  isForAll: false,
  over: first,
  standard,
  ...rest,
});
const shown = (who = 'alice') => world.phone(who).get(branchStandard, {});

test('the list of the product is a proposal until it is saved; the first holds at once', async () => {
  expect((await shown()).now).toMatchObject({ scope: 'default', version: 1, fromMonth: null });
  const phone = world.phone('secretary');
  expect(await phone.get(saveStandard, saving('first'))).toEqual({
    version: 2,
    fromMonth: '2025-03',
  });
  expect(await phone.get(saveStandard, saving('first'))).toMatchObject({ version: 2 });
  expect(await shown()).toMatchObject({ now: { scope: 'branch', version: 2 }, next: null });
});

test('a month that has begun keeps its list; a new one comes with the next', async () => {
  const phone = world.phone('secretary');
  await phone.get(saveStandard, saving('first'));
  const over = { scope: 'branch' as const, version: 2 };
  expect(await phone.get(saveStandard, saving('second', { over }))).toEqual({
    version: 3,
    fromMonth: '2025-04',
  });
  expect(await shown()).toMatchObject({ now: { version: 2 }, next: { version: 3 } });
  world.cloud.clock.jump(instantOf(localDay('2025-04-01'), 0));
  expect(await shown()).toMatchObject({ now: { version: 3 }, next: null });
});

test('R-287: another list under the same id is no repetition, and is told so', async () => {
  const first = await world.phone('secretary').get(saveStandard, saving('one'));
  expect(await world.phone('secretary').get(saveStandard, saving('one'))).toEqual(first);
  const { standard, ...rest } = saving('one');
  const [item, ...items] = standard.items;
  if (item === undefined) throw new Error('no item');
  const renamed = { ...standard, items: [{ ...item, name: 'another' }, ...items] };
  const other = { ...rest, standard: renamed };
  expect(await world.phone('secretary').call(saveStandard, other)).toMatchObject({
    code: 'changed-meanwhile',
  });
});

test('of two who save at once one is first, and the other sees theirs again', async () => {
  const replies = await Promise.all(
    ['one', 'two'].map((deedId) => world.phone('secretary').call(saveStandard, saving(deedId))),
  );
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'changed-meanwhile' });
});

test('for all branches by the committee office only; a branch with its own keeps it', async () => {
  const forAll = saving('all', { isForAll: true });
  expect(await world.phone('secretary').call(saveStandard, forAll)).toMatchObject({
    code: 'office-only',
  });
  await world.phone('other-secretary').get(saveStandard, saving('own'));
  await world.phone('office').get(saveStandard, forAll);
  expect((await shown('alice')).now).toMatchObject({ scope: 'organisation', version: 2 });
  expect((await shown('oscar')).now).toMatchObject({ scope: 'branch', version: 2 });
});

test('two thousand items are refused in words, and nothing is written', async () => {
  const [item] = standard.items;
  if (item === undefined) throw new Error('the list of the product is empty');
  const items = Array.from({ length: 2000 }, (_, at) => ({ ...item, itemId: `item-${at}` }));
  const input = saving('many', { standard: { ...standard, items } });
  const reply = await world.phone('secretary').call(saveStandard, input);
  expect(reply).toMatchObject({ ok: false, code: 'too-many-items', detail: { count: 2000 } });
  expect((await shown()).now.scope).toBe('default');
});
