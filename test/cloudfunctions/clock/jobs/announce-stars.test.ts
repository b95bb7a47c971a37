import { starMonth } from '../../../../contract/star/month';
import { MS_PER_DAY, MS_PER_MINUTE } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { aPublicMonth } from '../../../builders/star';
import { plant } from '../../../builders/stored';
import { NOTICE_ENDS_MS, useCountedWorld } from '../../../worlds/counted-world';

const world = useCountedWorld('clock');
const { answers, objects, planted, tickAt, told } = world;
const month = '2025-02';
const bob = aMember('bob');

test('announces after the last day, once, also when it comes a day late', async () => {
  await planted(aPublicMonth('own', bob));
  await tickAt(NOTICE_ENDS_MS - MS_PER_MINUTE);
  expect(world.month().state).toBe('public');
  await tickAt(NOTICE_ENDS_MS + MS_PER_DAY);
  expect(world.month()).toMatchObject({ state: 'over', ended: { reason: null } });
  expect(told('pat')).toEqual(['2月之星：Name bob']);
  await tickAt(NOTICE_ENDS_MS + 2 * MS_PER_DAY);
  expect(told('pat')).toHaveLength(1);
  const { steps } = await world.phone('pat').get(starMonth, { month });
  expect(steps.map(({ state }) => state)).toEqual([
    'left-out',
    'left-out',
    'done',
    'done',
    'done',
    'done',
    'done',
  ]);
});

test('waits for an objection without an answer, and reminds of it once a day', async () => {
  await planted(aPublicMonth('own', bob));
  await objects('alice');
  await tickAt(NOTICE_ENDS_MS);
  await tickAt(NOTICE_ENDS_MS + 60 * MS_PER_MINUTE);
  expect(world.month().state).toBe('public');
  const waits = '2月之星还有意见没有答复';
  expect(told('secretary').filter((title) => title === waits)).toHaveLength(1);
  await answers('secretary', 'of-alice');
  await tickAt(NOTICE_ENDS_MS + 90 * MS_PER_MINUTE);
  expect(world.month().state).toBe('over');
  expect(told('pat')).toEqual(['2月之星：Name bob']);
});

test('does not announce a notice without a name: officers are told, and the committee decides again', async () => {
  await planted(aPublicMonth('own', bob, { stars: [] }));
  await tickAt(NOTICE_ENDS_MS);
  expect(world.month()).toMatchObject({ state: 'counted', decision: null, ended: null });
  expect(told('pat')).toEqual([]);
  expect(told('secretary')).toEqual(['2月之星要重新定']);
});

test('where all who could decide again stood, the committee office is told, not an officer who cannot', async () => {
  const noticedIds = ['secretary', 'organiser', 'bob'];
  await planted(aPublicMonth('own', bob, { stars: [], noticedIds }));
  await tickAt(NOTICE_ENDS_MS);
  expect(told('publicist')).not.toContain('2月之星要重新定');
  expect(told('office')).toEqual(['2月之星要重新定']);
});

test('a star who has left meanwhile stays the star', async () => {
  await planted(aPublicMonth('own', bob));
  await plant(world.cloud, { members: [aMember('bob', { leftDay: '2025-03-06' as never })] });
  await tickAt(NOTICE_ENDS_MS);
  expect(world.month()).toMatchObject({ state: 'over', stars: [{ memberId: 'bob' }] });
});

test('a star who has moved to another branch is told as the branch is', async () => {
  await planted(aPublicMonth('own', bob));
  await plant(world.cloud, { members: [{ ...bob, branchId: 'other' }] });
  await tickAt(NOTICE_ENDS_MS);
  expect([told('bob'), told('pat')]).toEqual([['2月之星：Name bob'], ['2月之星：Name bob']]);
});
