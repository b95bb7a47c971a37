import { type DemoStage, startDemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import { PEOPLE, press } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const MONTH = 'packages/roster/month/month';
/** Of the third crew, which has a back night on that Wednesday before the set-up. */
const THIRD_CREW = 'yx24';

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'leave that is entered stands in the month, and goes when it is taken back',
    played: 'in-soak',
    run: async ({ open }) => {
      const member = await open({ as: PEOPLE.other, path: 'pages/me/me' });
      await press(member, '倒班表');
      await member.see('今天 周三 3月11日');
      await press(member, '登记变动');
      await member.see('哪种假');
      await press(member, '病假');
      await press(member, '到');
      await press(member, '13日 周五');
      await press(member, '确定');
      await member.see('周五 3月13日');
      await press(member, '登记');
      await member.see('请假：病假');
      await member.see('周三 3月11日到周五 3月13日');
      await member.see('你登记的请假');
      await press(member, '请假：病假');
      await press(member, '取消变动');
      await member.see('早班 08:00–14:00');
      await member.notSee('请假：病假');
    },
  },
  {
    name: 'half a shift stands in the month, and its shift goes to the calendar of the phone',
    played: 'in-soak',
    run: async ({ open }) => {
      const member = await open({ as: PEOPLE.third, path: MONTH });
      await member.tap(member.page.getByLabel(/3月13日，/u).filter({ visible: true }));
      await press(member, '登记变动');
      await press(member, '改上班时间');
      // Earlier than the clock of the play, which is no bound of what can be chosen.
      await press(member, '开始');
      await press(member, '7时');
      await press(member, '确定');
      await member.see('07:30');
      await press(member, '结束');
      await press(member, '15时');
      await press(member, '确定');
      await member.see('15:30');
      await press(member, '登记');
      await member.see('改上班时间：白班 07:30–15:30');
      await member.see('你登记的改上班时间');
      await press(member, '加到手机日历');
      for (const words of ['同意', '允许', '添加']) await press(member, words);
      await member.see('周五 3月13日 白班 07:30–15:30，已加到手机日历。');
    },
  },
  {
    name: 'a no to the privacy guide is not blamed on the settings of the phone',
    played: 'in-soak',
    run: async ({ open }) => {
      const member = await open({ as: PEOPLE.third, path: MONTH });
      await press(member, '加到手机日历');
      await press(member, '不同意');
      await member.see('没有同意隐私保护指引，用不了日历');
      await member.notSee(/在手机设置里/u);
    },
  },
  {
    name: 'four taps set a rotation up, and its people see it in their month',
    run: async ({ open }) => {
      const office = await open({
        as: PEOPLE.office,
        path: 'packages/branch-office/rotation/rotation',
      });
      const fourTaps = ['五值四倒', '主厂房五班四倒的 5 个值', '三值', '对的，保存'];
      for (const words of fourTaps) await press(office, words);
      await office.see(/^已保存，\d+ 人按新的班走/u);
      const member = await open({ as: THIRD_CREW, path: MONTH });
      await member.see('五值四倒');
      await member.see('今天 周三 3月11日');
    },
  },
  {
    name: 'a pattern of one’s own is drawn by tapping, and its crews are placed in it',
    played: 'in-soak',
    run: async ({ open }) => {
      const office = await open({
        as: PEOPLE.office,
        path: 'packages/branch-office/rotation/rotation',
      });
      const tapDays = async (numbers: readonly number[]) => {
        for (const number of numbers) {
          const day = office.page.getByLabel(new RegExp(`^第 ${number} 天，`, 'u'));
          await office.tap(day.filter({ visible: true }));
        }
      };
      await press(office, '自定义');
      await office.see('还没有哪天上班，点下面的日子排上班。');
      // Two white, two middle, rest, two nights, rest.
      await tapDays([1, 2, 3, 3, 4, 4, 6, 6, 6, 7, 7, 7]);
      await press(office, '排好了，下一步');
      await office.see('新设班组');
      await press(office, '自己起名字');
      await office.fill('第 1 个班组的名字', '除灰甲值');
      await press(office, '名字写好了');
      await office.see('除灰甲值今天上哪一天的班？');
      await tapDays([7, 5, 3, 2]);
      await office.see('这些钟点没有人上班，看看是不是这样：');
      await press(office, '不对，重来');
      await tapDays([7, 5, 3, 1]);
      await office.see('四值三倒 · 4 个班组');
      await office.notSee('这些钟点没有人上班，看看是不是这样：');
      await press(office, '对的，保存');
      await office.see('已保存，0 人按新的班走。');
      await office.see(/^除灰甲值、乙值、丙值、丁值 · 正在用$/u);
    },
  },
];
