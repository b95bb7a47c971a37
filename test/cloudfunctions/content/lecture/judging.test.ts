import { callOffContest } from '../../../../contract/content/contest-writing';
import { relieveJudge } from '../../../../contract/content/lecture-writing';
import {
  judgeLecture,
  lecture,
  shareLecture,
  withdrawLecture,
} from '../../../../contract/content/lectures';
import { lectureNoticeText } from '../../../../cloudfunctions/_deliver/lecture-notices.text';
import { lectureIdOf } from '../../../../cloudfunctions/_store/content/lectures';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { today } from '../../../../contract/today';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { storedDeliveries } from '../../../builders/stored';
import { JUDGES, useLectureWorld } from '../../../worlds/lecture-world';

const world = useLectureWorld();
const [A = '', B = '', C = ''] = JUDGES;
const AUTHOR = 'member-4';
const OTHER = 'member-5';
const open = (judgeId: string, contestId: string, memberId: string) =>
  world.phone(judgeId).get(lecture, { contestId, lectureId: lectureIdOf(contestId, memberId) });
const asks = async (memberId: string) =>
  ((await world.phone(memberId).get(today, {})).toAnswer ?? []).map(({ title }) => title);
const toldJudged = () =>
  storedDeliveries(world.cloud).filter(
    ({ title, cancelledAtMs }) =>
      title === lectureNoticeText.judged('lectures') && cancelledAtMs === null,
  );

test('judges are asked from the end of entries, see nothing of one another before all is in, and then the entrant sees points and reasons', async () => {
  const contestId = await world.judging([AUTHOR, OTHER]);
  expect(await asks(A)).toEqual([lectureNoticeText.toJudge('lectures')]);
  expect(await world.phone(A).get(waitsForMe, {})).toBeDefined();
  expect((await world.show(A, contestId)).toJudge).toHaveLength(2);
  await world.mark(A, contestId, AUTHOR, 30);
  await world.mark(B, contestId, AUTHOR, 35);
  expect((await open(A, contestId, AUTHOR)).others).toEqual([]);
  expect((await world.show(AUTHOR, contestId)).mine?.result).toBeNull();
  await world.mark(A, contestId, OTHER, 20);
  expect(await asks(A)).toEqual([]);
  await world.mark(B, contestId, OTHER, 20);
  await world.mark(C, contestId, OTHER, 20);
  const last = await world.mark(C, contestId, AUTHOR, 40);
  expect(last).toMatchObject({ ok: true, output: { isJudged: true } });
  const { state, mine, people } = await world.show(AUTHOR, contestId);
  expect(state).toBe('judged');
  expect(mine?.result).toMatchObject({ score: { total: 7000 }, award: 'first' });
  expect(mine?.result?.judgements).toHaveLength(3);
  expect(JSON.stringify(mine)).toContain('40 by member-3');
  expect((await open(A, contestId, AUTHOR)).others).toHaveLength(2);
  // Nobody has agreed: others see that they took part.
  expect(people).toHaveLength(2);
  expect(people.every(({ title, award }) => title === null && award === null)).toBe(true);
  expect(toldJudged()).toHaveLength(1);
  // The same once more is no second message.
  await world.mark(C, contestId, AUTHOR, 40);
  expect(toldJudged()).toHaveLength(1);
});

test('title and award are seen by others by consent, which is taken back at any time', async () => {
  const contestId = await world.judging([AUTHOR]);
  for (const judge of JUDGES) await world.mark(judge, contestId, AUTHOR, 30);
  const share = (isShared: boolean) =>
    world.phone(AUTHOR).get(shareLecture, { contestId, isShared });
  const seen = async () => (await world.show(OTHER, contestId)).people[0];
  await share(true);
  expect(await seen()).toMatchObject({ title: `of ${AUTHOR}`, award: 'first' });
  expect((await world.show(OTHER, contestId)).mine).toBeNull();
  await share(false);
  expect(await seen()).toMatchObject({ title: null, award: null });
});

test('a judge who has a stake is not waited for, and what they gave before counts no more', async () => {
  const contestId = await world.judging([AUTHOR]);
  await world.mark(A, contestId, AUTHOR, 1);
  await world.mark(B, contestId, AUTHOR, 30);
  expect((await world.stake(A, contestId, AUTHOR)).ok).toBe(true);
  expect((await world.stake(A, contestId, AUTHOR)).ok).toBe(true);
  const lectureId = lectureIdOf(contestId, AUTHOR);
  const judgement = { kind: 'stake', reason: 'in other words' } as const;
  const other = world.phone(A).call(judgeLecture, { contestId, lectureId, judgement });
  expect(await other).toMatchObject({ code: 'stood-aside' });
  expect(await world.mark(A, contestId, AUTHOR, 40)).toMatchObject({ code: 'stood-aside' });
  await world.mark(C, contestId, AUTHOR, 30);
  const { state, mine } = await world.show(AUTHOR, contestId);
  expect(state).toBe('judged');
  expect(mine?.result).toMatchObject({ score: { total: 6000 } });
});

test('a missing judge: at the deadline it is judged with what is in, and what comes then is refused and named', async () => {
  const contestId = await world.judging([AUTHOR]);
  await world.mark(A, contestId, AUTHOR, 30);
  const marked = await world.mark(B, contestId, AUTHOR, 30);
  await world.later(MS_PER_DAY);
  expect((await world.show(AUTHOR, contestId)).mine?.result).toMatchObject({
    score: { total: 6000 },
  });
  const late = await world.mark(C, contestId, AUTHOR, 40);
  expect(late).toMatchObject({ code: 'judging-over', detail: { hasMarks: 0 } });
  const changed = await world.mark(B, contestId, AUTHOR, 40, marked.ok ? marked.output.atMs : 0);
  expect(changed).toMatchObject({ code: 'judging-over', detail: { hasMarks: 1 } });
  // A repetition whose answer got lost is no news.
  expect((await world.mark(B, contestId, AUTHOR, 30)).ok).toBe(true);
  expect(await asks(C)).toEqual([]);
});

test('of whom fewer than two have marked there is no result and no award', async () => {
  const contestId = await world.judging([AUTHOR]);
  await world.mark(A, contestId, AUTHOR, 40);
  await world.later(MS_PER_DAY);
  const { mine } = await world.show(AUTHOR, contestId);
  expect(mine?.result).toMatchObject({ score: null, award: null });
});

test('of two phones of one judge the second is told, and the marks of the first stand', async () => {
  const contestId = await world.judging([AUTHOR]);
  const first = await world.mark(A, contestId, AUTHOR, 30);
  expect(await world.mark(A, contestId, AUTHOR, 20)).toMatchObject({ code: 'changed-meanwhile' });
  const atMs = first.ok ? first.output.atMs : 0;
  expect((await world.mark(A, contestId, AUTHOR, 20, atMs)).ok).toBe(true);
  expect((await open(A, contestId, AUTHOR)).mine?.marks[0]?.points).toBe(20);
});

test('two judges at once lose nothing', async () => {
  const contestId = await world.judging([AUTHOR]);
  await Promise.all(JUDGES.map((judge) => world.mark(judge, contestId, AUTHOR, 30)));
  expect((await world.show(AUTHOR, contestId)).mine?.result?.judgements).toHaveLength(3);
});

test('a lecture that was withdrawn is judged no more, and nobody waits for its marks', async () => {
  const contestId = await world.judging([AUTHOR, OTHER]);
  for (const judge of JUDGES) await world.mark(judge, contestId, AUTHOR, 30);
  await world.mark(A, contestId, OTHER, 30);
  await world.phone(OTHER).get(withdrawLecture, { contestId });
  await world.phone(OTHER).get(withdrawLecture, { contestId });
  expect((await world.show(A, contestId)).state).toBe('judged');
  expect(await world.mark(B, contestId, OTHER, 30)).toMatchObject({ code: 'withdrawn' });
  const own = await world.phone(AUTHOR).call(withdrawLecture, { contestId });
  expect(own).toMatchObject({ code: 'contest-over' });
});

test('who is relieved judges no more and counts no more, somebody else is asked instead, and it is done once', async () => {
  const contestId = await world.judging([AUTHOR]);
  await world.mark(A, contestId, AUTHOR, 1);
  const relieve = (insteadId: string | null, reason = 'is ill') =>
    world.phone('secretary').call(relieveJudge, { contestId, judgeId: A, reason, insteadId });
  expect(await relieve(null)).toMatchObject({ code: 'too-few-judges' });
  expect(await relieve(AUTHOR)).toMatchObject({ code: 'has-entered' });
  expect(await relieve(B)).toMatchObject({ code: 'judges-already' });
  expect((await relieve(OTHER)).ok).toBe(true);
  expect((await relieve(OTHER)).ok).toBe(true);
  expect(await relieve(OTHER, 'another')).toMatchObject({ code: 'already-relieved' });
  expect(await world.mark(A, contestId, AUTHOR, 40)).toMatchObject({ code: 'not-a-judge' });
  expect(await asks(A)).toEqual([]);
  expect(await asks(OTHER)).toEqual([lectureNoticeText.toJudge('lectures')]);
  for (const judge of [B, C, OTHER]) await world.mark(judge, contestId, AUTHOR, 30);
  const { mine, judges } = await world.show(AUTHOR, contestId);
  expect(mine?.result).toMatchObject({ score: { total: 6000 } });
  expect(judges[0]).toMatchObject({ memberId: A, relieved: 'is ill' });
});

test('who has left the branch is not waited for', async () => {
  const contestId = await world.judging([AUTHOR]);
  await world.alter('members', C, { branchId: 'branch-2' });
  expect(await world.mark(C, contestId, AUTHOR, 30)).toMatchObject({ code: 'not-found' });
  await world.mark(A, contestId, AUTHOR, 30);
  expect(await world.mark(B, contestId, AUTHOR, 30)).toMatchObject({ output: { isJudged: true } });
});

test('called off, nobody stays asked, and a mark is refused', async () => {
  const contestId = await world.judging([AUTHOR]);
  const callOff = (reason: string) =>
    world.phone('secretary').call(callOffContest, { contestId, reason });
  expect(await callOff('no hall')).toMatchObject({ ok: true });
  expect(await callOff('no hall')).toMatchObject({ ok: true });
  expect(await callOff('no time')).toMatchObject({ code: 'written-before' });
  expect(await asks(A)).toEqual([]);
  expect(await world.mark(A, contestId, AUTHOR, 30)).toMatchObject({ code: 'contest-called-off' });
  expect(toldJudged()).toEqual([]);
});

test('marks are whole, within their criterion, and their words are looked at', async () => {
  const contestId = await world.judging([AUTHOR]);
  expect(await world.mark(A, contestId, AUTHOR, 41)).toMatchObject({ code: 'bad-marks' });
  const early = await world.entering();
  await world.enter(AUTHOR, early);
  expect(await world.mark(A, early, AUTHOR, 30)).toMatchObject({ code: 'not-yet' });
  expect(await world.mark('secretary', contestId, AUTHOR, 30)).toMatchObject({
    code: 'not-a-judge',
  });
});
