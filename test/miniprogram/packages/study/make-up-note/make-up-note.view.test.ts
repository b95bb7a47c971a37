import { toView } from '../../../../../miniprogram/packages/study/make-up-note/make-up-note.view';
import { aMakeUp } from '../../../../builders/phone/make-up';
import { NOW_MS } from '../../../../builders/phone/study';

const WORDS = '字'.repeat(50);
const state = (given: Partial<Parameters<typeof toView>[1]> = {}) => ({
  ...{ text: WORDS, kept: '', minutes: null, atMs: NOW_MS },
  ...given,
});
const view = (text: string, minutes: number | null = null) =>
  toView(aMakeUp(), state({ text, minutes }));

it('says how much is missing, without counting what nobody sees', () => {
  expect(view('')).toMatchObject({ canHandIn: false, dockNote: '再写 50 个字就能交' });
  expect(view(`  ${'字'.repeat(49)}\u200b `)).toMatchObject({
    canHandIn: false,
    dockNote: '再写 1 个字就能交',
  });
});

it('says who will read it before it is handed in', () => {
  expect(view('字'.repeat(50))).toMatchObject({
    canHandIn: true,
    dockNote: '你和支部委员看得到',
  });
});

it('is closed after the end of the make-up, but to words that were handed in before it', () => {
  const output = aMakeUp({ untilAtMs: NOW_MS });
  expect(toView(output, state())).toMatchObject({
    kind: 'over',
    text: expect.stringContaining('24:00 已经截止'),
    words: WORDS,
  });
  expect(toView(output, state({ atMs: NOW_MS - 1 })).kind).toBe('content');
});

it('shows words that wait in the phone, also once it is over, until it is heard what became of them', () => {
  const over = { untilAtMs: NOW_MS };
  expect(toView(aMakeUp(over), state({ kept: WORDS }))).toMatchObject({
    kind: 'kept',
    words: WORDS,
  });
  const done = aMakeUp({ ...over, doneAtMs: NOW_MS - 1, way: 'note', minutes: 40 });
  expect(toView(done, state())).toMatchObject({
    kind: 'done',
    done: { line: '2 段 8 分钟，自己的话几句' },
  });
});

it('ends with what it earned', () => {
  expect(view('字'.repeat(50), 40)).toMatchObject({
    kind: 'done',
    done: { line: '2 段 8 分钟，自己的话几句' },
  });
});
