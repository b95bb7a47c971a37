import type { Sheet } from '../../../../../contract/star/sheet-shapes';
import { toView } from '../../../../../miniprogram/packages/star/sheet/sheet.view';
import { localDay } from '../../../../../domain/time/local-day';
import { aShownItem, aShownMark, aShownSheet } from '../../../../builders/phone/sheets';
import { at, NOW_MS } from '../../../../builders/phone/study';

const shown = (rest: Partial<Sheet> = {}) => {
  const output = { nowMs: NOW_MS, sheet: aShownSheet(rest), earlierMonth: null };
  return toView({ kind: 'known', output, asOfAtMs: null }, '', NOW_MS);
};
const studies = (rest: object = {}) =>
  aShownItem({ itemId: 'studies', name: '参加学习', source: 'attendance', points: 20, ...rest });
const morning = {
  day: localDay('2026-02-20'),
  label: 'day',
  kind: 'day' as const,
  startMinute: 480,
  endMinute: 960,
  override: null,
};

test('the sum stands with what is left out of it', () => {
  expect(shown({ items: [aShownItem(), studies({ earnedTenths: null })] })).toMatchObject({
    title: '2月考核表',
    who: '周立新 · 二值 · 第\u00a04\u00a0版清单',
    points: '87',
    possible: '90',
    percent: '折成百分 96.7',
    sum: '清单共 100 分，1 项你没有机会做，10 分不计入。',
    leftOutNote: '1 项，共 10 分',
  });
});

test('a minus has its reason, and can be appealed against until a day', () => {
  expect(shown()).toMatchObject({
    judged: [
      { points: '28', full: '30', note: '组长 田宝林 · 扣 2 分', reason: '漏填一栏，当班补上了' },
    ],
    appealable: [{ itemId: 'post', name: '岗位职责' }],
    act: '交小结',
  });
});

test('after an appeal both marks are read', () => {
  const restored = aShownMark({
    markId: 'back',
    points: 30,
    reason: '换班手续齐',
    isOfAppeal: true,
  });
  const item = aShownItem({ marks: [aShownMark(), restored] });
  expect(shown({ items: [item] })).toMatchObject({
    judged: [
      {
        note: '申诉后改回来了，田宝林',
        reason: '',
        before: ['田宝林原来扣 2 分：漏填一栏，当班补上了'],
      },
    ],
  });
});

test('an appeal that nobody answered in time is not said to be granted', () => {
  const unanswered = {
    appealId: 'appeal',
    text: '那天换了班',
    atMs: at('09:12'),
    answer: { outcome: 'unanswered' as const, reason: null, byName: null, atMs: at('10:00') },
    canAnswer: false,
    restoredPoints: 30,
    ifRestored: { earnedTenths: 890, permille: 989 },
    found: [],
  };
  const lapsed = aShownMark({ markId: 'back', points: 30, byName: '', isOfAppeal: true });
  const judged = aShownItem({ marks: [aShownMark(), lapsed], appeals: [unanswered] });
  const view = shown({ items: [judged, studies({ done: 1, chances: 2, appeals: [unanswered] })] });
  expect(view).toMatchObject({
    judged: [
      {
        note: '申诉到时没有答复，扣分不算',
        appeals: [{ title: '到时没有答复', answer: '评的扣分不算。', tone: 'ok' }],
      },
    ],
    recorded: [{ appeals: [{ answer: '登记的照旧。登记有错，请书记更正。', tone: 'warn' }] }],
  });
  expect(JSON.stringify(view)).not.toContain('改回来了');
});

test.each([
  { what: 'all attended', rest: { done: 4, chances: 4 }, note: '能来的 4 次都到了' },
  {
    what: 'one left out',
    rest: { done: 4, chances: 4, leftOutCount: 1 },
    note: '能来的 4 次都到了，另有 1 次不计',
  },
  { what: 'one missed', rest: { done: 3, chances: 4 }, note: '能来的 4 次，到了 3 次' },
])('$what: $note', ({ rest, note }) => {
  expect(shown({ items: [studies(rest)] })).toMatchObject({ recorded: [{ note }] });
});

test('R-182 every record opens: what was done, what was not, what is not counted, what a mark rests on', () => {
  const study = { kind: 'study' as const, id: 's', title: '党课', atMs: at('09:00') };
  const message = { ...study, kind: 'message' as const, id: 'm', title: '新规' };
  const page = '/packages/study/detail/detail?studyId=s';
  const read = '/packages/star/message/message?messageId=m';
  const item = studies({ done: 1, chances: 2, proofs: [message], missed: [study] });
  const marked = aShownItem({ marks: [aShownMark({ proof: study })] });
  expect(shown({ items: [item, marked] })).toMatchObject({
    recorded: [
      {
        proofs: [{ page: read }],
        missed: [{ text: expect.stringMatching(/^没有做到/u) as string, page }],
      },
    ],
    judged: [{ record: { page } }],
  });
});

test('what is left out says why, with the shift of the day', () => {
  const left = {
    kind: 'study' as const,
    id: 's',
    title: '廉政讲座',
    atMs: at('09:00', localDay('2026-02-20')),
    why: 'on-duty' as const,
    shift: morning,
    sittings: 1,
  };
  const item = studies({ earnedTenths: null, leftOut: [left], leftOutCount: 1 });
  expect(shown({ items: [item] })).toMatchObject({
    leftOut: [
      {
        why: expect.stringMatching(/^2月20日 9:00 只有一场，你当/u) as string,
        page: '/packages/study/detail/detail?studyId=s',
      },
    ],
  });
  expect(shown({ items: [studies({ earnedTenths: null })] })).toMatchObject({
    leftOut: [{ why: '这个月没有安排' }],
  });
});

test('who is set apart reads why, and there is a word where there is no sheet', () => {
  const setApart = { why: 'leave' as const, leaveKind: 'sick' as const, days: 28 };
  expect(shown({ setApart, stage: 'set-apart' })).toMatchObject({
    apart: '这个月你病假，28 天，超过一半的日子不在，所以另列：不打分，也不进评星名单。',
  });
  const none = { nowMs: NOW_MS, sheet: null, earlierMonth: null };
  expect(toView({ kind: 'known', output: none, asOfAtMs: null }, '', NOW_MS)).toMatchObject({
    kind: 'empty',
  });
});
