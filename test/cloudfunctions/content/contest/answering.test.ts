import { answerContest, contest } from '../../../../contract/content/contest';
import { callOffContest } from '../../../../contract/content/contest-writing';
import { today } from '../../../../contract/today';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aQuestion } from '../../../builders/contests';
import { useContestWorld } from '../../../worlds/contest-world';

const world = useContestWorld();
const MEMBER = 'member-1';
const SOLVED = /"isRight"|"why"|because of|rightOptionIds/u;

const asks = async (memberId: string) =>
  ((await world.phone(memberId).get(today, {})).toAnswer ?? []).map(({ title }) => title);

test('what is right leaves the server only to whoever has handed in', async () => {
  const contestId = await world.running();
  expect(JSON.stringify(await world.show(MEMBER, contestId))).not.toMatch(SOLVED);
  const saved = await world.answer(MEMBER, contestId, { q1: 'right', q2: 'wrong' });
  expect(JSON.stringify(saved)).not.toMatch(SOLVED);
  expect(JSON.stringify(await world.show(MEMBER, contestId))).not.toMatch(SOLVED);
  const done = await world.answer(MEMBER, contestId, { q3: 'right' }, true);
  expect(done).toMatchObject({ ok: true, output: { result: { right: 2, isShared: false } } });
  const { result } = await world.show(MEMBER, contestId);
  const wrong = { questionId: 'q2', isRight: false, rightOptionIds: ['right'] };
  expect(result?.solutions).toContainEqual({ ...wrong, why: 'because of q2' });
  expect(JSON.stringify(await world.show('member-2', contestId))).not.toMatch(SOLVED);
});

test('it goes on with another phone, and of two answers to a question the later stands', async () => {
  const contestId = await world.running();
  const phone = world.phone(MEMBER);
  const before = world.given({ q1: 'wrong' });
  await world.later(MS_PER_HOUR);
  await world.answer(MEMBER, contestId, { q1: 'right', q2: 'right' });
  expect((await world.show(MEMBER, contestId)).answers).toHaveLength(2);
  // The first phone had no network until now.
  await phone.get(answerContest, { contestId, answers: before, isHandedIn: false });
  const { answers } = await world.show(MEMBER, contestId);
  expect(answers.find(({ questionId }) => questionId === 'q1')?.chosen).toEqual(['right']);
  // A clock that runs ahead stands above nothing that comes after.
  const ahead = world.given({ q1: 'wrong' }, world.nowMs() + MS_PER_DAY);
  await phone.get(answerContest, { contestId, answers: ahead, isHandedIn: false });
  await world.later(MS_PER_HOUR);
  const done = await world.answer(MEMBER, contestId, { q1: 'right' }, true);
  expect(done).toMatchObject({ output: { result: { right: 2 } } });
});

test('two phones at once lose nothing', async () => {
  const contestId = await world.running();
  await Promise.all(
    ['q1', 'q2', 'q3'].map((questionId) =>
      world.answer(MEMBER, contestId, { [questionId]: 'right' }),
    ),
  );
  expect((await world.show(MEMBER, contestId)).answers).toHaveLength(3);
});

test('handing in again changes nothing, and an answer that comes after it is refused', async () => {
  const contestId = await world.running();
  const done = await world.answer(MEMBER, contestId, { q1: 'right' }, true);
  await world.later(MS_PER_HOUR);
  const again = await world.answer(MEMBER, contestId, { q1: 'wrong', q2: 'right' }, true);
  expect(again.ok && again.output.result).toEqual(done.ok && done.output.result);
  const late = await world.answer(MEMBER, contestId, { q2: 'right' });
  expect(late).toMatchObject({ ok: false, code: 'handed-in' });
  const same = await world.answer(MEMBER, contestId, { q1: 'right' });
  expect(same.ok).toBe(true);
});

describe('the window ends while somebody answers', () => {
  test('what came before counts as handed in at the end, what comes then is refused, nothing twice', async () => {
    const contestId = await world.running();
    const { endAtMs } = await world.show(MEMBER, contestId);
    await world.later(endAtMs - 1 - world.nowMs());
    expect((await world.answer(MEMBER, contestId, { q1: 'right' })).ok).toBe(true);
    await world.later(1);
    const late = await world.answer(MEMBER, contestId, { q1: 'right', q2: 'right' }, true);
    expect(late).toMatchObject({ code: 'contest-over', detail: { endAtMs, saved: 1 } });
    const { result, taking, state } = await world.show(MEMBER, contestId);
    expect({ state, took: taking.took }).toEqual({ state: 'over', took: 1 });
    expect(result).toMatchObject({ handedInAtMs: endAtMs, right: 1 });
    // A repetition of what had come, whose answer was lost on the way, is told what counts.
    const repeated = await world.answer(MEMBER, contestId, { q1: 'right' });
    expect(repeated).toMatchObject({ ok: true, output: { result: { right: 1 } } });
  });

  test('who had answered nothing took no part, and is told nothing of what is right', async () => {
    const contestId = await world.running();
    await world.later(MS_PER_DAY);
    const late = await world.answer(MEMBER, contestId, { q1: 'right' }, true);
    expect(late).toMatchObject({ code: 'contest-over', detail: { saved: 0 } });
    const shown = await world.show(MEMBER, contestId);
    expect(shown).toMatchObject({ questions: [], result: null, taking: { took: 0 } });
    expect(JSON.stringify(shown)).not.toMatch(SOLVED);
  });
});

test.each([
  ['before its start', 'coming', 'not-started'],
  ['of a question that there is not', 'running', 'unknown-question'],
] as const)('an answer %s is refused', async (_, which, code) => {
  const contestId = await world[which]();
  const chosen = which === 'coming' ? { q1: 'right' } : { q9: 'right' };
  expect(await world.answer(MEMBER, contestId, chosen)).toMatchObject({ ok: false, code });
  expect((await world.show(MEMBER, contestId)).answers).toEqual([]);
});

test('an option that there is not, nothing at all, and somebody of another branch are refused', async () => {
  const contestId = await world.running();
  const answers = async (memberId: string, chosen: Record<string, string>, isHandedIn = true) =>
    (await world.answer(memberId, contestId, chosen, isHandedIn)) as { code?: string };
  expect((await answers(MEMBER, { q1: '$where' })).code).toBe('bad-input');
  expect((await answers(MEMBER, { q1: 'constructor-1' })).code).toBe('unknown-question');
  expect((await answers(MEMBER, {})).code).toBe('nothing-to-hand-in');
  expect((await answers('office', { q1: 'right' })).code).toBe('not-asked');
  expect((await answers('foreigner', { q1: 'right' })).code).toBe('not-found');
});

test('before the start nobody reads the questions, and everybody gets an order of their own', async () => {
  const many = Array.from({ length: 8 }, (_, index) => aQuestion(`q${index}`));
  const yesNo = aQuestion('true', {
    kind: 'true-false',
    options: ['yes', 'no'].map((optionId) => ({
      optionId,
      text: optionId,
      isRight: optionId === 'no',
    })),
  });
  const contestId = await world.coming({ questions: [...many, yesNo] });
  expect((await world.show(MEMBER, contestId)).questions).toEqual([]);
  await world.later(MS_PER_HOUR);
  const orderOf = async (memberId: string) =>
    JSON.stringify((await world.show(memberId, contestId)).questions);
  const first = await orderOf(MEMBER);
  expect(await orderOf(MEMBER)).toBe(first);
  expect(await orderOf('member-2')).not.toBe(first);
  const { questions, seed } = await world.show('member-2', contestId);
  expect(seed).toMatch(/^[0-9a-f]{24}$/u);
  const options = questions.find(({ questionId }) => questionId === 'true')?.options;
  expect(options?.map(({ optionId }) => optionId)).toEqual(['yes', 'no']);
});

test('it asks on the today page while it runs, until it is handed in, and nobody after the end', async () => {
  const contestId = await world.coming();
  expect(await asks(MEMBER)).toEqual([]);
  await world.later(MS_PER_HOUR);
  expect(await asks(MEMBER)).toEqual(['ten questions']);
  await world.answer(MEMBER, contestId, { q1: 'right' });
  expect(await asks(MEMBER)).toEqual(['ten questions']);
  await world.answer(MEMBER, contestId, { q2: 'right' }, true);
  expect(await asks(MEMBER)).toEqual([]);
  expect(await asks('member-2')).toEqual(['ten questions']);
  await world.later(MS_PER_DAY);
  expect(await asks('member-2')).toEqual([]);
});

test('it waits for somebody since its window opened, however long before that it was published', async () => {
  const startAtMs = world.nowMs() + 10 * MS_PER_DAY;
  await world.coming({ startAtMs, endAtMs: startAtMs + MS_PER_DAY });
  const tasks = async () => (await world.phone(MEMBER).get(waitsForMe, {})).tasks;
  expect(await tasks()).toEqual([]);
  await world.later(10 * MS_PER_DAY);
  expect(await tasks()).toMatchObject([{ title: 'ten questions', sinceAtMs: startAtMs }]);
});

test('one that is called off takes no more answers and asks nobody', async () => {
  const contestId = await world.running();
  await world.answer(MEMBER, contestId, { q1: 'right' });
  const reason = 'a question was wrong';
  await world.phone('secretary').get(callOffContest, { contestId, reason });
  await world.phone('secretary').get(callOffContest, { contestId, reason });
  const again = world.phone('secretary').call(callOffContest, { contestId, reason: 'again' });
  expect(await again).toMatchObject({ code: 'written-before' });
  expect(await asks('member-2')).toEqual([]);
  const late = await world.answer(MEMBER, contestId, { q2: 'right' });
  expect(late).toMatchObject({ ok: false, code: 'contest-called-off' });
  const shown = await world.phone(MEMBER).get(contest, { contestId });
  expect(shown).toMatchObject({ state: 'called-off', calledOff: { reason }, questions: [] });
});
