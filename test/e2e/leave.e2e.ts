import { startDemoStage, type DemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import { PEOPLE, press, publishedStudy, writeReason } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const A_DAY = 24 * 60;
const SECRETARY = 'yx01';

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'leave is asked, declined with a reason from 今日, asked again and granted',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 2 * A_DAY });
      const member = await open({ as: PEOPLE.free, path: study.detail });
      await press(member, '请假');
      await writeReason(member, '陪家人看病');
      await press(member, '请假');
      await member.see('请假已提出，等答复');

      const officer = await open({ as: PEOPLE.officer, path: 'pages/today/today' });
      await officer.tap(officer.page.getByText(/请假，等你答复$/u).first());
      await officer.see('请假待答复');
      await officer.notSee('陪家人看病');
      await press(officer, '看请假原因');
      await officer.see('陪家人看病');
      await press(officer, '答复');
      await officer.see(/请的假：陪家人看病/u);
      await press(officer, '不同意');
      await writeReason(officer, '这次要表决');
      await press(officer, '答复');
      await officer.see(/没有批：这次要表决/u);

      await member.restart('online');
      await member.see('请假没有批');
      await press(member, '请假');
      await writeReason(member, '孩子住院');
      await press(member, '请假');
      await member.see('又请了假，等答复');

      const secretary = await open({ as: SECRETARY, path: study.roll });
      await secretary.see('请假待答复');
      await press(secretary, '答复');
      await press(secretary, '同意请假');
      await press(secretary, '答复');
      await secretary.notSee('请假待答复');
      await member.restart('online');
      await member.see('已请假，批了');
      const looked = await open({ as: PEOPLE.free, path: 'packages/me/looked/looked' });
      await looked.see(/你请假的原因/u);
    },
  },
];
