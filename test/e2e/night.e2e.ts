import { instantOf, localDay } from '../../domain/time/local-day';
import { type DemoStage, startDemoStage } from './demo-stage';
import { passTo } from './pass-to';
import type { Scenario } from './scenario';
import { PEOPLE } from './study-steps';

const FRIDAY = localDay('2026-03-13');
const HOUR_MINUTES = 60;

/** The third crew works 20:00–02:00 that evening, and from 14:00 on the day after. */
export const start = (): Promise<DemoStage> =>
  startDemoStage(instantOf(FRIDAY, 23.5 * HOUR_MINUTES));

const onFriday = (hour: number) => instantOf(FRIDAY, hour * HOUR_MINUTES);

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'the open page passes midnight into the new day, and names the shift that runs until it ends',
    run: async ({ stage, open }) => {
      const member = await open({ as: PEOPLE.afterNight });
      await member.see('周五 3月13日');
      await member.see(/前夜班 20:00–02:00，在岗/u);
      await passTo(stage, member, onFriday(25));
      await member.see('周六 3月14日');
      await member.see(/前夜班 20:00–02:00，在岗/u);
      await member.notSee('今天休息');
      await passTo(stage, member, onFriday(26.5));
      await member.see(/中班 14:00–20:00$/u);
    },
  },
  {
    name: 'at one in the night the crew board names the shift that runs',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await stage.cloud.clock.set(onFriday(25));
      const officer = await open({
        as: PEOPLE.officer,
        path: 'packages/branch-office/board/board',
      });
      await officer.see('现在 1:00');
      await officer.see('正在上前夜班 到 2:00');
    },
  },
];
