import { instantOf, localDay } from '../../domain/time/local-day';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Phone } from './phone';
import { OLD, plantOldThings } from './play-old-things';
import type { Play, Scenario } from './scenario';
import { PEOPLE, press, writeReason } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const OFFICE = 'jg03';
const itemPage = (id: string) => `packages/channel/item/item?itemId=${id}`;
const documentPage = (id: string) => `packages/library/document/document?documentId=${id}`;

/** From the tab of the branch, as the committee office comes to it. */
async function openTakedown(open: Play<DemoStage>['open']): Promise<Phone> {
  const office = await open({ as: OFFICE });
  await office.tap('支部');
  await office.tap('编辑台');
  await office.tap('到期下架');
  return office;
}

/** The clock in the first night of April. */
async function nightOfApril({ cloud }: DemoStage): Promise<void> {
  cloud.clock.jump(instantOf(localDay('2026-04-01'), 2 * 60 + 30));
  await cloud.host.reload('clock');
  await cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
  cloud.clock.jump(instantOf(localDay('2026-04-01'), 9 * 60));
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'the office sees what goes next month, keeps one thing longer, and old links say what a rule took down',
    played: 'in-both',
    run: async ({ stage, open }) => {
      await plantOldThings(stage);
      const office = await openTakedown(open);
      await office.see('4月会下架 4 件');
      await office.tap('4月会下架 2 条');
      await office.see('1 条感悟跟着下架');
      const row = office.shown.locator('.list-row').filter({ hasText: OLD.second.title });
      await office.tap(row.getByText('多留', { exact: true }));
      await writeReason(office, '今年高温还要讲');
      await press(office, '留下');
      await office.see(`《${OLD.second.title}》留到 10月，原因写进了它的经过。`);
      await office.tap(OLD.item.title);
      await office.see('撤回');
      await office.back();
      await office.back();
      await office.see('4月会下架 3 件');

      const before = await open({ as: PEOPLE.free, path: itemPage(OLD.item.id) });
      await before.see(OLD.item.title);
      await nightOfApril(stage);

      const reader = await open({ as: PEOPLE.free, path: itemPage(OLD.item.id) });
      await reader.see(/^这一条今天起看不到了：刊出满 24 个月，按规定下架$/u);
      const kept = await open({ as: PEOPLE.free, path: itemPage(OLD.second.id) });
      await kept.see(OLD.second.title);
      const document = await open({ as: PEOPLE.free, path: documentPage(OLD.document.id) });
      await document.see(/^这份文件 2026年4月1日起看不到了/u);

      const check = `packages/channel-office/check/check?itemId=${OLD.item.id}`;
      const desk = await open({ as: OFFICE, path: check });
      await desk.see('已下架');
      await desk.see('到期下架 · 系统');
    },
  },
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
