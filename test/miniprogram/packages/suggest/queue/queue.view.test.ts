import type { SuggestionRow } from '../../../../../contract/content/suggestion-shapes';
import {
  firstPart,
  toPills,
  toTopics,
  toView,
} from '../../../../../miniprogram/packages/suggest/queue/queue.view';
import { aRow } from '../../../../builders/phone/suggestion';
import { NOW_MS } from '../../../../builders/phone/study';

const rowOf = (fields: Partial<SuggestionRow>) => {
  const output = {
    nowMs: NOW_MS,
    officeName: '运行支部',
    suggestions: [aRow(fields)],
    nextCursor: null,
  };
  const view = toView({ kind: 'known', output, asOfAtMs: null }, [], 'owed', NOW_MS);
  return view.kind === 'content' ? view.rows[0] : undefined;
};

test('a line says who has raised it, and what is urgent or late', () => {
  expect(rowOf({})).toMatchObject({ note: '周立新 · 运行支部 · 建议 · 作息吃住 · 今天提' });
  expect(rowOf({ isUrgent: true })).toMatchObject({ badge: { text: '很急' } });
  expect(rowOf({ isUrgent: true, isOverdue: true })).toMatchObject({ badge: { text: '过了时间' } });
});

test('the committee office begins with its own, from a branch with that of the branch', () => {
  expect([firstPart(true, false), firstPart(true, true), firstPart(false, false)]).toEqual([
    'committee',
    'owed',
    'owed',
  ]);
  expect(toPills(false, 'owed').map(({ text, isOn }) => [text, isOn])).toEqual([
    ['等回话', true],
    ['以前的', false],
  ]);
  expect(toPills(true, 'committee')).toHaveLength(5);
});

test('what moves people is figures, and says from how many people on', () => {
  const topics = [{ topic: 'living' as const, count: 7, people: 6 }];
  const told = { month: '2026-03', branchName: '运行支部', topics, rest: { count: 5, people: 5 } };
  expect(toTopics(told, NOW_MS)).toEqual({
    title: '3月大家在说什么',
    lines: ['作息吃住 6 人 7 条', '其他合起来 5 人 5 条'],
    note: '只有数，没有名字。不到 5 个人说的不列。',
  });
  expect(toTopics({ ...told, topics: [], rest: null }, NOW_MS).lines).toEqual([
    '这个月还没有几个人都说到的事。',
  ]);
});
