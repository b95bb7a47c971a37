import { instantOf, localDay } from '../../domain/time/local-day';
import { DEMO_START_MS, type DemoStage, startDemoStage } from './demo-stage';
import { passTo } from './pass-to';
import type { Scenario } from './scenario';
import { PEOPLE, press } from './study-steps';

/** The day of DEMO_START_MS, on whose morning check-in is open from 10:12 to 11:40. */
const WEDNESDAY = localDay('2026-03-11');
const onWednesday = (hour: number) => instantOf(WEDNESDAY, hour * 60);
/** Said that she comes to the first of the two sittings. */
const CHOSE_FIRST = 'yx01';
/** Rests on that day, has said nothing and is not in. */
const NOT_IN = 'yx35';
const STUDY = 'studyId=yx-open-now&sittingId=yx-open-now-1';

export const start = (): Promise<DemoStage> => startDemoStage(DEMO_START_MS);

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'the page of a check-in that stays open offers nothing that is over, and names the day of what was',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await stage.cloud.clock.set(DEMO_START_MS);
      const member = await open({
        as: NOT_IN,
        path: `packages/study/check-in/check-in?${STUDY}`,
      });
      await member.see(/^今天 10:30/u);
      await member.see('扫码签到');
      await passTo(stage, member, onWednesday(25));
      await member.see(/^还有一场，今天 15:40 起可以签到/u);
      await member.notSee('扫码签到');
      await member.notSee(/11:40/u);
    },
  },
  {
    name: 'attendance that stays open names the sitting that is left once another is over',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await stage.cloud.clock.set(DEMO_START_MS);
      const member = await open({ as: CHOSE_FIRST, path: 'packages/me/attendance/attendance' });
      await member.see(/^周三 3月11日 10:30/u);
      await passTo(stage, member, onWednesday(25));
      await member.see(/^周四 3月12日 16:00/u);
      await member.notSee(/^周三 3月11日 10:30/u);
    },
  },
  {
    name: 'codes of a sitting that has closed say when, and lead to the roll',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await stage.cloud.clock.set(onWednesday(25));
      const officer = await open({
        as: PEOPLE.officer,
        path: `packages/study-office/codes/codes?${STUDY}`,
      });
      await officer.see(/昨天 11:40 截止/u);
      await officer.notSee('再试一次');
      await press(officer, '点名册');
      await officer.see('未到');
    },
  },
  {
    name: 'a preview of a notice that stays open says who gets it now, not who would have',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await stage.cloud.clock.set(DEMO_START_MS);
      const officer = await open({
        as: PEOPLE.officer,
        path: 'packages/notice-office/notice/notice',
      });
      await officer.fill('标题，一句话说清什么事', '明天停水');
      await press(officer, '看谁什么时候收到');
      await officer.see('现在 今天 10:12');
      await officer.see(/人现在送达/u);
      await passTo(stage, officer, onWednesday(27));
      await officer.see('现在 今天 3:00');
      await officer.notSee(/人现在送达/u);
      await press(officer, '再改改');
      await press(officer, '看谁什么时候收到');
    },
  },
];
