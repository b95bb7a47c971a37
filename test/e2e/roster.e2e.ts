import { demoPeople } from '../../local/world/people';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import { PEOPLE, press } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const MONTH = 'packages/roster/month/month';
/** Of the third crew, which has a back night on that Wednesday before the set-up. */
const THIRD_CREW = 'yx24';

function committeeOffice(): string {
  const person = demoPeople.find(({ roles }) => roles.includes('committee-office'));
  if (person === undefined) throw new Error('the demo has no committee office');
  return person.memberId;
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'leave that is entered stands in the month, and goes when it is taken back',
    run: async ({ open }) => {
      const member = await open({ as: PEOPLE.other, path: 'pages/me/me' });
      await press(member, '倒班表');
      await member.see('今天 周三 3月11日');
      await press(member, '登记变动');
      await member.see('哪种假');
      await press(member, '病假');
      await press(member, '登记');
      await member.see('请假：病假');
      await member.see('你登记的请假');
      await press(member, '请假：病假');
      await press(member, '取消变动');
      await member.see('早班 08:00–14:00');
      await member.notSee('请假：病假');
    },
  },
  {
    name: 'four taps set a rotation up, and its people see it in their month',
    run: async ({ open }) => {
      const office = await open({
        as: committeeOffice(),
        path: 'packages/officer/rotation/rotation',
      });
      await press(office, '五值四倒');
      await press(office, '主厂房五班四倒的 5 个值');
      await office.see(/^今天.+是哪一值？$/u);
      await press(office, '三值');
      await office.see('看看这 14 天对不对');
      await press(office, '对的，保存');
      await office.see(/^已保存，\d+ 人按新的班走/u);
      const member = await open({ as: THIRD_CREW, path: MONTH });
      await member.see('五值四倒');
      await member.see('今天 周三 3月11日');
    },
  },
];
