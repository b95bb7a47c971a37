import type { NoteDetail } from '../../../../../contract/note/note-shapes';
import { MS_PER_DAY, MS_PER_HOUR } from '../../../../../domain/time/local-day';
import {
  doneText,
  toReadView,
} from '../../../../../miniprogram/packages/note-office/read/read.view';
import { aNoteDetail } from '../../../../builders/phone/note';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
function read(note: Partial<NoteDetail>) {
  const officers = aNoteDetail({ isMine: false, canDecide: true, ...note });
  const output = { nowMs: NOW, note: officers };
  const view = toReadView({ kind: 'known', output, asOfAtMs: null }, NOW);
  if (view.kind !== 'content') throw new Error(view.kind);
  return view;
}
const ask = (untilAtMs: number) =>
  ({ askId: 'a', scope: 'branch', byName: '孙玉梅', atMs: NOW, untilAtMs }) as const;
const sharing = (scope: 'branch' | 'beyond') => ({ atMs: NOW, isSigned: true, scope }) as const;
const aPicture = (check: 'pending' | 'to-look-at') =>
  ({ pictureId: 'p', url: null, check, fileId: null }) as const;
const scopesOf = (note: Partial<NoteDetail>) => read(note).scopes.map(({ scope }) => scope);

test.each<[string, Partial<NoteDetail>, Partial<ReturnType<typeof read>>]>([
  ['to be read', {}, { canDecide: true, canReturn: true, canAsk: true, canSettle: false }],
  ['a hazard', { type: 'hazard' }, { canAsk: false, canSettle: true, scopes: [] }],
  ['in the hands of its author', { state: 'returned' }, { canDecide: false, canAsk: false }],
  ['in a state of a newer version', { state: 'newer' }, { canDecide: false }],
  ['asked about', { state: 'asked', ask: ask(NOW + 1) }, { canDecide: true, canAsk: false }],
  ['asked about seven days ago', { state: 'asked', ask: ask(NOW) }, { canAsk: true }],
  ['shared and allowed beyond', { state: 'used', sharing: sharing('beyond') }, { canUse: true }],
  ['shared', { state: 'used', sharing: sharing('branch') }, { canUse: false, canReturn: true }],
  ['one’s own', { isMine: true, canDecide: false }, { canDecide: false, scopes: [] }],
])('what an officer can do with what is %s', (_what, note, expected) => {
  expect(read(note)).toMatchObject(expected);
});

test.each<[string, Partial<NoteDetail>, string]>([
  ['while a picture is being checked', { pictures: [aPicture('pending')] }, '查好了再问他'],
  ['before somebody has looked', { pictures: [aPicture('to-look-at')] }, '再问他'],
])('nobody is asked to share %s, and it is said why', (_when, note, why) => {
  const { canAsk, asked } = read(note);
  expect(canAsk).toBe(false);
  expect(asked).toContain(why);
});

test('it is asked for what is not agreed to yet', () => {
  expect(scopesOf({})).toEqual(['branch', 'beyond']);
  expect(scopesOf({ state: 'used', sharing: sharing('branch') })).toEqual(['beyond']);
  expect(scopesOf({ state: 'used', sharing: sharing('beyond') })).toEqual([]);
});

test('when it was handed in keeps its last character in its line', () => {
  expect(read({}).place).toMatch(/\d:\d\d\u00a0交$/u);
});

test('one’s own says who may look at it', () => {
  expect(read({ isMine: true, canDecide: false }).notYours).toContain('另一位负责人');
});

test('what the check was not sure of can be said to be in order', () => {
  const picture = { pictureId: 'p', url: 'u', check: 'to-look-at', fileId: null } as const;
  expect(read({ pictures: [picture] })).toMatchObject({
    canApprove: true,
    checks: expect.stringContaining('有的图没有给出结论'),
  });
  expect(read({ textCheck: 'to-look-at' }).checks).toContain('文字没有给出结论');
  expect(read({ pictures: [{ ...picture, check: 'pending', url: null }] })).toMatchObject({
    canApprove: false,
    checks: '1 张图还在检查，最多半小时，看得到了再分享。',
  });
});

test('who was asked and has not answered is said with what follows', () => {
  expect(read({ state: 'asked', ask: ask(NOW + MS_PER_DAY) }).asked).toBe(
    '孙玉梅 今天 9:00 问过他，等他同意，没同意就不放出去。',
  );
  expect(read({ state: 'asked', ask: ask(NOW) }).asked).toContain('可以再问一次');
});

test.each([
  [null, '已回复。'],
  [NOW, '已回复，他现在就收到。'],
  [NOW + 6 * MS_PER_HOUR, '已回复。今天 15:00 送到，那时他醒着、不在岗。'],
])('what was done says when the author hears of it', (reachesAtMs, text) => {
  expect(doneText('已回复', reachesAtMs, NOW)).toBe(text);
});
