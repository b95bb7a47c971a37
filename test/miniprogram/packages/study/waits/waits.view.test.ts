import {
  toWaitsView,
  type Waits,
} from '../../../../../miniprogram/packages/study/waits/waits.view';
import { aMyStudy, fiveCrewDays, NOW_MS } from '../../../../builders/phone/study';
import {
  dayOfInstant,
  instantOf,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
} from '../../../../../domain/time/local-day';

type Task = Waits['tasks'][number];

const task = (more: Partial<Task> = {}): Task => ({
  taskId: 'task',
  kind: 'item',
  title: '《多问一句》',
  act: '审',
  page: 'packages/channel-office/check/check?itemId=task',
  sinceAtMs: NOW_MS - MS_PER_DAY,
  untilAtMs: null,
  ...more,
});

const viewOf = (tasks: readonly Task[], studies = [aMyStudy()], handedIn = new Set<string>()) =>
  toWaitsView(
    { kind: 'known', output: { nowMs: NOW_MS, tasks: [...tasks] }, asOfAtMs: null },
    { studies, days: fiveCrewDays() },
    { replies: new Map(), handedIn },
    NOW_MS,
  );

test('each line says since when it waits, its limit where it has one, and opens its page', () => {
  const asked = task({
    taskId: 'asked',
    kind: 'asked',
    act: '答复',
    untilAtMs: NOW_MS + MS_PER_HOUR,
    sinceAtMs: NOW_MS,
  });
  expect(viewOf([task(), asked], [])).toMatchObject({
    note: '2 件，先来的在前',
    studies: [],
    tasks: [
      { note: '昨天来的，等你审', page: 'packages/channel-office/check/check?itemId=task' },
      { note: expect.stringMatching(/前答复 · 今天来的$/u) },
    ],
  });
});

test('a limit is said as on the today page: what ends with a day ends at its 24:00', () => {
  const endOfDay = instantOf(dayOfInstant(NOW_MS), 24 * 60);
  for (const untilAtMs of [endOfDay, endOfDay - MS_PER_MINUTE]) {
    expect(viewOf([task({ untilAtMs })], [])).toMatchObject({
      tasks: [{ note: '今天 24:00 前审 · 昨天来的' }],
    });
  }
});

test('what is owed too long says so, also where it became late on the phone', () => {
  const afterwards = '3月10日前该回话，过了时间';
  for (const untilAtMs of [null, NOW_MS]) {
    expect(viewOf([task({ kind: 'asked', untilAtMs, afterwards })], [])).toMatchObject({
      tasks: [{ note: `${afterwards} · 昨天来的` }],
    });
  }
  const untilAtMs = NOW_MS + MS_PER_HOUR;
  expect(viewOf([task({ untilAtMs, afterwards })], [])).toMatchObject({
    tasks: [{ note: expect.stringMatching(/前审 · 昨天来的$/u) }],
  });
});

test('a must-read leads to the inbox, and what is over by now is no task', () => {
  const view = viewOf([task({ page: null }), task({ taskId: 'over', untilAtMs: NOW_MS })], []);
  expect(view).toMatchObject({ tasks: [{ page: '' }], note: '' });
});

test('studies that ask stand above, as on the today page', () => {
  const view = viewOf([], [aMyStudy()]);
  expect(view).toMatchObject({ kind: 'content', tasks: [] });
  if (view.kind !== 'content') throw new Error('no content');
  expect(view.studies).toHaveLength(1);
  expect(view.studies[0]?.page).toMatch(/^packages\/study\/detail/u);
});

test('nothing that waits says so', () => {
  expect(viewOf([], [])).toMatchObject({ kind: 'empty' });
});

test('a hundred tasks with long titles fit into one list', () => {
  const many = Array.from({ length: 100 }, (_, at) =>
    task({
      taskId: `task-${String(at)}`,
      title: '《一条很长很长很长的标题，长到三十个字都放得下的那种》',
    }),
  );
  expect(Buffer.byteLength(JSON.stringify(viewOf(many, [])))).toBeLessThan(25 * 1024);
});

test('what was done on its page and waits in the phone is no task', () => {
  const page = 'packages/study/make-up/make-up?studyId=s1';
  const makeUp = task({ page });
  expect(viewOf([makeUp], [], new Set([page])).kind).toBe('empty');
  expect(
    viewOf([makeUp], [], new Set(['packages/study/make-up/make-up?studyId=s2'])),
  ).toMatchObject({ tasks: [{ page }] });
});
