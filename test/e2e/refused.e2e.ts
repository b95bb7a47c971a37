import { askAs } from './ask-as';
import { startDemoStage, type DemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import {
  asOfficer,
  codeOn,
  PEOPLE,
  press,
  publishedStudy,
  showToCamera,
  writeReason,
} from './study-steps';

/** What people see who come where they cannot do what the page is for, and what leads them on. */
export const start = (): Promise<DemoStage> => startDemoStage();

const FORMS = [
  'packages/study-office/edit-study/edit-study',
  'packages/notice-office/notice/notice',
  'packages/branch-office/add-member/add-member',
  'packages/branch-office/edit-branch/edit-branch',
];

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a guest is led to binding from check-in, from codes and from every form of an office',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      for (const path of [study.checkIn, study.codes, ...FORMS]) {
        const guest = await open({ as: 'visitor', path });
        await guest.tap('去绑定');
        await guest.see('本公司党员可用');
      }
    },
  },
  {
    name: 'a guest who has scanned the code of a meeting is led to binding too',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const officer = await open({ as: PEOPLE.officer, path: study.codes });
      const guest = await open({ as: 'visitor', path: `${study.checkIn}&start=scan` });
      await showToCamera(guest, await codeOn(officer));
      await guest.see('绑定后才能签到');
      await guest.tap('去绑定');
      await guest.see('本公司党员可用');
    },
  },
  {
    name: 'a member who opens a form of an office is told at once that it is not theirs',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const change = `${FORMS[0] ?? ''}?studyId=${study.studyId}`;
      for (const path of [...FORMS, change, study.codes, study.roll]) {
        const member = await open({ as: PEOPLE.free, path });
        await member.see('这件事不在你的职务里');
        await member.tap('回今日');
        await member.see('请你做的事');
      }
    },
  },
  {
    name: 'who is bound is told so where others bind',
    played: 'in-soak',
    run: async ({ open }) => {
      const member = await open({ as: PEOPLE.free, path: 'packages/me/bind/bind' });
      await member.see('你已绑定');
      await member.tap('去今日');
      await member.see('请你做的事');
    },
  },
  {
    name: 'codes go when another officer ends the sitting or cancels the study',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const closed = await publishedStudy(stage);
      const cancelled = await publishedStudy(stage);
      const first = await open({ as: PEOPLE.officer, path: closed.codes });
      const second = await open({ as: PEOPLE.officer, path: cancelled.codes });
      await first.see(/^\d{3} \d{3}$/u);
      await second.see(/^\d{3} \d{3}$/u);
      const { studyId, sittingId } = closed;
      await asOfficer(stage, 'closeSitting', { studyId, sittingId });
      await asOfficer(stage, 'cancelStudy', { studyId: cancelled.studyId, reason: '检修' });
      await first.see(/这场签到已在 .* 截止/u);
      await second.see('这次学习已取消，不再签到。');
    },
  },
  {
    name: 'leave asked without a network is shown where it was asked, and a later choice replaces it',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 120 });
      const member = await open({ as: PEOPLE.free, path: study.detail });
      await member.see('还没回复');
      await member.setNetwork('offline');
      await press(member, '请假');
      await writeReason(member, '陪家人看病');
      await press(member, '请假');
      await member.see('已请假（有网时送出）');
      await press(member, '集控楼二楼会议室');
      await member.see(/已选.* 这场（有网时送出）/u);
      await member.see(/1 项已保存在手机/u);
      await member.setNetwork('online');
      await member.see(/已选.* 这场$/u);
    },
  },
  {
    name: 'an office that is taken away takes its buttons along, without leaving the page',
    run: async ({ stage, open }) => {
      const officer = await open({ as: PEOPLE.officer, path: 'pages/branch/branch' });
      await officer.see('学习台账');
      const change = { memberId: PEOPLE.officer, roles: ['member'] };
      await askAs(stage, PEOPLE.office, 'member', 'setRoles', change);
      await officer.tap('我的');
      await officer.tap('支部');
      await officer.notSee('学习台账');
      await officer.see('一值党小组');
    },
  },
];
