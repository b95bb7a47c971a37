import { type DemoStage, startDemoStage } from './demo-stage';
import { openedPoll } from './poll-steps';
import type { Scenario } from './scenario';
import { PEOPLE, press } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const { officer, free } = PEOPLE;
const DAY_MS = 24 * 3_600_000;

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'where too few have voted what waits leads to another round, and why that was called off stands with the first',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const pollId = await openedPoll(stage, '2026-01', 3, { turnout: 'two-thirds' });
      await stage.cloud.clock.advance(4 * DAY_MS);
      const keeper = await open({ as: officer, path: 'packages/study/waits/waits' });
      await keeper.tap('1月之星，没有选出来');
      await keeper.see('1月之星 · 没有选出来');
      await press(keeper, '再投一轮');
      await keeper.see(/^1月之星第 2 轮/u);
      await keeper.see('上一轮投的人不够，没有计票');
      await keeper.see(/人还没绑定微信/u);
      await press(keeper, '看邀请码');
      await keeper.see('换一个新的');
      await keeper.back();
      await press(keeper, '开始投票');
      await keeper.tap(keeper.page.locator('.t-dialog__button').last());
      await keeper.see('进行中');
      await press(keeper, '取消');
      await keeper.fill('例如：名单有误，要重新定', '检修停机，改到下周');
      await keeper.tap(keeper.page.locator('.sheet .primary-action'));
      await keeper.see('取消了投票');

      const result = `packages/star/poll-result/poll-result?pollId=${pollId}`;
      const member = await open({ as: free, path: result });
      await member.see('不计票');
      await member.see(/第 2 轮投票取消了.*检修停机，改到下周/u);
    },
  },
];
