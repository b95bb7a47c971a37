import { instantOf, localDay } from '../../../../domain/time/local-day';
import { monthPills } from '../../../../miniprogram/packages/branch-office/month-pills.view';

const NOW_MS = instantOf(localDay('2026-03-24'), 16 * 60 + 40);

it('offers this month and the two before, and the one that is shown', () => {
  const texts = (month: string) => monthPills(month, NOW_MS).map(({ text, isOn }) => [text, isOn]);
  expect(texts('2026-03')).toEqual([
    ['1月', false],
    ['2月', false],
    ['3月', true],
  ]);
  expect(texts('2025-11')).toContainEqual(['2025年11月', true]);
});
