import { answeringActions } from '../../../../contract/content/answering';
import { memberActions } from '../../../../contract/people/member';
import type { Role } from '../../../../contract/roles';
import { today } from '../../../../contract/today';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { addDays, dayOfInstant, MS_PER_DAY } from '../../../../domain/time/local-day';
import { aDelivery } from '../../../builders/deliveries';
import { aMember } from '../../../builders/documents';
import { plant, storedDeliveries } from '../../../builders/stored';
import { aSuggestion } from '../../../builders/suggestions';
import { useMemberCloud } from '../../../worlds/member-cloud';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { stepsIn } from '../../content/suggestion/suggestion-steps';

const world = useMemberCloud(['content', 'member', 'study']);
const { raise, before, forward, settle, answer } = stepsIn(world);
const asked = async (who: string) => (await world.of(who).get(today, {})).toAnswer ?? [];
const tasks = async (who: string) => (await world.of(who).get(waitsForMe, {})).tasks;
const PAGE = 'packages/suggest/open/open?suggestionId=supper';
const TITLE = 'Name alice提了：supper after the late shift';

/** Requests of the database for what is done. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  world.cloud.counts.reset();
  await work();
  return Object.entries(world.cloud.counts.byAction)
    .filter(([name]) => name.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0);
}

test('what is owed is asked by the day that its member was told', async () => {
  const { dueAtMs } = await raise('alice');
  expect(await asked('secretary')).toMatchObject([
    { page: PAGE, title: TITLE, act: '回话', untilAtMs: dueAtMs },
  ]);
  expect(await tasks('secretary')).toMatchObject([
    { page: PAGE, title: TITLE, untilAtMs: dueAtMs, sinceAtMs: TEST_START_MS },
  ]);
  expect(await asked('alice')).toEqual([]);
});

test('a message of before, with a later limit, says no date', async () => {
  const asking = { kind: 'suggestion-owed', isMustRead: false, page: PAGE } as const;
  const deadlineAtMs = TEST_START_MS + 17 * MS_PER_DAY;
  await plant(world.cloud, {
    deliveries: [aDelivery('old', ['secretary'], { ...asking, branchId: 'own', deadlineAtMs })],
  });
  expect(await asked('secretary')).toEqual([]);
  expect(await tasks('secretary')).toEqual([]);
  const { dueAtMs } = await raise('alice');
  expect(await asked('secretary')).toMatchObject([{ untilAtMs: dueAtMs }]);
});

test('what nobody answers stays, says that it is overdue, and the committee office sees how many', async () => {
  const { dueAtMs } = await raise('alice');
  await world.cloud.clock.set(dueAtMs - 1);
  expect((await tasks('secretary'))[0]).toMatchObject({ untilAtMs: dueAtMs });
  expect(await tasks('office')).toEqual([]);
  await world.cloud.clock.set(dueAtMs + 60 * MS_PER_DAY);
  const lastDay = dayOfInstant(dueAtMs - 1);
  const afterwards = `${Number(lastDay.slice(5, 7))}月${Number(lastDay.slice(8))}日前该回话，过了时间`;
  expect(await tasks('secretary')).toMatchObject([{ page: PAGE, untilAtMs: null, afterwards }]);
  expect(await asked('secretary')).toMatchObject([{ page: PAGE, untilAtMs: dueAtMs, afterwards }]);
  expect(await tasks('office')).toMatchObject([
    {
      title: '各支部 1 条建言过了时间没回',
      page: 'packages/suggest/queue/queue?part=late-in-branches',
      sinceAtMs: dueAtMs,
      untilAtMs: null,
    },
  ]);
});

test('it is asked of who holds the office now, whoever was told', async () => {
  await raise('alice');
  const set = (memberId: string, roles: ('member' | 'secretary')[]) =>
    world.of('office').get(memberActions.setRoles, { memberId, roles });
  await set('bob', ['member', 'secretary']);
  await set('secretary', ['member']);
  expect(await asked('secretary')).toEqual([]);
  expect(await tasks('secretary')).toEqual([]);
  expect(await asked('bob')).toMatchObject([{ page: PAGE, title: TITLE }]);
  expect(await tasks('bob')).toMatchObject([{ page: PAGE, title: TITLE }]);
});

test('it goes with the debt: forwarded, answered, not enough', async () => {
  await raise('alice');
  await forward('secretary', null);
  expect(await tasks('secretary')).toEqual([]);
  expect(await tasks('office')).toMatchObject([
    { title: 'name of own转来：supper after the late shift' },
  ]);
  await answer('office');
  expect(await tasks('office')).toEqual([]);
  await settle('alice', 'still too early');
  expect(await asked('office')).toMatchObject([
    { title: 'Name alice说还不行：supper after the late shift' },
  ]);
});

test('what is promised for later stands in the list, and on the today page in its last days', async () => {
  await raise('alice');
  const promisedDay = addDays(dayOfInstant(TEST_START_MS), 20);
  const deed = { ...(await before('secretary', 'taken')), text: 'asked the canteen', promisedDay };
  await world.of('secretary').get(answeringActions.takeSuggestion, deed);
  expect(await tasks('secretary')).toMatchObject([{ title: '在办：supper after the late shift' }]);
  expect(await asked('secretary')).toEqual([]);
  await world.cloud.clock.set(TEST_START_MS + 18 * MS_PER_DAY);
  expect((await asked('secretary'))[0]).toMatchObject({ page: PAGE });
});

test('nobody owes an answer to what they have raised themselves', async () => {
  await plant(world.cloud, { suggestions: [aSuggestion('mine', aMember('secretary'))] });
  expect(await tasks('secretary')).toEqual([]);
});

test('the list is four requests at most, the today page no more than for a member', async () => {
  const warm = async (who: string) => {
    await asked(who);
    return requestsOf(() => asked(who));
  };
  const ofMember = await warm('bob');
  await raise('alice');
  expect(await warm('secretary')).toBe(ofMember);
  expect(await requestsOf(() => tasks('secretary'))).toBeLessThanOrEqual(4);
  expect(await requestsOf(() => tasks('office'))).toBeLessThanOrEqual(4);
});

describe('late ones on the today page', () => {
  const late = (id: string, dueInDays: number) =>
    aSuggestion(id, aMember('alice'), {
      title: id,
      dueAtMs: TEST_START_MS + dueInDays * MS_PER_DAY,
    });

  test('several are one line, which names the oldest and opens the list; what is not late stands by itself', async () => {
    await plant(world.cloud, {
      suggestions: [late('first', -3), late('second', -2), late('third', -1), late('soon', 1)],
    });
    expect(await asked('secretary')).toMatchObject([
      {
        messageId: 'first',
        title: '3 条建言过了时间没回',
        body: '最早的一条：Name alice提了：first',
        page: 'packages/study/waits/waits',
        untilAtMs: TEST_START_MS - 3 * MS_PER_DAY,
        afterwards: '3月2日前该回话，过了时间',
      },
      { messageId: 'soon' },
    ]);
    // The list has each.
    expect(await tasks('secretary')).toHaveLength(4);
  });

  test('one alone opens itself', async () => {
    await plant(world.cloud, { suggestions: [late('first', -3)] });
    expect(await asked('secretary')).toMatchObject([
      { title: 'Name alice提了：first', page: 'packages/suggest/open/open?suggestionId=first' },
    ]);
  });
});

describe('what nobody of its branch can answer', () => {
  const become = (memberId: string, roles: Role[]) =>
    world.of('office').get(memberActions.setRoles, { memberId, roles });
  const aliceTakesOver = async () => {
    await raise('alice');
    await become('alice', ['member', 'secretary']);
    await become('secretary', ['member']);
  };
  const STOOD_IN = 'name of own · Name alice提了：supper after the late shift';
  const queue = async () =>
    (
      await world.of('office').get(answeringActions.committeeSuggestions, { which: 'owed' })
    ).suggestions.map(({ suggestionId }) => suggestionId);

  test('raised by who is its only secretary now: the committee office has it, and answers', async () => {
    await aliceTakesOver();
    expect(await tasks('alice')).toEqual([]);
    expect(await tasks('office')).toMatchObject([{ title: STOOD_IN, page: PAGE }]);
    expect(await asked('office')).toMatchObject([{ title: STOOD_IN, page: PAGE }]);
    expect(await queue()).toEqual(['supper']);
    expect(await answer('office')).toMatchObject({ ok: true });
    expect([await tasks('office'), await queue()]).toEqual([[], []]);
    // Not enough: it is owed again, and told to who stands in.
    await settle('alice', 'still too early');
    expect(await tasks('office')).toMatchObject([
      { title: 'name of own · Name alice说还不行：supper after the late shift' },
    ]);
    const told = storedDeliveries(world.cloud).filter(
      ({ kind, cancelledAtMs }) => kind === 'suggestion-owed' && cancelledAtMs === null,
    );
    expect(told.map(({ memberIds }) => memberIds)).toEqual([['office']]);
  });

  test('raised by a member of a branch without a secretary, and back with the branch once it has one', async () => {
    await plant(world.cloud, { suggestions: [aSuggestion('supper', aMember('alice'))] });
    await plant(world.cloud, { members: [aMember('secretary')] });
    expect(await queue()).toEqual(['supper']);
    expect(await tasks('office')).toHaveLength(1);
    await become('bob', ['member', 'secretary']);
    expect(await queue()).toEqual([]);
    expect(await tasks('office')).toEqual([]);
    expect(await tasks('bob')).toHaveLength(1);
  });

  test('its other officers have it where one of the office is that secretary, who sees that it is late', async () => {
    await aliceTakesOver();
    await become('alice', ['member', 'secretary', 'committee-office']);
    expect(await tasks('alice')).toEqual([]);
    expect(await tasks('office')).toMatchObject([{ title: STOOD_IN }]);
    await world.cloud.clock.set(TEST_START_MS + 6 * MS_PER_DAY);
    const late = { title: '各支部 1 条建言过了时间没回' };
    expect(await tasks('alice')).toMatchObject([late]);
    expect((await tasks('office')).map(({ title }) => title).sort()).toEqual(
      [late.title, STOOD_IN].sort(),
    );
  });

  test('of several secretaries the others have it, and nobody stands in', async () => {
    await raise('alice');
    await become('alice', ['member', 'secretary']);
    expect(await tasks('secretary')).toHaveLength(1);
    expect([await tasks('office'), await queue()]).toEqual([[], []]);
  });
});
