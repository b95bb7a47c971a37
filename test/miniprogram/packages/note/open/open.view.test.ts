import type { NoteDetail } from '../../../../../contract/note/note-shapes';
import { MS_PER_DAY } from '../../../../../domain/time/local-day';
import { CARD, toOpenView } from '../../../../../miniprogram/packages/note/open/open.view';
import { aNoteDetail } from '../../../../builders/phone/note';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
function opened(note: Partial<NoteDetail>) {
  const output = { nowMs: NOW, note: aNoteDetail(note) };
  const view = toOpenView({ kind: 'known', output, asOfAtMs: null }, NOW);
  if (view.kind !== 'content') throw new Error(view.kind);
  return view;
}
const picture = (
  check: 'pass' | 'pending' | 'to-look-at' | 'refused',
  url: string | null = 'u',
) => ({
  pictureId: check,
  url,
  check,
  fileId: null,
});

test.each([
  ['to-read', true],
  ['answered', true],
  ['returned', true],
  ['asked', false],
  ['used', false],
] as const)('what is %s can be changed by its author: %s', (state, canChange) => {
  expect(opened({ state }).canChange).toBe(canChange);
  expect(opened({ state, isMine: false }).canChange).toBe(false);
});

test('the question says who asks, for what, until when, and what no answer means', () => {
  const ask = {
    askId: 'a',
    scope: 'branch',
    byName: '孙玉梅',
    atMs: NOW,
    untilAtMs: NOW + 7 * MS_PER_DAY,
  } as const;
  expect(opened({ state: 'asked', ask }).ask).toEqual({
    title: '孙玉梅想分享这一篇',
    what: '放进支部分享，支部的人都看得到。',
    until: '周三 3月12日 9:00 前回复。不回复就不放，不影响别的。',
    unsigned: '二值一位同志',
  });
  expect(opened({ state: 'asked', ask, isMine: false }).ask).toBeNull();
});

test('who shares without a name is a comrade of their crew', () => {
  const sharing = { atMs: NOW, isSigned: false, scope: 'branch' } as const;
  const view = opened({ isMine: false, authorName: '', sharing, state: 'used' });
  expect(view).toMatchObject({ author: '二值一位同志', place: '今天 9:00 交', sharing: '' });
  expect(opened({ sharing, state: 'used' }).sharing).toBe(
    '今天 9:00 起支部的人看得到，只写“二值一位同志”。',
  );
});

test.each([
  [{ pictures: [picture('pass')] }, '文字和 1 张图已通过检查。'],
  [{ pictures: [] }, '文字已通过检查。'],
  [{ pictures: [picture('pending'), picture('pass')] }, '图还在检查，最多半小时。不用你做什么。'],
  [{ textCheck: 'to-look-at' }, '微信没有给出结论，等负责人看一眼。不用你做什么。'],
  [{ pictures: [picture('refused'), picture('pending')] }, '有图没有通过微信的检查，换一张再交。'],
] as const)('the check of %j is told to the author', (note, checks) => {
  expect(opened(note as Partial<NoteDetail>).checks).toBe(checks);
});

test('a picture that is not to be seen says why', () => {
  const { pictures } = opened({
    pictures: [picture('pending', null), picture('pass', null), picture('pass')],
  });
  expect(pictures.map(({ mark }) => mark)).toEqual(['还在检查', '没取到', '']);
});

test('sharing is stopped and a note taken back by its author alone', () => {
  const sharing = { atMs: NOW, isSigned: true, scope: 'beyond' } as const;
  expect(opened({ sharing, state: 'used' })).toMatchObject({
    canStopSharing: true,
    canTakeBack: true,
  });
  expect(opened({ sharing, state: 'used', isMine: false })).toMatchObject({
    canStopSharing: false,
    canTakeBack: false,
  });
});

test('what went back and forth stands newest first, and uses with where', () => {
  const view = opened({
    remarks: [
      { kind: 'answer', name: '孙玉梅', atMs: NOW, text: '好' },
      { kind: 'picture-refused', name: '微信检查', atMs: NOW, text: null },
    ],
    uses: [{ where: 'channel', text: '3月26日', atMs: NOW, byName: '孙玉梅' }],
  });
  expect(view.remarks.map(({ title }) => title)).toEqual([
    '微信检查 图没有通过检查',
    '孙玉梅 回复',
  ]);
  expect(view.uses).toEqual(['党务清风：3月26日']);
});

test('what is shared can go to a chat, by a card that says nothing of it', () => {
  const sharing = { atMs: NOW, isSigned: true, scope: 'branch' } as const;
  expect(opened({ sharing, state: 'used', isMine: false }).canPass).toBe(true);
  expect(opened({ state: 'answered' }).canPass).toBe(false);
  expect(CARD).toEqual({ title: '清风：请你看一篇心得', imageUrl: '/packages/note/card.png' });
});
