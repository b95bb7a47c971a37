import { toWords } from '../../../../miniprogram/packages/branch-office/dashboard/dashboard.view';
import { toWordsPage } from '../../../../miniprogram/packages/branch-office/dashboard-list/dashboard-list.view';
import {
  toWordRows,
  type WordPage,
} from '../../../../miniprogram/packages/branch-office/word.view';

type Person = WordPage['people'][number];
const person = (given: Partial<Person> = {}): Person => ({
  memberId: 'zhou',
  name: '周航',
  crewName: '一值',
  streak: null,
  unreached: null,
  ...given,
});
const page = (people: readonly Person[], total = people.length): WordPage => ({
  nowMs: 0,
  total,
  people: [...people],
  nextCursor: null,
});

it.each<[Partial<Person>, readonly string[]]>([
  [{ streak: { kind: 'absent', count: 2 } }, ['连着 2 次缺席']],
  [{ streak: { kind: 'absent', count: 2, refused: 1 } }, ['连着 2 次缺席，1 次的请假没有批']],
  [{ streak: { kind: 'on-duty', count: 3 } }, ['连着 3 次都在岗或睡觉，没有能来的场次']],
  [{ unreached: { notices: 1, because: 'not-bound' } }, ['1 条通知没送到：还没绑定微信']],
  [
    { streak: { kind: 'newer', count: 4 }, unreached: { notices: 2, because: 'newer' } },
    ['连着 4 次升级后查看', '2 条通知没送到：原因升级后查看'],
  ],
])('says why, %#', (given, notes) => {
  expect(toWordRows(page([person(given)]))).toMatchObject([
    { initial: '周', crewName: '一值', notes },
  ]);
});

it('shows three on the dashboard, and the way to all', () => {
  const people = ['a', 'b', 'c', 'd'].map((memberId) => person({ memberId }));
  expect(toWords(page(people, 12))).toMatchObject({ more: '看全部 12 人' });
  expect(toWords(page(people, 12)).rows).toHaveLength(3);
  expect(toWords(page(people.slice(0, 3)))).toMatchObject({ more: '' });
});

it('lists them in the order of the roster, and says so', () => {
  const { head, rows } = toWordsPage(page([person({ streak: { kind: 'absent', count: 2 } })]));
  expect(head.note).toBe('1 人，每类按值和姓名排，不分先后');
  expect(rows[0]).toMatchObject({ name: '周航', note: '一值 · 连着 2 次缺席' });
});

it('says over the first of each reason what it is, and of how many', () => {
  const absent = { streak: { kind: 'absent', count: 2 } } as const;
  const people = [
    person({ memberId: 'a', ...absent }),
    person({ memberId: 'b', ...absent }),
    person({ memberId: 'c', streak: { kind: 'on-duty', count: 3 } }),
    person({ memberId: 'd', unreached: { notices: 1, because: 'failed' } }),
  ];
  const counts = { absent: 2, kept: 1, unreached: 9 };
  expect(toWordRows({ ...page(people), counts }).map(({ head }) => head)).toEqual([
    '连着没来 2 人',
    '',
    '连着没有能来的场次 1 人',
    '通知没送到 9 人',
  ]);
  expect(toWordsPage({ ...page(people), counts }).rows.map(({ head }) => head)).toHaveLength(4);
});
