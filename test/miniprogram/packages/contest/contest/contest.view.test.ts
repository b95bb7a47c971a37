import {
  hasTurned,
  toView,
  type Contest,
  type ContestContent,
} from '../../../../../miniprogram/packages/contest/contest/contest.view';
import { aShownContest } from '../../../../builders/phone/contests';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

function viewOf(contest: Partial<Contest>, kept = 0): ContestContent {
  const state = { kind: 'known', output: aShownContest(contest), asOfAtMs: null } as const;
  const view = toView(state, { crewName: '二值' }, kept, TEST_START_MS);
  if (view.kind !== 'content') throw new Error(view.kind);
  return view;
}

test.each([
  ['coming', 9, false],
  ['coming', 10, true],
  ['running', 19, false],
  ['running', 20, true],
  ['over', 30, false],
] as const)('what was %s is asked for anew at %d: %s', (state, nowMs, isAnew) => {
  expect(hasTurned({ state, startAtMs: 10, endAtMs: 20 }, nowMs)).toBe(isAnew);
});

const result = {
  handedInAtMs: TEST_START_MS,
  right: 1,
  isShared: false,
  solutions: ['one', 'two'].map((questionId) => ({
    questionId,
    isRight: questionId === 'one',
    rightOptionIds: ['a'],
    why: '因为',
  })),
};

test.each([
  ['begins', {}, 0, '开始答题'],
  [
    'goes on with what another phone sent',
    { answers: [{ questionId: 'one', chosen: ['a'], atMs: 1 }] },
    0,
    '接着答',
  ],
  ['goes on with what waits in the phone', {}, 1, '接着答'],
  ['is not answered again', { result }, 0, ''],
  ['has not begun', { state: 'coming' }, 0, ''],
  ['is over', { state: 'over' }, 0, ''],
  ['is of another branch', { mayAnswer: false }, 0, ''],
] as const)('one that %s', (_, contest, kept, action) => {
  expect(viewOf(contest as Partial<Contest>, kept).action).toBe(action);
});

test('one that is handed in says so, with what is right in the words of the options', () => {
  const answers = [{ questionId: 'one', chosen: ['a'], atMs: 1 }];
  const view = viewOf({ result, answers });
  expect(view).toMatchObject({ badge: { text: '已交卷' }, result: { score: '1 / 2' } });
  expect(view.solutions).toMatchObject([
    { badge: { text: '答对了' }, chosen: '', right: '应该选：选 a', why: '因为' },
    { badge: { text: '没答对' }, chosen: '你没有答' },
  ]);
});

test('crews have their hours, the own one is named, and who has no crew is not compared', () => {
  const { crews, crewsNote } = viewOf({});
  expect(crews).toMatchObject([
    { name: '一值，7 人', hours: '40.5 小时', isMine: false },
    { isMine: true },
    { name: '没排班的，1 人' },
  ]);
  expect(crewsNote).toBe('各值一样多');
  const office = aShownContest().crews.filter(({ crewId }) => crewId === null);
  expect(viewOf({ crews: office }).crewsNote).toBe('');
  const wrong = [{ questionId: 'two', chosen: ['b'], atMs: 1 }];
  expect(viewOf({ result, answers: wrong }).solutions[1]?.chosen).toBe('你选的：选 b');
});

test('a name has its result only where there is one; figures stand only where they are told', () => {
  const people = [
    { name: '高远', right: 2 },
    { name: '许文静', right: null },
  ];
  const { taking } = viewOf({
    state: 'over',
    taking: { asked: 14, took: 2, people, figures: null },
  });
  expect(taking).toMatchObject({ took: '2 / 14 人', average: '', hardest: null });
  expect(taking?.people.map(({ right }) => right)).toEqual(['答对 2 题', '参加了']);
  const figures = { averageTenths: 17, hardest: { text: '问 two', wrong: 6 } };
  const told = viewOf({ state: 'over', taking: { asked: 14, took: 2, people, figures } });
  expect(told.taking).toMatchObject({ average: '1.7 / 2 题', hardest: { note: '6 人没答对' } });
});

test('what was called off says why and by whom; only who writes calls off, and not after the end', () => {
  const calledOff = { byName: '方一舟', reason: '题目错了' };
  expect(viewOf({ state: 'called-off', calledOff }).whenNote).toBe('方一舟：题目错了');
  expect(viewOf({ canWrite: true }).canCallOff).toBe(true);
  expect(viewOf({ canWrite: true, state: 'over' }).canCallOff).toBe(false);
  expect(viewOf({}).canCallOff).toBe(false);
});
