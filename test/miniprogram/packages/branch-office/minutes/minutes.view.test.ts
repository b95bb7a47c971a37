import type { Minutes } from '../../../../../contract/branch/minutes';
import {
  emptyForm,
  faultOf,
  formOf,
  toView,
} from '../../../../../miniprogram/packages/branch-office/minutes/minutes.view';
import { at, NOW_MS } from '../../../../builders/phone/study';

const someMinutes = (given: Partial<Minutes> = {}): Minutes => ({
  nowMs: NOW_MS,
  topic: '支部组织生活怎么开',
  kind: 'member-meeting',
  branchName: '运行支部',
  startAtMs: at('8:00'),
  places: ['行政楼 306'],
  hasBegun: true,
  register: {
    asked: 4,
    came: ['韩立群', '高远'],
    onLeave: ['周立新'],
    onDuty: [],
    missed: ['秦明远'],
    toConfirm: [],
  },
  revision: 0,
  written: null,
  earlier: [],
  ...given,
});
const show = (given: Partial<Minutes> = {}, mayWrite = true) => {
  const output = someMinutes(given);
  const view = toView({ kind: 'known', output, asOfAtMs: null }, formOf(output), mayWrite);
  if (view.kind !== 'content') throw new Error('nothing is shown');
  return view;
};

it('says who was there by name, as the register has it', () => {
  expect(show().attendance).toEqual(['应到 4 人，实到 2 人', '请假 1：周立新', '缺席 1：秦明远']);
  const { register } = someMinutes();
  if (register === null) throw new Error('no register');
  const madeUp = show({ register: { ...register, asked: 5, madeUp: ['程远'] } });
  expect(madeUp.attendance.slice(0, 2)).toEqual(['应到 5 人，实到 2 人', '补学 1：程远']);
  expect(show({ register: null }).attendance).toEqual(['点名册还没定稿，到会情况定稿后自动带上。']);
});

it('of several sittings it says when each was, and how many came to which', () => {
  const sittings = [
    { startAtMs: at('8:00'), place: '行政楼 306', came: ['韩立群'] },
    { startAtMs: at('9:00'), place: '行政楼 306', came: [] },
  ];
  const view = show({ sittings });
  expect(view.line).toBe('支部党员大会 · 今天 8:00、今天 9:00 · 行政楼 306');
  expect(view.attendance.slice(0, 4)).toEqual([
    '应到 4 人，实到 2 人',
    '今天 8:00 到会 1 人',
    '今天 9:00 到会 0 人',
    '没有写是哪一场 1 人',
  ]);
  expect(show().line).toBe('支部党员大会 · 今天 8:00 · 行政楼 306');
});

it('is written by who keeps the roster once it has begun', () => {
  expect(show().canWrite).toBe(true);
  expect(show({}, false).canWrite).toBe(false);
  expect(show({ hasBegun: false })).toMatchObject({
    canWrite: false,
    attendance: ['还没开始，开了再写。'],
  });
});

it('shows what stands and what stood before, with who wrote it', () => {
  const written = { text: '学了规程', decisions: '每张票都查', byName: '赵书记', atMs: at('8:50') };
  const view = show({ revision: 2, written, earlier: [{ ...written, text: '学了' }] });
  expect(view).toMatchObject({
    text: '学了规程',
    decisions: '每张票都查',
    written: { head: expect.stringMatching(/^赵书记/u) as string },
    earlier: [{ text: '学了' }],
  });
});

it('shows what stands beside the fields only where they say something else', () => {
  const written = { text: '学了规程', decisions: null, byName: '赵书记', atMs: at('8:50') };
  const output = someMinutes({ revision: 1, written });
  const unchanged = (text: string) =>
    toView({ kind: 'known', output, asOfAtMs: null }, { ...formOf(output), text }, true);
  expect(unchanged('学了规程')).toMatchObject({ isUnchanged: true });
  expect(unchanged('学了规程和票')).toMatchObject({ isUnchanged: false });
});

it('is not saved without words', () => {
  expect(faultOf(emptyForm)).toBe('还没写会议内容。');
  expect(faultOf({ ...emptyForm, text: '学了规程' })).toBe('');
  expect(faultOf({ ...emptyForm, text: '长'.repeat(2001) })).toContain('删掉 1 字');
  const decisions = '长'.repeat(802);
  expect(faultOf({ ...emptyForm, text: '学了规程', decisions })).toContain('删掉 2 字');
});
