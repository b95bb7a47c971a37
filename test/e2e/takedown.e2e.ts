import { type DemoStage, startDemoStage } from './demo-stage';
import { OLD, plantOldThings } from './play-old-things';
import type { Scenario } from './scenario';
import { PEOPLE, press, writeReason } from './study-steps';
import { itemPage, nightOfApril, OFFICE, openTakedown } from './takedown-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const documentPage = (id: string) => `packages/library/document/document?documentId=${id}`;

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
];
