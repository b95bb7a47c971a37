import { startDemoStage, type DemoStage } from './demo-stage';
import type { Phone } from './phone';
import type { Scenario } from './scenario';
import { PEOPLE, press, writeReason } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const writeWords = (phone: Phone, words: string): Promise<void> =>
  phone.fill(phone.shown.locator('textarea'), words);

const ASKS = 'packages/me/asks/asks';

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'what is stored of somebody becomes a file, and a tap of its own sends it',
    played: 'in-soak',
    run: async ({ open }) => {
      const member = await open({ as: PEOPLE.free, path: 'packages/me/data/data' });
      await press(member, '导出成文件，发给自己');
      await member.see('清风-我的数据.txt');
      await member.notSee(/^打开$/u);
      await member.tap('发到聊天');
      await member.notSee('没有发出去，再点一次。');
      await member.tap('关闭');
      await member.notSee('文件做好了');
    },
  },
  {
    name: 'a member asks for a correction from 我的数据; an officer answers from 今日, and it is read',
    played: 'in-soak',
    run: async ({ open }) => {
      const member = await open({ as: PEOPLE.free, path: 'packages/me/data/data' });
      await press(member, '资料有错，请支部改');
      await member.see('还没有问过。');
      await press(member, '发出');
      await member.see('写一句再发。');
      await member.tap('考勤');
      await writeWords(member, '10号我签到了，写的是缺席');
      await press(member, '发出');
      await member.see('更正：考勤');
      await member.see('等答复');

      const officer = await open({ as: PEOPLE.officer, path: 'pages/today/today' });
      await officer.tap(officer.page.getByText(/说自己的资料有错$/u).first());
      await officer.see('10号我签到了，写的是缺席');
      await press(officer, '改好了');
      await writeReason(officer, '查过现场，改好了');
      await press(officer, '答复');
      await officer.see('答复了，已经告诉本人。');
      await officer.see('现在没有等答复的。');

      const again = await open({ as: PEOPLE.free, path: ASKS });
      await again.see(/查过现场，改好了$/u);
    },
  },
  {
    name: 'a look is asked about from its line, and stands in the list of the committee office',
    played: 'in-soak',
    run: async ({ open }) => {
      const record = `packages/branch-office/member/member?memberId=${PEOPLE.other}`;
      const officer = await open({ as: PEOPLE.officer, path: record });
      await officer.see('学习记录本');
      const member = await open({ as: PEOPLE.other, path: 'packages/me/looked/looked' });
      await member.tap(member.shown.getByText('觉得不该看，问一句').first());
      await member.see(/看 名册里你的资料$/u);
      await writeWords(member, '这时候看，是为了什么');
      await press(member, '发出');
      await member.see('等答复');
      const office = await open({
        as: PEOPLE.office,
        path: 'packages/branch-office/dashboard/dashboard?branchId=yunxing',
      });
      await press(office, '资料更正和询问');
      await office.see('这时候看，是为了什么');
      await press(office, '该看');
      await writeReason(office, '换党小组，先看一眼');
      await press(office, '答复');
      await office.see('答复了，已经告诉本人。');
      const again = await open({ as: PEOPLE.other, path: ASKS });
      await again.see(/换党小组，先看一眼$/u);
    },
  },
];
