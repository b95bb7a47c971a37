import { MS_PER_DAY } from '../../domain/time/local-day';
import { demoPerson } from '../../local/world/people';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import { press } from './study-steps';

/** Its own world: a branch has one special meeting a month, and plays of the star hold it. */
export const start = (): Promise<DemoStage> => startDemoStage();

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'two officers write of one meeting: either reads the other, and nothing that was typed is lost',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      // The meeting is planned for the day after.
      await stage.cloud.clock.set(stage.cloud.clock.nowMs() + 2 * MS_PER_DAY);
      const path = 'packages/star/meeting/meeting?month=2026-02';
      const said = ['大家说了四件事', '小组说了两件事'] as const;
      const first = await open({ as: 'jx02', path });
      const second = await open({ as: 'jx11', path });
      for (const [at, phone] of [first, second].entries()) {
        await phone.fill(phone.shown.getByLabel('地点'), '检修楼一楼会议室');
        await phone.fill(phone.shown.getByPlaceholder('照会上说的记'), said[at] ?? '');
      }
      await press(first, '先存');
      await first.see('已存，还没有定稿');
      await press(second, '先存');
      await second.see('刚刚有人改过，还没存上');
      await second.see(said[0]);
      await second.see('你再存，就换成你写的');
      await press(second, '先存');
      await second.see('已存，还没有定稿');
      await second.notSee('你再存，就换成你写的');

      await first.fill(first.shown.getByPlaceholder('照会上说的记'), '大家说了五件事');
      await press(second, '定稿');
      await second.tap(second.page.locator('.t-dialog__button').last());
      await second.see(`${demoPerson('jx11').name}记`);
      await press(first, '先存');
      await first.see('已经定稿，这些没有存上');
      await first.see('大家说了五件事');
      await first.see(said[1]);
    },
  },
];
