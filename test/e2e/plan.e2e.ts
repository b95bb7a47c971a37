import { startDemoStage, type DemoStage } from './demo-stage';
import {
  addDays,
  dayOfInstant,
  instantOf,
  localDay,
  MS_PER_MINUTE,
} from '../../domain/time/local-day';
import { comeToSittings, findSittings, writePlace } from './plan-steps';
import type { Scenario } from './scenario';
import { PEOPLE, press, publishedStudy } from './study-steps';

export const start = startDemoStage;

const EDIT_STUDY = 'packages/study-office/edit-study/edit-study';

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'the fewest sittings are found, one is moved and seen to leave people, and who hears of it when is read before publishing',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer, path: 'pages/studies/studies' });
      await press(officer, '新建学习');
      await comeToSittings(officer, '班组安全日怎么开');
      await officer.see(/还剩 \d+ 人/u);
      await press(officer, '找最少的场次');
      await officer.see('2 场，就能让每个人都有机会');
      await officer.see('再少一场就有人赶不上。');
      await officer.notSee(/还剩 \d+ 人/u);
      await officer.shown.getByLabel(/^二值，后夜班，.* 1 人能来$/u).waitFor();

      await press(officer, '删掉');
      await officer.see(/1 场，\d+ 人能来/u);
      await officer.see(/还剩 \d+ 人/u);
      await officer.see('五值 · 在岗');
      await officer.see('二值 · 刚下夜班，在休息');
      await press(officer, '看文字');
      await officer.see(/在岗，\d+ 人里 0 人能来/u);

      await press(officer, '找最少的场次');
      await officer.see('2 场，就能让每个人都有机会');
      await writePlace(officer, '行政楼 306');
      await press(officer, '下一步');
      await officer.see('48 人，2 场');
      await officer.see('发布后谁先收到');
      await officer.see(/人 · 在岗，等早班下班后/u);
      await officer.see(/不会吵醒任何人/u);
      await press(officer, '发布');
      await officer.see('组织这次学习');
    },
  },
  {
    name: 'a sitting at the time and in the room of another study says so at once and before publishing, and proposals keep out of its way',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const nowMs = stage.cloud.clock.nowMs();
      const tomorrowAtTwo = instantOf(addDays(dayOfInstant(nowMs), 1), 14 * 60);
      const startsIn = (tomorrowAtTwo - nowMs) / MS_PER_MINUTE;
      await publishedStudy(stage, { startsIn, topic: '班组安全日' });
      const officer = await open({ as: PEOPLE.officer, path: EDIT_STUDY });
      await comeToSittings(officer, '支部读书会', '1 场，0 人能来');
      await officer.see(/^14:00–14:40 有《班组安全日》，\d+ 人要去那边，这场算来不了。$/u);
      await officer.see(/ · 碰上别的学习$/u);
      await writePlace(officer, '集控楼二楼会议室');
      await officer.see(/^14:00–14:40 《班组安全日》也在这个地点，.*换个时间或地点。$/u);
      await press(officer, '下一步');
      await officer.see('发布后谁先收到');
      await officer.see(/^14:00–14:40 《班组安全日》也在这个地点，/u);
      await press(officer, '上一步');
      await press(officer, '找最少的场次');
      await officer.see('2 场，就能让每个人都有机会');
      await officer.notSee(/《班组安全日》/u);
    },
  },
  {
    name: 'where no sitting fits, the form says what to change, and finds one when that is done',
    played: 'in-soak',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer, path: EDIT_STUDY, scale: 1.65, dark: true });
      await comeToSittings(officer, '班前五分钟');
      await press(officer, '在这些时间里找');
      await press(officer, '场地几点关');
      for (const hour of [19, 17, 15, 13, 11, 9, 8]) await press(officer, `${hour}时`);
      await press(officer, '确定');
      await press(officer, '找最少的场次');
      await officer.see('把钟点放宽，或者换几天、换个地点再找。');
      await press(officer, '场地几点关');
      for (const hour of [10, 12, 14, 16, 18, 20]) await press(officer, `${hour}时`);
      await press(officer, '确定');
      await press(officer, '找最少的场次');
      await officer.see('2 场，就能让每个人都有机会');
    },
  },
  {
    name: 'what is held every month comes back as a draft with sittings, asks to be published, and ends',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const officer = await open({ as: PEOPLE.officer, path: EDIT_STUDY });
      await findSittings(officer, '每月读书会');
      await writePlace(officer, '行政楼 306');
      await press(officer, '下一步');
      await officer.see('发布后谁先收到');
      await press(officer, '每月都办一次');
      await press(officer, '发布');
      await officer.see('已发布，3月29日排好下一次');

      await stage.cloud.clock.set(instantOf(localDay('2026-03-29'), 9 * 60 + 30));
      const secretary = await open({ as: 'yx01' });
      // What is owed to members since before comes first on 今日.
      await secretary.tap(secretary.shown.getByText(/^等我办的/u).first());
      await secretary.tap('排好了，等你看：每月读书会');
      await secretary.see('新建学习');
      await press(secretary, '下一步');
      await secretary.see('名单里有 48 人');
      await press(secretary, '下一步');
      await secretary.see(/场，(每个人都有机会|\d+ 人能来)/u);
      await press(secretary, '下一步');
      await secretary.see('发布后谁先收到');
      await press(secretary, '发布');
      await secretary.see('要办的事');
      await secretary.notSee('排好了，等你看：每月读书会');
      await secretary.tap(secretary.shown.getByText(/^\d+ 项规定的会还没排$/u));
      await secretary.see(/种会快到日子，还没排齐$/u);
      const member = await open({ as: PEOPLE.free, path: 'pages/studies/studies' });
      await member.see('每月读书会');

      const list = await open({ as: PEOPLE.officer, path: EDIT_STUDY, scale: 1.65 });
      await press(list, '看每月办的学习');
      await list.see(/4月28日 排好下一次/u);
      await press(list, '不再办');
      await list.see('已经排好的草稿和发布了的学习不变。');
      await press(list, '不再办');
      await list.see('还没有每月办的学习。');
    },
  },
  {
    name: 'a form that was left lying counts nobody for a day that is over',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const officer = await open({ as: PEOPLE.officer, path: EDIT_STUDY });
      await comeToSittings(officer, '班组安全日怎么开');
      await stage.cloud.clock.advance(3 * 24 * 3_600_000);
      await officer.restart('online');
      await officer.see('接着上次没写完的。');
      await press(officer, '下一步');
      await officer.see(/名单里有 \d+ 人/u);
      await press(officer, '下一步');
      await officer.see('时间已经过了，换个时间才能看谁能来。');
      await officer.notSee(/人能来$/u);
      await press(officer, '找最少的场次');
      await officer.see('2 场，就能让每个人都有机会');
      await officer.notSee('时间已经过了，换个时间才能看谁能来。');
    },
  },
  {
    name: 'a meeting that votes gets one time, with how many must be there',
    played: 'in-soak',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer, path: EDIT_STUDY });
      await press(officer, '主题党日');
      await press(officer, '支部党员大会');
      await press(officer, '确定');
      await comeToSittings(officer, '三季度党员大会', /有表决权的 \d+ 人/u);
      await press(officer, '找最少的场次');
      await officer.see('够表决');
      await officer.see(/够，要 \d+ 人，预计 \d+ 人。/u);
      await officer.see(/选举要 \d+ 人。/u);
    },
  },
];
