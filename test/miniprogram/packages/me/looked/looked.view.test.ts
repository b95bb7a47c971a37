import {
  looksText,
  toGroups,
  toHead,
  type Looked,
} from '../../../../../miniprogram/packages/me/looked/looked.view';
import { instantOf, localDay } from '../../../../../domain/time/local-day';

const NOW_MS = instantOf(localDay('2026-04-05'), 20 * 60 + 30);
const entry = (entryId: string, day: string): Looked[number] => ({
  entryId,
  atMs: instantOf(localDay(day), 600),
  byName: '秦明远',
  byRoles: ['member', 'secretary'],
  isMyself: false,
  what: { kind: 'saw-member' },
  count: 1,
});

describe('who looked', () => {
  it('counts the last thirty days, and its pills add up', () => {
    const lately = { saw: 4, exported: 1, changed: 1 };
    const head = toHead({ lately, nowMs: NOW_MS }, 'exported', () => 4);
    expect(head).toMatchObject({
      title: '最近 30 天，6 次',
      note: '到 周日 4月5日。看、导出、改都会记下。',
      keptFor: '4 年',
    });
    expect(head.pills.map(({ text, isOn }) => [text, isOn])).toEqual([
      ['全部 6', false],
      ['看 4', false],
      ['导出 1', true],
      ['改 1', false],
    ]);
  });

  it('stands by month, the newest first, and a page goes on in the month that is shown', () => {
    const first = [entry('a', '2026-04-02'), entry('b', '2026-03-31')];
    expect(toGroups(first, [], NOW_MS).map(({ month, rows }) => [month, rows.length])).toEqual([
      ['4月', 1],
      ['3月', 1],
    ]);
    const next = [entry('c', '2026-03-12'), entry('d', '2025-12-30')];
    expect(toGroups(next, first, NOW_MS).map(({ month }) => month)).toEqual(['', '2025年12月']);
  });

  it('is a text that can be kept', () => {
    expect(looksText([entry('a', '2026-04-02')])).toBe(
      '清风 · 谁看过我的资料\n\n2026年4月2日 10:00 秦明远 看 名册里你的资料（姓名、值、党小组和职务）\n',
    );
  });
});
