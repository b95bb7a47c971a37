import { checkItem, saveItem, withdrawItem } from '../../../../contract/content/channel-editing';
import { storedDeliveries } from '../../../builders/stored';
import { useChannelWorld } from '../../../worlds/channel-world';

const world = useChannelWorld();

const told = (kind: string) =>
  storedDeliveries(world.cloud)
    .filter((delivery) => delivery.kind === kind && delivery.cancelledAtMs === null)
    .flatMap(({ memberIds }) => memberIds)
    .sort();

/** Its instance dies after so many requests, and the phone sends the same again. */
async function cutOffAndRepeated<T>(nth: number, send: () => Promise<T>): Promise<T> {
  world.cloud.host.faults.killAt('content', { nth, when: 'after' });
  await send().catch(() => undefined);
  return send();
}

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
  'cut off after request %i and repeated, each deed tells whom it concerns, and asks for nothing that is done',
  async (nth) => {
    const save = world.aSave('item-1', { handIn: true });
    const saved = await cutOffAndRepeated(nth, () => world.phone('writer').call(saveItem, save));
    expect(saved).toMatchObject({ ok: true });
    expect(told('item-waits')).toEqual(['secretary', 'writer-2']);
    await world.verdicts();
    const pass = { itemId: 'item-1', deedId: 'pass', returnBecause: null };
    const { edition: handedIn } = world.item('item-1');
    const passed = () => world.phone('secretary').call(checkItem, { ...pass, revision: handedIn });
    expect(await cutOffAndRepeated(nth, passed)).toMatchObject({ ok: true });
    expect(told('item-waits')).toEqual(['office']);
    const back = { itemId: 'item-1', deedId: 'back', returnBecause: 'not so' };
    const { edition: checked } = world.item('item-1');
    const returned = () => world.phone('office').call(checkItem, { ...back, revision: checked });
    expect(await cutOffAndRepeated(nth, returned)).toMatchObject({ ok: true });
    expect(told('item-waits')).toEqual([]);
    expect(told('item-told')).toEqual(['writer']);
    expect(world.item('item-1').steps.map(({ kind }) => kind)).toEqual([
      'begun',
      'handed-in',
      'passed-branch',
      'returned',
    ]);
  },
);

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
  'handed in, cut off after request %i and asked for as a draft, it waits and tells, or is a draft',
  async (nth) => {
    const save = world.aSave('item-1', { handIn: true });
    world.cloud.host.faults.killAt('content', { nth, when: 'after' });
    await world
      .phone('writer')
      .call(saveItem, save)
      .catch(() => undefined);
    await world.phone('writer').get(saveItem, { ...save, handIn: false });
    const isDraft = world.item('item-1').state === 'draft';
    expect(told('item-waits')).toEqual(isDraft ? [] : ['secretary', 'writer-2']);
  },
);

test('a deed that bears the id of another kind of deed is one of its own', async () => {
  await world.phone('writer').get(saveItem, world.aSave('item-1', { handIn: true }));
  await world.verdicts();
  const deed = { itemId: 'item-1', deedId: 'one', revision: world.item('item-1').edition };
  await world.phone('secretary').get(checkItem, { ...deed, returnBecause: null });
  const away = { ...deed, reason: 'not so' };
  expect(await world.phone('secretary').call(withdrawItem, away)).toMatchObject({
    code: 'changed-meanwhile',
  });
  expect(told('item-told')).toEqual([]);
  const revision = world.item('item-1').edition;
  await world.phone('secretary').get(withdrawItem, { ...away, revision });
  expect(world.item('item-1').state).toBe('withdrawn');
  expect(told('item-told')).toEqual(['writer']);
});
