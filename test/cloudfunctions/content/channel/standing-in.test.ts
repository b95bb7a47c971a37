import { channelDesk, saveItem } from '../../../../contract/content/channel-editing';
import { channelItem } from '../../../../contract/content/channel-reading';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { storedDeliveries } from '../../../builders/stored';
import { useChannelWorld } from '../../../worlds/channel-world';
import { aMember } from '../../../worlds/study-world';

const world = useChannelWorld();
const ITEM = 'item-1';
const tasksOf = async (memberId: string) =>
  (await world.phone(memberId).get(waitsForMe, {})).tasks
    .filter(({ kind }) => kind === 'item')
    .map(({ taskId }) => taskId);
const told = () =>
  storedDeliveries(world.cloud)
    .filter(({ kind, cancelledAtMs }) => kind === 'item-waits' && cancelledAtMs === null)
    .flatMap(({ memberIds }) => memberIds);
const sees = async (memberId: string) =>
  (await world.phone(memberId).get(channelItem, { itemId: ITEM })).item.desk;
const onDeskOf = async (memberId: string) =>
  (await world.phone(memberId).get(channelDesk, {})).lines
    .filter(({ waitsForMe: waits }) => waits)
    .map(({ itemId }) => itemId);
const demote = async (...memberIds: readonly string[]) => {
  for (const memberId of memberIds) await world.alter('members', memberId, { roles: ['member'] });
};
const secondOffice = () =>
  world.plant(
    'members',
    aMember('office-2', { branchId: 'branch-2', roles: ['member', 'committee-office'] }),
  );

/** The secretary is the only one of the branch who writes, and who checks. */
async function writtenByTheOnlyOne(): Promise<void> {
  await demote('writer', 'writer-2');
  await world.alter('members', 'secretary', {
    roles: ['member', 'secretary', 'publicity-officer'],
  });
  const pictures = [world.picture('secretary')];
  await world.phone('secretary').get(saveItem, world.aSave(ITEM, { handIn: true }, { pictures }));
  await world.verdicts();
}

test('where nobody else of the branch may check it the committee office does, and another of it once more', async () => {
  await secondOffice();
  await writtenByTheOnlyOne();
  expect(told().sort()).toEqual(['office', 'office-2']);
  expect(await sees('secretary')).toMatchObject({ mayPass: false, notYours: 'own-item' });
  for (const memberId of ['office', 'office-2']) {
    expect(await tasksOf(memberId)).toEqual([ITEM]);
    expect(await onDeskOf(memberId)).toEqual([ITEM]);
  }
  expect(await sees('office')).toMatchObject({ mayPass: true, mayReturn: true, notYours: null });
  expect(await world.check('office', ITEM)).toBe('committee-check');
  expect(told()).toEqual(['office-2']);
  expect(await tasksOf('office')).toEqual([]);
  expect(await world.check('office', ITEM)).toBe('checked-by-you');
  expect(await world.check('secretary', ITEM)).toBe('not-your-desk');
  expect(await world.check('office-2', ITEM)).toBe('ready');
});

test('so it is where all who could check have written on it, and where they leave the office while it waits', async () => {
  await demote('secretary');
  await world.phone('writer').get(saveItem, world.aSave(ITEM));
  const byBoth = world.aSave(ITEM, { revision: 1, handIn: true }, { title: 'by both' });
  await world.phone('writer-2').get(saveItem, byBoth);
  await world.verdicts();
  expect(await tasksOf('office')).toEqual([ITEM]);
  expect(await world.check('office', ITEM, 'once more')).toBe('draft');

  await world.alter('members', 'secretary', { roles: ['member', 'secretary'] });
  const revision = world.item(ITEM).edition;
  const again = world.aSave(ITEM, { revision, handIn: true }, { title: 'again' });
  await world.phone('writer').get(saveItem, again);
  await world.verdicts();
  expect([await tasksOf('secretary'), await tasksOf('office')]).toEqual([[ITEM], []]);
  expect(await world.check('office', ITEM)).toBe('not-your-desk');
  await demote('secretary');
  expect(await tasksOf('office')).toEqual([ITEM]);
  expect(await world.check('office', ITEM)).toBe('committee-check');
});

test('where nobody of the committee office may make the second check the desk of the branch does', async () => {
  await world.alter('members', 'office', {
    roles: ['member', 'committee-office'],
    branchId: 'branch-1',
  });
  await world.phone('writer').get(saveItem, world.aSave(ITEM, { handIn: true }));
  await world.verdicts();
  expect(await world.check('writer-2', ITEM)).toBe('committee-check');
  await demote('office');
  await world.cloud.clock.advance(MS_PER_DAY);
  expect(await tasksOf('secretary')).toEqual([ITEM]);
  expect(await tasksOf('writer-2')).toEqual([]);
  expect(await sees('secretary')).toMatchObject({ mayPass: true });
  expect(await world.check('secretary', ITEM)).toBe('ready');
});

test('where nobody of either desk is left it is said so, and it goes back to its draft all the same', async () => {
  await writtenByTheOnlyOne();
  expect(await world.check('office', ITEM)).toBe('committee-check');
  for (const memberId of ['office', 'secretary']) {
    expect(await sees(memberId)).toMatchObject({ mayPass: false, notYours: 'nobody-left' });
    expect(await tasksOf(memberId)).toEqual([]);
  }
  expect(await world.check('office', ITEM)).toBe('nobody-left');
  await secondOffice();
  expect(await tasksOf('office-2')).toEqual([ITEM]);
  expect(await world.check('office', ITEM, 'who else')).toBe('draft');
});
