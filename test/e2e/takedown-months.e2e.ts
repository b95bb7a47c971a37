import { type DemoStage, startDemoStage } from './demo-stage';
import { OLD, plantOldThings } from './play-old-things';
import type { Scenario } from './scenario';
import { PEOPLE, press } from './study-steps';
import { itemPage, nightOfApril, openTakedown } from './takedown-steps';

/** A stage of its own: the play of the takedown itself ends in April. */
export const start = (): Promise<DemoStage> => startDemoStage();

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'other months say first what would go by them, and hold from next month on',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await plantOldThings(stage);
      const office = await openTakedown(open);
      await office.see('24 个月');
      await press(office, '党务清风');
      const wheel = office.page.locator('.t-picker-item__item-label').filter({ visible: true });
      await office.tap(wheel.filter({ hasText: /^12 个月$/u }));
      await press(office, '确定');
      await office.see('改了，还没保存');
      await office.see('4月会下架 3 条');
      await office.see('没改以前是 2 条');
      await press(office, '保存，从 4月起算');
      await office.see('已保存，从 4月起算。');
      await office.see('这个月还按 24 个月');
      await office.see('从 4月 起');
      await nightOfApril(stage);
      const reader = await open({ as: PEOPLE.free, path: itemPage(OLD.spring.id) });
      await reader.see(/^这一条今天起看不到了：刊出满 12 个月，按规定下架$/u);
    },
  },
];
