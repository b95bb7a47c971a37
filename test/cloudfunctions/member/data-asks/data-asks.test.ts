import type { InputOf } from '../../../../contract/action';
import { whoLooked } from '../../../../contract/branch/audit';
import { inbox } from '../../../../contract/notice/inbox';
import { dataAskActions } from '../../../../contract/people/data-asks';
import { memberRecord } from '../../../../contract/people/keeping';
import { setRoles } from '../../../../contract/people/member';
import { today } from '../../../../contract/today';
import { DATA_ASK_LIMITS } from '../../../../domain/people/data-ask';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aDataAsk } from '../../../builders/data-asks';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { askAboutData, myDataAsks, dataAsks, answerDataAsk } = dataAskActions;
const world = useMemberCloud(['branch', 'member', 'study', 'notify', 'clock']);

type Ask = InputOf<typeof askAboutData>;
const aCorrection = (askId = 'ask-1'): Ask => ({
  askId,
  about: { kind: 'correction', of: 'profile' },
  words: 'my crew is another',
});
const correctionOf = (who: string) => world.of(who).get(askAboutData, aCorrection());
const openFor = async (who: string) =>
  (await world.of(who).get(dataAsks, { state: 'open' })).asks.map(({ memberId }) => memberId);
const askedOf = async (who: string) =>
  ((await world.of(who).get(today, {})).toAnswer ?? []).filter(({ page }) =>
    page.startsWith('packages/branch-office/data-asks'),
  );
/** Who of these is asked on the today page. */
const askedAmong = async (...people: readonly string[]) => {
  const asked = await Promise.all(people.map(askedOf));
  return people.filter((_, at) => (asked[at] ?? []).length > 0);
};
const OFFICERS = ['secretary', 'organiser', 'publicist', 'inspector', 'leader', 'office'] as const;

/** The line that `who` leaves by opening the record of alice. */
async function lookOf(who: string): Promise<Ask> {
  await world.of(who).get(memberRecord, { memberId: 'alice' });
  const { entries } = await world.of('alice').get(whoLooked, {});
  const about = { kind: 'look' as const, entryId: entries[0]?.entryId ?? '' };
  return { askId: 'ask-look', about, words: 'what for' };
}
const leaveOffice = (memberId: string) =>
  world.of('office').get(setRoles, { memberId, roles: ['member'] });

test('a correction goes to who keeps the roster, is answered once, and the answer is kept and told', async () => {
  const { ask } = await correctionOf('alice');
  expect(ask).toMatchObject({
    about: { kind: 'correction', of: 'profile' },
    limitAtMs: TEST_START_MS + DATA_ASK_LIMITS.days * MS_PER_DAY,
    answer: null,
  });
  expect(await askedAmong(...OFFICERS, 'alice')).toEqual(['secretary', 'organiser', 'office']);
  expect(await openFor('organiser')).toEqual(['alice']);
  expect(await openFor('inspector')).toEqual([]);
  const answer = { askId: ask.askId, outcome: 'agreed', words: 'put right' } as const;
  expect(await world.of('inspector').call(answerDataAsk, answer)).toMatchObject({
    code: 'for-others',
  });
  const once = { requestId: 'answer-1' };
  expect((await world.of('organiser').call(answerDataAsk, answer, once)).ok).toBe(true);
  // The reply was lost on the way.
  expect((await world.of('organiser').call(answerDataAsk, answer, once)).ok).toBe(true);
  const other = { ...answer, words: 'in other words' };
  expect(await world.of('organiser').call(answerDataAsk, other, once)).toMatchObject({
    code: 'already-answered',
  });
  expect(await world.of('secretary').call(answerDataAsk, answer)).toMatchObject({
    code: 'already-answered',
  });
  expect(await askedAmong(...OFFICERS)).toEqual([]);
  expect(await openFor('secretary')).toEqual([]);
  const { asks } = await world.of('alice').get(myDataAsks, {});
  expect(asks).toMatchObject([
    { answer: { outcome: 'agreed', words: 'put right', byName: 'Name organiser' } },
  ]);
  expect(await world.of('bob').get(myDataAsks, {})).toMatchObject({ asks: [] });
  await world.cloud.clock.set(TEST_START_MS + MS_PER_DAY);
  const { items } = await world.of('alice').get(inbox, {});
  expect(items.filter(({ kind }) => kind === 'data-answered')).toHaveLength(1);
});

test('what is sent twice is asked once, and of one look there is one question', async () => {
  await correctionOf('alice');
  await correctionOf('alice');
  const look = await lookOf('organiser');
  await world.of('alice').get(askAboutData, look);
  await world.of('alice').get(askAboutData, look);
  const again = { ...look, askId: 'another' };
  expect(await world.of('alice').call(askAboutData, again)).toMatchObject({
    code: 'already-asked',
  });
  expect((await world.of('alice').get(myDataAsks, {})).asks).toHaveLength(2);
});

test('a look goes to the discipline officer, and never to whoever looked', async () => {
  await world.of('alice').get(askAboutData, await lookOf('organiser'));
  expect(await askedAmong(...OFFICERS)).toEqual(['inspector']);
  const { asks } = await world.of('inspector').get(dataAsks, { state: 'open' });
  expect(asks).toMatchObject([
    { about: { kind: 'look', byName: 'Name organiser', what: { kind: 'saw-member' } } },
  ]);
  expect(await openFor('secretary')).toEqual([]);
  expect(await openFor('organiser')).toEqual([]);
  expect(await openFor('office')).toEqual(['alice']);
});

test('without a discipline officer the secretary answers, and of their own look the committee office', async () => {
  await leaveOffice('inspector');
  await world.of('alice').get(askAboutData, await lookOf('secretary'));
  expect(await askedAmong(...OFFICERS)).toEqual(['office']);
  expect(await openFor('secretary')).toEqual([]);
  const [{ askId } = { askId: '' }] = (await world.of('office').get(dataAsks, { state: 'open' }))
    .asks;
  const answer = { askId, outcome: 'not-agreed', words: 'to add a group' } as const;
  expect(await world.of('secretary').call(answerDataAsk, answer)).toMatchObject({
    code: 'for-others',
  });
  await world.of('office').get(answerDataAsk, answer);
});

test('the secretary answers where there is no discipline officer and somebody else looked', async () => {
  await leaveOffice('inspector');
  await world.of('alice').get(askAboutData, await lookOf('organiser'));
  expect(await askedAmong(...OFFICERS)).toEqual(['secretary']);
});

test('nobody answers for themselves: the only one who keeps a roster asks the committee office', async () => {
  await correctionOf('other-secretary');
  expect(await askedAmong('other-secretary', 'secretary', 'office')).toEqual(['office']);
  const own = await world.of('other-secretary').get(dataAsks, { state: 'open' });
  expect(own.asks).toEqual([]);
});

test('a look at somebody else, one of their own, or none is not asked about', async () => {
  const look = await lookOf('organiser');
  for (const [who, asked] of [
    ['bob', look],
    ['alice', { ...look, about: { kind: 'look', entryId: 'of-nobody_0' } }],
  ] as const) {
    expect(await world.of(who).call(askAboutData, asked)).toMatchObject({ code: 'not-found' });
  }
});

test('an officer of another branch does not reach it', async () => {
  const { ask } = await correctionOf('alice');
  const answer = { askId: ask.askId, outcome: 'agreed', words: 'put right' } as const;
  expect(await world.of('other-secretary').call(answerDataAsk, answer)).toMatchObject({
    code: 'not-found',
  });
});

test('no more wait for an answer than the limit', async () => {
  const alice = aMember('alice');
  const asks = Array.from({ length: DATA_ASK_LIMITS.open }, (_, at) => aDataAsk(`a${at}`, alice));
  await plant(world.cloud, { data_asks: asks });
  expect(await world.of('alice').call(askAboutData, aCorrection())).toMatchObject({
    code: 'too-many-open',
  });
});

test('after its limit it stands on nobody’s today page, and can still be answered', async () => {
  const { ask } = await correctionOf('alice');
  await world.cloud.clock.set(ask.limitAtMs + 1);
  expect(await askedAmong(...OFFICERS)).toEqual([]);
  expect(await openFor('organiser')).toEqual(['alice']);
  const answer = { askId: ask.askId, outcome: 'agreed', words: 'put right' } as const;
  await world.of('organiser').get(answerDataAsk, answer);
});

test('a long list goes on behind its cursor, and no cursor is made up', async () => {
  const alice = aMember('alice');
  const asks = Array.from({ length: 40 }, (_, at) =>
    aDataAsk(`a${at}`, alice, { askedAtMs: TEST_START_MS - Math.floor(at / 2) }),
  );
  await plant(world.cloud, { data_asks: asks });
  const first = await world.of('organiser').get(dataAsks, { state: 'open' });
  const cursor = first.nextCursor ?? '';
  const second = await world.of('organiser').get(dataAsks, { state: 'open', cursor });
  const ids = [...first.asks, ...second.asks].map(({ askId }) => askId);
  expect(new Set(ids).size).toBe(40);
  expect(second.nextCursor).toBeNull();
  expect(await world.of('alice').call(myDataAsks, { cursor: 'made-up' })).toMatchObject({
    code: 'bad-input',
  });
});

test('a list is two requests to whoever asked and four to an officer', async () => {
  await correctionOf('alice');
  const requestsOf = async (ask: () => Promise<unknown>) => {
    world.cloud.counts.reset();
    await ask();
    return world.cloud.counts.total;
  };
  expect(await requestsOf(() => world.of('bob').get(myDataAsks, {}))).toBe(2);
  expect(await requestsOf(() => openFor('organiser'))).toBe(4);
});
