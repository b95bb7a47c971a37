import type { MyDataAsk } from '../../../../../contract/people/data-asks';
import { askText } from '../../../../../miniprogram/packages/me/asks/ask-row.view';
import {
  inputOf,
  startForm,
  toForm,
  toView,
  type AsksPage,
} from '../../../../../miniprogram/packages/me/asks/asks.view';
import { at, NOW_MS } from '../../../../builders/phone/study';

const anAsk = (fields: Partial<MyDataAsk> = {}): MyDataAsk => ({
  askId: 'a1',
  about: { kind: 'correction', of: 'profile' },
  words: '我在三值',
  askedAtMs: at('9:05'),
  limitAtMs: NOW_MS + 1,
  answer: null,
  ...fields,
});
const answer = { outcome: 'agreed' as const, words: '改到三值了', byName: '秦明远', atMs: NOW_MS };
const look = {
  kind: 'look' as const,
  byName: '秦明远',
  atMs: at('8:00'),
  what: { kind: 'saw-member' as const },
};
const page = (asks: readonly MyDataAsk[], nextCursor: string | null = null): AsksPage => ({
  nowMs: NOW_MS,
  asks: [...asks],
  nextCursor,
});
const rowsOf = (asks: readonly MyDataAsk[]) => {
  const view = toView({ kind: 'known', output: page(asks), asOfAtMs: null }, [], NOW_MS);
  return view.kind === 'content' ? view.rows : [];
};

test.each<[Partial<MyDataAsk>, string, string]>([
  [{}, '等答复', '更正：姓名、工号、值等资料'],
  [{ answer }, '改好了', '更正：姓名、工号、值等资料'],
  [{ answer: { ...answer, outcome: 'not-agreed' } }, '没有改', '更正：姓名、工号、值等资料'],
  [{ about: look, answer }, '不该看', '秦明远 2026年3月11日 8:00 看 名册里你的资料'],
  [{ about: look, answer: { ...answer, outcome: 'not-agreed' } }, '该看', '秦明远'],
  [{ about: { kind: 'newer' }, answer: { ...answer, outcome: 'newer' } }, '有答复', '升级后'],
])('%j is shown', (fields, badge, about) => {
  const [row] = rowsOf([anAsk(fields)]);
  expect(row?.badge.text).toBe(badge);
  expect(row?.about).toContain(about);
});

test('until it is answered it says by when, and after that whom to go to', () => {
  expect(rowsOf([anAsk()])[0]?.answer).toBe('2026年3月11日 10:12 前答复。');
  expect(rowsOf([anAsk({ limitAtMs: NOW_MS - 1 })])[0]?.answer).toContain('找党委工作部');
  expect(rowsOf([anAsk({ answer })])[0]?.answer).toBe('秦明远 2026年3月11日 10:12：改到三值了');
});

test('older pages follow, and more are offered while there are any', () => {
  const first = { kind: 'known' as const, output: page([anAsk()], 'c'), asOfAtMs: null };
  expect(toView(first, [], NOW_MS)).toMatchObject({ hasOlder: true });
  const all = toView(first, [page([anAsk({ askId: 'a2' })])], NOW_MS);
  expect(all).toMatchObject({ hasOlder: false, rows: [{ askId: 'a1' }, { askId: 'a2' }] });
});

test('a form asks for a correction, or about the look from which somebody came', () => {
  const form = { ...startForm('a1'), words: ' 我在三值 ' };
  expect(inputOf(form, null)).toEqual({
    askId: 'a1',
    about: { kind: 'correction', of: 'profile' },
    words: '我在三值',
  });
  const asked = { entryId: 'e1', text: '秦明远 看 名册里你的资料' };
  expect(inputOf(form, asked)?.about).toEqual({ kind: 'look', entryId: 'e1' });
  expect(inputOf(startForm('a1'), null)).toBeUndefined();
  expect(toForm(null, 'note').things.filter(({ isOn }) => isOn)).toMatchObject([{ of: 'note' }]);
  expect(toForm(asked, 'note')).toMatchObject({ look: asked.text, things: [] });
});

test('the export has a line for each', () => {
  expect(askText(anAsk({ answer }), NOW_MS)).toBe(
    '2026年3月11日 9:05 更正：姓名、工号、值等资料：我在三值（秦明远 2026年3月11日 10:12：改到三值了）',
  );
});
