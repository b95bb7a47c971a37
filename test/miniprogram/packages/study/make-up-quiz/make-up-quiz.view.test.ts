import {
  materialOf,
  openAgain,
  queueOf,
  toView,
  type QuizState,
} from '../../../../../miniprogram/packages/study/make-up-quiz/make-up-quiz.view';
import { aMakeUp, aQuestion } from '../../../../builders/phone/make-up';
import { NOW_MS } from '../../../../builders/phone/study';

const makeUp = aMakeUp();
const aState = (given: Partial<QuizState> = {}): QuizState => ({
  makeUp,
  queue: ['q1', 'q2'],
  right: [],
  isTurned: false,
  chosen: [],
  outcome: null,
  minutes: null,
  ...given,
});
function content(given: Partial<QuizState> = {}) {
  const view = toView(aState(given), NOW_MS);
  if (view.kind !== 'content') throw new Error(view.kind);
  return view;
}
const heard = (isRight: boolean) => ({
  kind: 'heard' as const,
  isRight,
  rightOptionIds: ['b'],
  why: '人不在，火就停。',
});

it('takes no answer after the end of the make-up, and says so; what was answered last still stands', () => {
  const over = aMakeUp({ untilAtMs: NOW_MS });
  expect(toView(aState({ makeUp: over }), NOW_MS)).toMatchObject({
    kind: 'waiting',
    title: '已截止',
    text: expect.stringContaining('24:00 已经截止'),
  });
  expect(toView(aState({ makeUp: over, outcome: heard(true) }), NOW_MS).kind).toBe('content');
  expect(toView(aState({ makeUp: over, queue: [] }), NOW_MS)).toMatchObject({
    title: '都答了，还没送到',
  });
});

it('asks one question, without a clock', () => {
  expect(content()).toMatchObject({
    place: '第 1 题，共 2 题',
    bars: ['now', 'todo'],
    canAnswer: false,
    action: '选好了',
  });
  expect(content({ chosen: ['a'] }).canAnswer).toBe(true);
  expect(content({ chosen: ['a'] }).options.map(({ isChosen }) => isChosen)).toEqual([
    true,
    false,
    false,
  ]);
});

it('after a wrong answer it says which is right, why, and that it comes again', () => {
  const view = content({ chosen: ['a'], outcome: heard(false) });
  expect(view.options.map(({ tone, badge }) => [tone, badge?.text])).toEqual([
    ['wrong', '你选的'],
    ['right', '应该选'],
    ['other', undefined],
  ]);
  expect(view).toMatchObject({
    verdict: '',
    why: '人不在，火就停。',
    again: '这题最后再出一次，选项换个次序',
    againNote: '2 题都答对就记为“已补学”，不记你答了几次。',
    action: '下一题',
    dockNote: '现在停下也行，下次从第 2 题开始',
  });
});

it('after a right one it says why too, and goes on', () => {
  const view = content({ chosen: ['b'], right: ['q1'], outcome: heard(true) });
  expect(view).toMatchObject({ verdict: '答对了', again: '', action: '下一题' });
  expect(view.options[1]).toMatchObject({ tone: 'right', badge: { text: '选对了' } });
  expect(content({ queue: ['q2'], chosen: ['b'], outcome: heard(true) }).action).toBe('好了');
});

it('the only question that is left comes again at once', () => {
  const view = content({ queue: ['q2'], chosen: ['a'], outcome: heard(false) });
  expect(view).toMatchObject({ action: '下一题', dockNote: '现在停下也行，下次从第 2 题开始' });
});

it('asked again, the options stand the other way round, and stay so after the answer', () => {
  const order = (given: Partial<QuizState>) => content(given).options.map(({ text }) => text);
  expect(order({ isTurned: true })).toEqual(['找人替', '停下来', '接着做']);
  expect(order({ isTurned: true, chosen: ['b'], outcome: heard(true) })).toEqual([
    '找人替',
    '停下来',
    '接着做',
  ]);
  expect(content({ isTurned: true }).place).toBe('第 1 题，共 2 题，再来一次');
});

it('of several right ones it says so beforehand, and which were missed afterwards', () => {
  const several = aMakeUp({ questions: [aQuestion('q1', { kind: 'several' })] });
  const outcome = { ...heard(false), rightOptionIds: ['a', 'b'] };
  const view = content({ makeUp: several, queue: ['q1'], chosen: ['a'], outcome });
  expect(view.hint).toBe('可以选几个，选全才算对');
  expect(view.options.map(({ badge }) => badge?.text)).toEqual(['选对了', '应该选', undefined]);
});

it('an answer that is kept says when it goes out, and nothing of right or wrong', () => {
  const view = content({ chosen: ['a'], outcome: { kind: 'kept', waitsFor: 'network' } });
  expect(view.verdict).toBe('网络不通，答案存在手机里，有网时送出。送到了就知道对不对。');
  expect(view.options.every(({ badge }) => badge === null)).toBe(true);
});

it('ends with what it earned, or with what is still on its way', () => {
  expect(toView(aState({ minutes: 40 }), NOW_MS)).toEqual({
    kind: 'done',
    done: {
      topic: '检修现场安全新规要点',
      line: '2 段 8 分钟，小测约 1 分钟',
      meaning: '记成补学，不记成到会，也不算缺席。学习记录里多了 40 分钟。',
    },
  });
  expect(toView(aState({ queue: [] }), NOW_MS).kind).toBe('waiting');
});

it('asks what is left: missed ones last, kept ones not, one more where all are right already', () => {
  const three = aMakeUp({ questions: ['q1', 'q2', 'q3'].map((id) => aQuestion(id)) });
  expect(queueOf(three, [], [])).toEqual(['q1', 'q2', 'q3']);
  expect(queueOf(three, [], ['q1'])).toEqual(['q2', 'q3', 'q1']);
  expect(queueOf({ ...three, right: ['q2'] }, ['q3'], ['q1'])).toEqual(['q1']);
  expect(queueOf(three, ['q1', 'q2', 'q3'], [])).toEqual([]);
  expect(queueOf({ ...three, right: ['q1', 'q2', 'q3'] }, [], [])).toEqual(['q3']);
});

it('the question in which something is marked stands first again, while it is still to be asked (R-146)', () => {
  expect(openAgain(['q1', 'q2'], { questionId: 'q2' })).toEqual(['q2', 'q1']);
  expect(openAgain(['q1', 'q2'], { questionId: 'q1' })).toEqual(['q1', 'q2']);
  expect(openAgain(['q1'], { questionId: 'q2' })).toEqual(['q1']);
  expect(openAgain(['q1', 'q2'], null)).toEqual(['q1', 'q2']);
});

it('the door to the material leads to the piece that was opened last, of those that are read here', () => {
  const piece = (pieceId: string, text: string | null) => ({
    pieceId,
    title: pieceId,
    minutes: 3,
    text,
    url: text === null ? 'https://example.com' : null,
  });
  const pieces = [piece('link', null), piece('one', '字'), piece('two', '字')];
  expect(materialOf({ pieces }, 'two')).toBe('two');
  expect(materialOf({ pieces }, 'link')).toBe('one');
  expect(materialOf({ pieces }, null)).toBe('one');
  expect(materialOf({ pieces: pieces.slice(0, 1) }, null)).toBe('');
  expect(content({ makeUp: { ...makeUp, pieces: pieces.slice(0, 1) } }).material).toBe('');
});
