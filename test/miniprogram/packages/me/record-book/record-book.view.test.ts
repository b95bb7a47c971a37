import type { RecordBook } from '../../../../../contract/branch/record-book';
import { instantOf, localDay } from '../../../../../domain/time/local-day';
import {
  allFolded,
  toView,
  type BookContent,
  type Folds,
} from '../../../../../miniprogram/packages/me/record-book/record-book.view';

const at = (day: string, minute: number) => instantOf(localDay(day), minute);

function aBook(book: Partial<RecordBook> = {}): RecordBook {
  return {
    nowMs: at('2026-04-01', 580),
    memberId: 'm1',
    name: '周立新',
    branchName: '运行支部',
    groupName: '二值党小组',
    crewName: '二值',
    year: 2026,
    firstYear: 2019,
    target: { hours: 32, askedAs: 'member', isOwn: false },
    checkIn: { count: 11, minutes: 770 },
    makeUp: { count: 2, minutes: 60 },
    minutes: 830,
    months: [
      { month: '2026-03', count: 2, minutes: 110 },
      { month: '2026-01', count: 5, minutes: 570 },
    ],
    entries: [
      {
        studyId: 's1',
        topic: '廉政一刻',
        kind: 'check-in',
        month: '2026-03',
        atMs: at('2026-03-22', 602),
        way: 'scan',
        minutes: 10,
      },
      {
        studyId: 's2',
        topic: '新规要点',
        kind: 'make-up',
        month: '2026-03',
        atMs: at('2026-03-12', 900),
        way: null,
        minutes: 100,
      },
    ],
    notes: [],
    ...book,
  };
}

function view(book: RecordBook, folds: Partial<Folds> = {}, isMine = true): BookContent {
  const shown = { kind: 'known', output: book, asOfAtMs: null } as const;
  const drawn = toView(shown, { ...allFolded, ...folds }, isMine);
  if (drawn.kind !== 'content') throw new Error(drawn.kind);
  return drawn;
}

test('figures stand with their working, and what is missing adds up to the target', () => {
  const drawn = view(aBook());
  expect([drawn.hours, drawn.ofTarget, drawn.missing, drawn.reached]).toEqual([
    '13.8',
    '/ 32 学时',
    '还差 18.2',
    43,
  ]);
  expect(drawn.parts).toEqual([
    { label: '签到 11 次', value: '12.8', working: '770 分钟', isSum: false },
    { label: '补学 2 次', value: '1.0', working: '60 分钟', isSum: false },
    { label: '合计', value: '13.8 学时', working: '830 分钟 ÷ 60，不足 0.1 不计', isSum: true },
  ]);
  expect(drawn.whose).toBe('周立新 · 运行支部 · 二值 · 到 4月1日 周三');
});

test.each([
  [1919, '还差 0.1', 99],
  [1920, '够了', 100],
  [2400, '够了', 100],
])('of %d minutes it says %s', (minutes, missing, reached) => {
  expect(view(aBook({ minutes }))).toMatchObject({ missing, reached });
});

test('the newest month is open, a tap folds it or opens another', () => {
  const open = (folds: Partial<Folds>) =>
    view(aBook(), folds)
      .months.filter(({ isOpen }) => isOpen)
      .map(({ month }) => month);
  expect(open({})).toEqual(['2026-03']);
  expect(open({ openMonths: ['2026-01'] })).toEqual(['2026-03', '2026-01']);
  expect(open({ openMonths: ['2026-03'] })).toEqual([]);
});

test('entries say how they came about, the newest first; months of the bars go by the calendar', () => {
  const drawn = view(aBook());
  expect(drawn.months[0]?.rows).toMatchObject([
    { when: '周日 3月22日 · 10:02 扫码', minutes: '10 分钟', badge: { text: '签到' } },
    { when: '周四 3月12日 · 15:00', minutes: '100 分钟', badge: { text: '补学' } },
  ]);
  expect(drawn.bars.map(({ label, width }) => [label, width])).toEqual([
    ['1月', 100],
    ['3月', 19],
  ]);
});

test('what waits to be confirmed does not count, and what a newer version knows is not left out', () => {
  const [first] = aBook().entries;
  if (first === undefined) throw new Error('no entry');
  const entries = [
    { ...first, kind: 'to-confirm' as const, way: 'offline-scan' as const },
    { ...first, kind: 'newer' as const, way: 'newer' as const },
  ];
  expect(view(aBook({ entries })).months[0]?.rows).toMatchObject([
    { minutes: '先不计', badge: { text: '待确认' } },
    { badge: { text: '升级后查看' } },
  ]);
});

test('at most five years can be picked, none before the person came', () => {
  const years = (book: Partial<RecordBook>) => view(aBook(book)).years.map(({ id }) => id);
  expect(years({})).toEqual(['2026', '2025', '2024', '2023', '2022']);
  expect(years({ firstYear: 2025 })).toEqual(['2026', '2025']);
  expect(years({ firstYear: 2026 })).toEqual(['2026']);
});

test('a year without entries says how the book fills, and hours of the branch say whose they are', () => {
  const empty = aBook({ entries: [], months: [], minutes: 0 });
  expect(view(empty).emptyText).toBe('今年还没有记录。签到、补学、交心得以后，会自己写进来。');
  const own = aBook({ target: { hours: 60, askedAs: 'officer', isOwn: true } });
  expect(view(own).basis.whole).toMatch(/^党委工作部定的：书记和支部委员一年 60 学时。/u);
  expect(view(aBook(), {}, false).exportNote).toBe('Word 文档。周立新看得到你导出过');
});

test('a note stands in its month by its day, and opens where its reader reads it', () => {
  const note = {
    noteId: 'n1',
    type: 'reflection' as const,
    title: '学后记',
    month: '2026-03',
    atMs: at('2026-03-15', 1230),
  };
  const rows = (isMine: boolean) => view(aBook({ notes: [note] }), {}, isMine).months[0]?.rows;
  expect(rows(true)?.map(({ topic }) => topic)).toEqual(['廉政一刻', '学后记', '新规要点']);
  expect(rows(true)?.[1]).toMatchObject({
    url: '/packages/note/open/open?noteId=n1',
    when: '周日 3月15日 · 20:30 交的',
    minutes: '不计学时',
    badge: { text: '学习体会' },
  });
  expect(rows(false)?.[1]?.url).toBe('/packages/note-office/read/read?noteId=n1');
});

test('a year with nothing but a note is not empty', () => {
  const note = {
    noteId: 'n1',
    type: 'newer' as const,
    title: 't',
    month: '2026-02',
    atMs: at('2026-02-01', 0),
  };
  const months = [{ month: '2026-02', count: 1, minutes: 0 }];
  expect(view(aBook({ entries: [], minutes: 0, months, notes: [note] }))).toMatchObject({
    emptyText: '',
    months: [{ note: '1 条，0 分钟' }],
  });
});

test('a month says how many minutes are of check-ins and of make-ups, and only the sum where they are not all known', () => {
  const drawn = view(aBook());
  expect(drawn.months.map(({ note }) => note)).toEqual([
    '2 条，签到 10 分钟，补学 100 分钟',
    '5 条，570 分钟',
  ]);
  expect(drawn.bars.map(({ working }) => working)).toEqual([
    '5 条，570 分钟',
    '2 条，签到 10 分钟，补学 100 分钟',
  ]);
});
