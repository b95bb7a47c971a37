import { readSheet } from 'read-excel-file/node';
import { holdsOneOf, OFFICERS } from '../../contract/roles';
import { demoPeople } from '../../local/world/people';
import { startDemoStage, type DemoStage } from './demo-stage';
import { documentWords, openedFile } from './opened-file';
import { noteBy } from './play-notes';
import type { Scenario } from './scenario';
import { press, PEOPLE, publishedStudy } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const LEADER =
  demoPeople.find(({ roles }) => roles.includes('group-leader') && !holdsOneOf(roles, OFFICERS))
    ?.memberId ?? '';

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a member reads the record book of a year, and opens and sends it as a document',
    run: async ({ open }) => {
      const phone = await open({ as: PEOPLE.free, path: 'pages/me/me' });
      await phone.tap('学习记录本');
      await phone.see('今年学时');
      await phone.see(/^\d+ 分钟 ÷ 60/u);
      const minutes = await phone.shown.getByText(/^\d+ 分钟 ÷ 60/u).innerText();
      await phone.tap('为什么是 32 学时');
      await phone.see(/党员教育管理工作条例/u);
      await phone.tap('看表格');
      await phone.tap('看条形');
      await phone.tap('导出打印');
      await phone.see('文件做好了');
      await phone.tap('打开');
      const words = documentWords(await openedFile(phone));
      if (!words.includes(`（${minutes}）`)) throw new Error(`the document lacks ${minutes}`);
      await phone.tap(phone.page.locator('.phone-document').getByText('关闭'));
      await phone.tap('发到聊天');
      await phone.tap('关闭');
      await phone.notSee('文件做好了');
    },
  },
  {
    name: 'an officer sets how documents are printed, and the book of a member is printed so',
    played: 'in-soak',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer, path: 'pages/branch/branch' });
      await press(officer, '名册');
      await press(officer, '党小组');
      await press(officer, '打印文件的样式');
      await officer.fill('单位名称', '清风发电有限公司');
      const signers = officer.page.getByLabel('学习记录本的签字栏').locator('textarea');
      await officer.fill('学习记录本的标题', '党员学习手册');
      await officer.fill(signers, '本人签字、书记、委员、组长、日期');
      await press(officer, '签到、补学合计表');
      await press(officer, '保存');
      await officer.see('签字栏最多 4 个，去掉几个。');
      await officer.fill(signers, '本人签字、支部书记签字');
      await press(officer, '保存');
      await officer.see('已保存，下次导出就用它。');
      const phone = await open({
        as: PEOPLE.free,
        path: 'packages/me/record-book/record-book',
      });
      await press(phone, '导出打印');
      await phone.see('文件做好了');
      await phone.tap('打开');
      const words = documentWords(await openedFile(phone));
      for (const part of ['清风发电有限公司', '年党员学习手册', '支部书记签字：____']) {
        if (!words.includes(part)) throw new Error(`the document lacks ${part}`);
      }
      if (words.includes('项目')) throw new Error('sums are there');
    },
  },
  {
    name: 'an officer comes to the book of a member from their page; without a network nothing is lost',
    played: 'in-soak',
    run: async ({ open }) => {
      const officer = await open({
        as: PEOPLE.officer,
        path: `packages/branch-office/member/member?memberId=${PEOPLE.free}`,
      });
      await officer.tap('学习记录本');
      await officer.see('今年学时');
      await officer.setNetwork('offline');
      await officer.tap('导出打印');
      await officer.see('网络不通，没等到回答。有网时再试。');
      await officer.setNetwork('online');
      await officer.tap('导出打印');
      await officer.see('文件做好了');
      const member = await open({ as: PEOPLE.free, path: 'packages/me/data/data' });
      await press(member, '谁看过我的资料');
      await member.see(/最近 30 天，\d+ 次/u);
      await member.see('名册里你的资料');
      await member.see(/^看 你的 2026 年学习记录本$/u);
      await member.tap(member.shown.locator('.pill').getByText(/^导出/u));
      await member.see(/^导出 你的 2026 年学习记录本$/u);
    },
  },
  {
    name: 'a note that somebody hands in stands in their book, in the document too, and opens from there',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const memberId = PEOPLE.free;
      await noteBy(stage, memberId, 'book-note', { title: '值班后的学习体会' });
      const phone = await open({ as: memberId, path: 'packages/me/record-book/record-book' });
      await phone.see('不计学时');
      await phone.tap('值班后的学习体会');
      await phone.see('交了，等负责人看');
      const officer = await open({
        as: PEOPLE.officer,
        path: `packages/me/record-book/record-book?memberId=${memberId}`,
      });
      await officer.tap('导出打印');
      await officer.tap('打开');
      const words = documentWords(await openedFile(officer));
      if (!words.includes('值班后的学习体会')) throw new Error('the document lacks the note');
    },
  },
  {
    name: 'an officer opens the register of a study as a sheet; a leader of a group is not offered it',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const { studyId, draft } = await publishedStudy(stage);
      const path = `packages/study-office/roll/roll?studyId=${studyId}`;
      const officer = await open({ as: PEOPLE.officer, path });
      await officer.tap('导出点名册');
      await officer.see(`点名册-${draft.topic}-2026-03-11.xlsx`);
      await officer.tap('打开');
      const [...rows] = await readSheet(Buffer.from(await openedFile(officer)));
      const heads = rows.slice(0, 2).map(([head]) => head);
      if (!heads.includes(draft.topic)) throw new Error(`the sheet is of ${heads.join('; ')}`);
      const leader = await open({ as: LEADER, path });
      await leader.see(draft.topic);
      await leader.notSee('导出点名册');
    },
  },
];
