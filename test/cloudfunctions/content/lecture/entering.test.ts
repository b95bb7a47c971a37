import { answerContest, contest, contests } from '../../../../contract/content/contest';
import {
  contestForm,
  publishContest,
  saveContest,
} from '../../../../contract/content/contest-writing';
import {
  lectureForm,
  publishLectureContest,
  saveLectureContest,
} from '../../../../contract/content/lecture-writing';
import { lectureContest, withdrawLecture } from '../../../../contract/content/lectures';
import { MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { storedDeliveries } from '../../../builders/stored';
import { BRANCH_SIZE } from '../../../worlds/study-world';
import { JUDGES, useLectureWorld } from '../../../worlds/lecture-world';

const world = useLectureWorld();
const AUTHOR = 'member-4';
const secretary = () => world.phone('secretary');
const save = (contestId: string, revision: number, draft = world.aDraft()) =>
  secretary().call(saveLectureContest, { contestId, revision, draft });

test('criteria are published before entries begin, once, and stay as they are', async () => {
  expect(await save('new', 0)).toMatchObject({ output: { revision: 1 } });
  expect(await save('new', 0)).toMatchObject({ output: { revision: 1 } });
  const unseen = await world.phone(AUTHOR).call(lectureContest, { contestId: 'new' });
  expect(unseen).toMatchObject({ code: 'not-found' });
  const publishing = { contestId: 'new', revision: 1 };
  const first = await secretary().get(publishLectureContest, publishing);
  expect(first).toEqual({ told: BRANCH_SIZE });
  expect(await secretary().get(publishLectureContest, publishing)).toEqual(first);
  const told = storedDeliveries(world.cloud).filter(({ title }) => title === 'lectures');
  expect(told).toHaveLength(1);
  const shown = await world.show(AUTHOR, 'new');
  expect(shown).toMatchObject({ state: 'coming', mayEnter: true });
  expect(shown.criteria).toEqual(world.aDraft().criteria);
  expect(await world.enter(AUTHOR, 'new')).toMatchObject({ code: 'not-started' });
  const other = world.aDraft({ title: 'another' });
  expect(await save('new', 2, other)).toMatchObject({ code: 'already-published' });
});

test.each([
  [
    'a judge of another branch',
    { judgeIds: ['member-1', 'member-2', 'stranger'] },
    'not-in-branch',
  ],
  ['one judge twice', { judgeIds: ['member-1', 'member-1', 'member-2'] }, 'bad-criteria'],
  ['a tie by what is not judged', { tieCriterionId: 'other' }, 'bad-criteria'],
  ['no time to judge', { judgeByMs: 0 }, 'bad-window'],
])('%s is refused', async (_, draft, code) => {
  expect(await save('faulty', 0, world.aDraft(draft))).toMatchObject({ ok: false, code });
});

test('of two who write on one draft the second is told', async () => {
  await save('shared', 0);
  await save('shared', 1, world.aDraft({ title: 'mine' }));
  const second = await save('shared', 1, world.aDraft({ title: 'yours' }));
  expect(second).toMatchObject({ code: 'changed-meanwhile' });
  const { stored } = await secretary().get(lectureForm, { contestId: 'shared' });
  expect(stored).toMatchObject({ revision: 2, draft: { title: 'mine' } });
});

test('an entry is written once, changed by who has seen it, and withdrawn and entered again while they are taken in', async () => {
  const contestId = await world.entering();
  expect(await world.enter(AUTHOR, contestId)).toMatchObject({ output: { revision: 1 } });
  expect(await world.enter(AUTHOR, contestId)).toMatchObject({ output: { revision: 1 } });
  const other = { title: 'another' };
  expect(await world.enter(AUTHOR, contestId, 1, other)).toMatchObject({ output: { revision: 2 } });
  const stale = await world.enter(AUTHOR, contestId, 1, { title: 'third' });
  expect(stale).toMatchObject({ code: 'changed-meanwhile' });
  await world.phone(AUTHOR).get(withdrawLecture, { contestId });
  expect(await world.show(AUTHOR, contestId)).toMatchObject({
    entered: 0,
    mine: { isWithdrawn: true, revision: 3 },
  });
  expect((await world.enter(AUTHOR, contestId, 3)).ok).toBe(true);
  expect((await world.show(AUTHOR, contestId)).entered).toBe(1);
});

test('judges do not enter, another branch does not, and after the end nobody does', async () => {
  const contestId = await world.entering();
  expect(await world.enter(JUDGES[0] ?? '', contestId)).toMatchObject({
    code: 'judges-do-not-enter',
  });
  const gone = { source: { kind: 'document', documentId: 'none' } } as const;
  expect(await world.enter(AUTHOR, contestId, 0, gone)).toMatchObject({ code: 'no-such-document' });
  await world.enter(AUTHOR, contestId);
  await world.later(MS_PER_DAY);
  const late = await world.enter(AUTHOR, contestId, 1, { title: 'late' });
  expect(late).toMatchObject({ code: 'entries-closed' });
  // What had arrived stands, and a repetition of it is no news.
  expect((await world.enter(AUTHOR, contestId)).ok).toBe(true);
});

test('a phone that knows only contests of questions sees that it has to be updated, and nothing breaks', async () => {
  const contestId = await world.entering();
  const { rows } = await world.phone(AUTHOR).get(contests, {});
  expect(rows).toMatchObject([{ state: 'lectures', lectures: { state: 'entering' } }]);
  expect(await world.phone(AUTHOR).get(contest, { contestId })).toMatchObject({
    state: 'lectures',
    questions: [],
    result: null,
  });
  const given = [{ questionId: 'q1', chosen: ['a'], atMs: world.nowMs() }];
  const answered = await world
    .phone(AUTHOR)
    .call(answerContest, { contestId, answers: given, isHandedIn: true });
  expect(answered).toMatchObject({ code: 'not-found' });
  expect(await secretary().call(contestForm, { contestId })).toMatchObject({ code: 'not-found' });
  const asked = await secretary().call(publishContest, { contestId, revision: 2 });
  expect(asked).toMatchObject({ code: 'not-found' });
  const draft = {
    title: 'questions',
    round: 1,
    startAtMs: world.nowMs() + MS_PER_HOUR,
    endAtMs: world.nowMs() + MS_PER_DAY,
    questions: [
      {
        questionId: 'q',
        kind: 'single' as const,
        text: 'what',
        options: [
          { optionId: 'a', text: 'a', isRight: true },
          { optionId: 'b', text: 'b', isRight: false },
        ],
        why: 'so',
      },
    ],
  };
  expect(await secretary().call(saveContest, { contestId, revision: 2, draft })).toMatchObject({
    code: 'bad-input',
  });
});

test('opening it is three requests', async () => {
  const contestId = await world.entering();
  await world.enter(AUTHOR, contestId);
  world.cloud.counts.reset();
  await world.show(AUTHOR, contestId);
  const requests = Object.entries(world.cloud.counts.byAction)
    .filter(([action]) => action.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0);
  expect(requests).toBeLessThanOrEqual(3);
});
