import type { OutputOf } from '../../../../../contract/action';
import type { makeUpsOf } from '../../../../../contract/study/make-up';
import { toView } from '../../../../../miniprogram/packages/study-office/make-ups/make-ups.view';
import { at, dayAfter, NOW_MS } from '../../../../builders/phone/study';

type MakeUps = OutputOf<typeof makeUpsOf>;
type Person = MakeUps['people'][number];

const aPerson = (name: string, given: Partial<Person> = {}): Person => ({
  memberId: name,
  name,
  crewName: '三值',
  cause: 'on-duty',
  startsAtMs: NOW_MS,
  untilAtMs: at('0:00', dayAfter(3)),
  doneAtMs: null,
  way: null,
  openedBy: null,
  note: null,
  ...given,
});

function view(given: Partial<MakeUps> = {}, ownId = '') {
  const output: MakeUps = {
    nowMs: NOW_MS,
    topic: '新规要点',
    isFinal: true,
    pieces: 3,
    questions: 2,
    people: [],
    absent: [],
    canOpen: true,
    ...given,
  };
  const shown = toView({ kind: 'known', output, asOfAtMs: null }, NOW_MS, ownId);
  if (shown.kind !== 'content') throw new Error(shown.kind);
  return shown;
}

it('who has not made it up stands first, with why and until when in their days', () => {
  const done = aPerson('丁', { doneAtMs: NOW_MS, way: 'note', note: '我们值这样做。' });
  const absent = [
    { memberId: '戊', name: '戊', crewName: null, inARow: 3 },
    { memberId: '己', name: '己', crewName: '二值', inARow: 0, isLeaveRefused: true },
  ];
  const shown = view({ people: [aPerson('甲'), done], absent });
  expect(shown.line).toBe('1 人还没补，1 人补完了');
  expect(shown.groups.map(({ title, rows }) => [title, rows.map(({ line }) => line)])).toEqual([
    ['还没补', ['三值 · 当时在岗 · 周五 3月13日 前']],
    ['已补学', ['三值 · 今天 10:12 · 写了心得']],
    ['缺席', ['连续 3 次没到', '二值 · 请了假，没有批']],
  ]);
  expect(shown.groups[1]?.rows[0]?.note).toBe('我们值这样做。');
  expect(shown.groups[2]?.rows[0]).toMatchObject({
    act: '开补学',
    badge: { text: '需要说句话' },
  });
});

it('one’s own is not offered to be opened, and says who opens it; others are', () => {
  const own = { memberId: '戊', name: '戊', crewName: '三值', inARow: null };
  const absent = [own, { ...own, memberId: '己', name: '己' }];
  const over = aPerson('甲', { untilAtMs: NOW_MS });
  const rowsOf = (ownId: string) =>
    view({ people: [over], absent }, ownId).groups.flatMap(({ rows }) =>
      rows.map(({ memberId, act }) => [memberId, act]),
    );
  expect(rowsOf('戊')).toEqual([
    ['甲', '再开'],
    ['戊', ''],
    ['己', '开补学'],
  ]);
  expect(rowsOf('甲')[0]).toEqual(['甲', '']);
  const [ownRow] = view({ absent }, '戊').groups[0]?.rows ?? [];
  expect(ownRow?.line).toBe('三值 · 你自己的要别的支部委员来开');
});

it('words that WeChat could not check ask to be looked at, others do not', () => {
  const done = { doneAtMs: NOW_MS, way: 'note', note: '我们值这样做。' } as const;
  const unsure = aPerson('甲', { ...done, isNoteUnsure: true });
  const rows = view({ people: [unsure, aPerson('乙', done)] }).groups[0]?.rows;
  expect(rows?.map(({ toLookAt }) => toLookAt)).toEqual([
    '微信没能查完这段话，请你看看有没有不妥。',
    '',
  ]);
});

it('one whose end is past can be opened again by who may', () => {
  const over = aPerson('甲', { untilAtMs: NOW_MS });
  expect(view({ people: [over] }).groups[0]?.rows[0]).toMatchObject({
    badge: { text: '已截止' },
    act: '再开',
  });
  expect(view({ people: [over], canOpen: false }).groups[0]?.rows[0]?.act).toBe('');
});

it.each<[Partial<Person>, string]>([
  [
    { cause: 'away', startsAtMs: at('0:00', dayAfter(1)) },
    '三值 · 借调或长假 · 周五 3月13日 前，回来再补',
  ],
  [
    { cause: 'by-officer', openedBy: { name: '秦明远', reason: '抢修' } },
    '三值 · 秦明远开的：抢修 · 周五 3月13日 前',
  ],
  [{ cause: 'newer', crewName: null }, '周五 3月13日 前'],
])('%o', (given, line) => {
  expect(view({ people: [aPerson('甲', given)] }).groups[0]?.rows[0]?.line).toBe(line);
});

it('says what there is to make up, and what holds before the register is final', () => {
  expect(view().content).toBe('3 段，2 道题');
  expect(view({ pieces: 0, questions: 0 }).content).toBe('没有小测，写几句心得就算补完');
  expect(view({ isFinal: false }).line).toBe('点名册定了以后，给没法来的人自动开');
  expect(view().empty).toBe('没有要补学的人。');
});
