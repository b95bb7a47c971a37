import { toView } from '../../../../../miniprogram/packages/study/make-up-piece/make-up-piece.view';
import { aMakeUp, aPiece } from '../../../../builders/phone/make-up';
import { NOW_MS } from '../../../../builders/phone/study';

const link = aPiece('p3', '文章', { text: null, url: 'https://example.com' });
const output = aMakeUp({ pieces: [...aMakeUp().pieces, link] });
const view = (pieceId: string, seen: string[] = []) =>
  toView({ kind: 'known', output, asOfAtMs: null }, pieceId, seen, NOW_MS);

it('one piece a page, with the way to the next one of words', () => {
  expect(view('p1')).toMatchObject({
    place: '第 1 段，共 3 段',
    bars: ['now', 'todo', 'todo'],
    minutes: '约 4 分钟',
    nextId: 'p2',
    action: '看完了，下一段',
  });
});

it('before a link, and at the end, it goes back', () => {
  expect(view('p2', ['p1'])).toMatchObject({
    bars: ['done', 'now', 'todo'],
    nextId: '',
    action: '看完了',
  });
});

it('a piece that is gone, or is a link, is not shown', () => {
  expect(view('gone').kind).toBe('empty');
  expect(view('p3').kind).toBe('empty');
});
