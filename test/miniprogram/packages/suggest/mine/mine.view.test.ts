import type { SuggestionRow } from '../../../../../contract/content/suggestion-shapes';
import { emptyForm } from '../../../../../miniprogram/packages/suggest/kept-forms';
import { toView, toWaiting } from '../../../../../miniprogram/packages/suggest/mine/mine.view';
import { aRow } from '../../../../builders/phone/suggestion';
import { NOW_MS } from '../../../../builders/phone/study';

const rowsOf = (...suggestions: SuggestionRow[]) => {
  const output = { nowMs: NOW_MS, suggestions, nextCursor: null };
  const view = toView({ kind: 'known', output, asOfAtMs: null }, [], NOW_MS);
  return view.kind === 'content' ? view.rows : [];
};

test.each<[string, Partial<SuggestionRow>, string, string]>([
  ['waits', {}, '等回话', '周六 3月14日前，运行支部回话'],
  ['is in work', { state: 'in-work' }, '在办', '周六 3月14日前，运行支部回话'],
  ['is late', { isOverdue: true }, '过了时间', '周六 3月14日前该运行支部回话'],
  ['has an answer', { state: 'answered' }, '有答复，等你看', '不选，周六 3月14日后算办结'],
  ['is closed', { state: 'closed' }, '办结', ''],
  ['is in a state of later', { state: 'newer' }, '升级后查看', ''],
])('one that %s says so, and whose turn it is', (_name, fields, badge, turn) => {
  expect(rowsOf(aRow(fields))).toMatchObject([{ badge: { text: badge }, turn }]);
});

test('a line says what it is about and when it was raised', () => {
  expect(rowsOf(aRow({ type: 'hazard', topic: 'newer' }))).toMatchObject([
    { title: '食堂晚半小时', note: '隐患 · 别的事 · 今天提' },
  ]);
});

test('what was raised on this phone and has not arrived stands above, with why it was not taken', () => {
  const form = { ...emptyForm, suggestionId: 's1', title: '食堂晚半小时' };
  expect(
    toWaiting([
      { ...form, state: 'draft' },
      { ...form, state: 'waiting' },
      { ...form, suggestionId: 's2', state: 'stopped', problem: '改一改再提。' },
    ]),
  ).toEqual([
    {
      suggestionId: 's1',
      title: '食堂晚半小时',
      note: '已保存在手机，有网时自动送出',
      isStopped: false,
    },
    { suggestionId: 's2', title: '食堂晚半小时', note: '改一改再提。', isStopped: true },
  ]);
});
