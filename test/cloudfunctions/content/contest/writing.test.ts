import { contest, contests } from '../../../../contract/content/contest';
import {
  callOffContest,
  contestForm,
  contestWindow,
  publishContest,
  saveContest,
} from '../../../../contract/content/contest-writing';
import { localDay, MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aQuestion } from '../../../builders/contests';
import { storedDeliveries } from '../../../builders/stored';
import { useContestWorld } from '../../../worlds/contest-world';
import { BRANCH_SIZE } from '../../../worlds/study-world';

const world = useContestWorld();
const secretary = () => world.phone('secretary');
const asked = () => storedDeliveries(world.cloud).filter(({ kind }) => kind === 'contest-open');
const save = (contestId: string, revision: number, draft = world.aDraft()) =>
  secretary().call(saveContest, { contestId, revision, draft });

test('a draft is for who writes it; published once it asks everybody once, however often it is sent', async () => {
  expect(await save('new', 0)).toMatchObject({ output: { revision: 1 } });
  expect(await save('new', 0)).toMatchObject({ output: { revision: 1 } });
  expect((await world.phone('member-1').get(contests, {})).rows).toEqual([]);
  const unseen = await world.phone('member-1').call(contest, { contestId: 'new' });
  expect(unseen).toMatchObject({ ok: false, code: 'not-found' });
  const publishing = { contestId: 'new', revision: 1 };
  const first = await secretary().get(publishContest, publishing);
  expect(first).toEqual({ asked: BRANCH_SIZE });
  expect(await secretary().get(publishContest, publishing)).toEqual(first);
  expect(asked()).toHaveLength(1);
  expect(asked()[0]?.memberIds).toHaveLength(BRANCH_SIZE);
  const { rows } = await world.phone('member-1').get(contests, {});
  expect(rows).toMatchObject([{ contestId: 'new', state: 'coming', questions: 3 }]);
  // From here on it stays as it is.
  const other = world.aDraft({ title: 'another' });
  expect(await save('new', 2, other)).toMatchObject({ code: 'already-published' });
});

test('of two who write on one draft the second is told, and nothing of the first is lost', async () => {
  await save('shared', 0);
  await save('shared', 1, world.aDraft({ title: 'mine' }));
  const second = await save('shared', 1, world.aDraft({ title: 'yours' }));
  expect(second).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  const form = await secretary().get(contestForm, { contestId: 'shared' });
  expect(form).toMatchObject({ title: 'mine', revision: 2 });
  const stale = await secretary().call(publishContest, { contestId: 'shared', revision: 1 });
  expect(stale).toMatchObject({ ok: false, code: 'changed-meanwhile' });
});

test.each([
  ['two right answers of a single', { questions: [bad('single', 2)] }, 'bad-question'],
  ['none of several', { questions: [bad('several', 0)] }, 'bad-question'],
  ['three options of true or false', { questions: [bad('true-false', 1)] }, 'bad-question'],
  ['one question twice', { questions: [aQuestion('q1'), aQuestion('q1')] }, 'bad-question'],
])('%s is refused', async (_, draft, code) => {
  expect(await save('faulty', 0, world.aDraft(draft))).toMatchObject({ ok: false, code });
});

function bad(kind: 'single' | 'several' | 'true-false', right: number) {
  const options = ['a', 'b', 'c'].map((optionId, index) => ({
    optionId,
    text: optionId,
    isRight: index < right,
  }));
  return aQuestion('q1', { kind, options });
}

test('a hostile text is refused wherever it stands, with the number of WeChat, and nothing is kept', async () => {
  const long = aQuestion('q1', { why: 'long '.repeat(60) });
  const questions = Array.from({ length: 12 }, (_, index) => ({
    ...long,
    questionId: `q${index}`,
  }));
  const last = aQuestion('last', { why: '假违法词' });
  const refused = await save('hostile', 0, world.aDraft({ questions: [...questions, last] }));
  expect(refused).toMatchObject({ ok: false, code: 'words-refused' });
  expect((await secretary().get(contests, {})).rows).toEqual([]);
});

test.each([
  ['ends when it begins', 1, 1],
  ['is longer than fourteen days', 1, 1 + 14 * 24 + 1],
  ['begins too far ahead', 61 * 24, 62 * 24],
])('a window that %s is refused', async (_, from, to) => {
  const startAtMs = world.nowMs() + from * MS_PER_HOUR;
  const endAtMs = world.nowMs() + to * MS_PER_HOUR;
  const reply = await save('window', 0, world.aDraft({ startAtMs, endAtMs }));
  expect(reply).toMatchObject({ ok: false, code: 'bad-window' });
});

test('one whose start has passed is not published; a draft is dropped and gone for everybody', async () => {
  await save('late', 0);
  await world.later(2 * MS_PER_HOUR);
  const late = await secretary().call(publishContest, { contestId: 'late', revision: 1 });
  expect(late).toMatchObject({ ok: false, code: 'bad-window' });
  await secretary().get(callOffContest, { contestId: 'late', reason: 'no time' });
  expect((await secretary().get(contests, {})).rows).toEqual([]);
  const gone = await secretary().call(publishContest, { contestId: 'late', revision: 2 });
  expect(gone).toMatchObject({ ok: false, code: 'contest-called-off' });
});

test('called off before its start nobody hears of it; while it runs everybody does, once; not after its end', async () => {
  const news = () => storedDeliveries(world.cloud).filter(({ kind }) => kind === 'contest-news');
  const early = await world.coming();
  await secretary().get(callOffContest, { contestId: early, reason: 'moved' });
  expect(news()).toHaveLength(0);
  const running = await world.running();
  const calling = { contestId: running, reason: 'wrong' };
  await secretary().get(callOffContest, calling);
  await secretary().get(callOffContest, calling);
  expect(news()).toHaveLength(1);
  expect(asked().every(({ cancelledAtMs }) => cancelledAtMs !== null)).toBe(true);
  const over = await world.running();
  await world.later(MS_PER_DAY);
  const tooLate = await secretary().call(callOffContest, { contestId: over, reason: 'late' });
  expect(tooLate).toMatchObject({ ok: false, code: 'contest-over' });
});

test('the hours of crews: a turn of the rotation is the same for all, a shorter window says so and which is', async () => {
  const fromDay = localDay('2025-03-06');
  const find = (hours: number) =>
    secretary().get(contestWindow, { ask: { kind: 'find', fromDay, days: 7, hours } });
  const fair = await find(120);
  expect(fair).toMatchObject({ isEqual: true, equal: null });
  const crews = fair.crews.filter(({ crewId }) => crewId !== null);
  expect(crews.map(({ people }) => people)).toEqual([1, 1, 1, 1, 1]);
  expect(new Set(crews.map(({ awakeMinutes }) => awakeMinutes)).size).toBe(1);
  expect(fair.crews.at(-1)).toMatchObject({ crewId: null, people: 4 });
  const short = await find(24);
  expect(short.isEqual).toBe(false);
  const { startAtMs = 0, endAtMs = 0 } = short.equal ?? {};
  expect((endAtMs - startAtMs) / MS_PER_DAY).toBe(5);
  const ask = { kind: 'weigh', startAtMs, endAtMs } as const;
  expect(await secretary().get(contestWindow, { ask })).toMatchObject({ isEqual: true });
  const past = { kind: 'find', fromDay: localDay('2025-03-01'), days: 2, hours: 24 } as const;
  const none = await secretary().call(contestWindow, { ask: past });
  expect(none).toMatchObject({ ok: false, code: 'no-such-time' });
});

describe('two who write on one draft', () => {
  const drop = (contestId: string, revision: number) =>
    secretary().call(callOffContest, { contestId, reason: 'dropped', revision });

  test('dropping a draft that the other has published, or written on, does nothing', async () => {
    await save('taken', 0);
    await save('taken', 1, world.aDraft({ title: 'mine' }));
    expect(await drop('taken', 1)).toMatchObject({ ok: false, code: 'changed-meanwhile' });
    await secretary().get(publishContest, { contestId: 'taken', revision: 2 });
    expect(await drop('taken', 2)).toMatchObject({ ok: false, code: 'already-published' });
    const form = await secretary().get(contestForm, { contestId: 'taken' });
    expect(form).toMatchObject({ title: 'mine', state: 'coming' });
    expect(form.questions).toHaveLength(3);
    // Phones that do not say which draft they mean.
    expect((await secretary().call(callOffContest, { contestId: 'taken', reason: 'x' })).ok).toBe(
      true,
    );
  });

  test('one that is dropped twice is dropped; who saves it then is told that it is gone', async () => {
    await save('gone', 0);
    expect((await drop('gone', 1)).ok).toBe(true);
    expect((await drop('gone', 1)).ok).toBe(true);
    const late = await save('gone', 1, world.aDraft({ title: 'late' }));
    expect(late).toMatchObject({ ok: false, code: 'contest-called-off' });
  });
});
