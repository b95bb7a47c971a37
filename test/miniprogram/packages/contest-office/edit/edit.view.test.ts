import * as v from 'valibot';
import { ContestDraft } from '../../../../../contract/content/contest-shapes';
import { MS_PER_DAY } from '../../../../../domain/time/local-day';
import {
  begun,
  formOf,
  timesOf,
  toDraft,
  windowOf,
  type ContestForm,
} from '../../../../../miniprogram/packages/contest-office/edit/contest-form';
import {
  faultsOf,
  toView,
  type FoundWindow,
} from '../../../../../miniprogram/packages/contest-office/edit/edit.view';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

let ids = 0;
const newId = () => {
  ids += 1;
  return `id-${ids}`;
};

function written(): ContestForm {
  const form = begun(newId, TEST_START_MS);
  const questions = form.questions.map((question) => ({
    ...question,
    text: '怎么办',
    why: '因为',
    options: question.options.map((option) => ({ ...option, text: '停' })),
  }));
  return { ...form, title: '安规十问', questions };
}

test('what is written is what the contract takes, and what the server has can be typed on', () => {
  const draft = toDraft(written());
  expect(v.is(ContestDraft, draft)).toBe(true);
  const output = {
    nowMs: TEST_START_MS,
    branchId: 'b',
    state: 'draft' as const,
    revision: 3,
    ...draft,
  };
  const form = formOf('contest', output);
  expect(form).toMatchObject({ contestId: 'contest', revision: 3, title: '安规十问' });
  expect(form && windowOf(form)).toEqual({ startAtMs: draft.startAtMs, endAtMs: draft.endAtMs });
  const newer = draft.questions.map((question) => ({ ...question, kind: 'newer' as const }));
  expect(formOf('contest', { ...output, questions: newer })).toBeUndefined();
});

test('faults are told at their fields', () => {
  expect(faultsOf(written(), TEST_START_MS)).toEqual({});
  const empty = begun(newId, TEST_START_MS);
  const turned = { ...empty, endDay: empty.startDay, endTime: '07:00' };
  expect(Object.keys(faultsOf(turned, TEST_START_MS))).toEqual(
    expect.arrayContaining(['title', 'window', `${empty.questions[0]?.questionId}-text`]),
  );
});

const crew = (crewId: string | null, awakeMinutes: number) => {
  return { crewId, crewName: crewId, people: 3, awakeMinutes };
};
const found = (rest: Partial<FoundWindow>): FoundWindow => ({
  nowMs: TEST_START_MS,
  startAtMs: TEST_START_MS,
  endAtMs: TEST_START_MS + MS_PER_DAY,
  crews: [crew('一值', 600), crew('二值', 600), crew(null, 900)],
  isEqual: true,
  equal: null,
  ...rest,
});
const viewOf = (window: FoundWindow) =>
  toView({ ...written(), ...timesOf(window) }, window, 5, TEST_START_MS);

test('it says that all crews have the same, or who has less and how to go on', () => {
  expect(viewOf(found({})).fairness).toEqual({
    text: '各值一样多，都是 10 小时。',
    tone: 'ok',
    equal: '',
  });
  const crews = [crew('一值', 480), crew('二值', 600), crew(null, 900)];
  const less = viewOf(found({ crews, isEqual: false }));
  expect(less.fairness?.text).toMatch(/^一值最少，比最多的少 2 小时。换个开始的日子/u);
  expect(less.crews.map(({ isLess }) => isLess)).toEqual([true, false, false]);
  const equal = { startAtMs: TEST_START_MS, endAtMs: TEST_START_MS + 5 * MS_PER_DAY };
  expect(viewOf(found({ crews, isEqual: false, equal })).fairness).toMatchObject({
    equal: '用 5 天的',
    tone: 'warn',
  });
});

test('hours of another window than stands there are not shown, and a few minutes are no zero hours', () => {
  const other = toView(written(), found({}), 5, TEST_START_MS);
  expect(other).toMatchObject({ fairness: null, crews: [] });
  const crews = [crew('一值', 598), crew('二值', 600)];
  const text = viewOf(found({ crews, isEqual: false })).fairness?.text;
  expect(text).toMatch(/^一值最少，比最多的少 2 分钟。/u);
  const none = viewOf(found({ crews: [crew(null, 900)] })).fairness?.text;
  expect(none).toBe('支部里没有按班表倒班的人，不用比。');
});

test('a window that was found stands in the pickers', () => {
  expect(timesOf({ startAtMs: TEST_START_MS, endAtMs: TEST_START_MS + MS_PER_DAY })).toEqual({
    startDay: '2025-03-05',
    startTime: '09:00',
    endDay: '2025-03-06',
    endTime: '09:00',
  });
});
