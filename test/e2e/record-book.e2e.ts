import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { holdsOneOf, OFFICERS } from '../../contract/roles';
import { demoPeople } from '../../local/world/people';
import { startDemoStage, type DemoStage } from './demo-stage';
import { openedFile } from './opened-file';
import type { Scenario } from './scenario';
import { PEOPLE, publishedStudy } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const LEADER =
  demoPeople.find(({ roles }) => roles.includes('group-leader') && !holdsOneOf(roles, OFFICERS))
    ?.memberId ?? '';

const wordsOf = (file: Uint8Array, part: string): string =>
  strFromU8(unzipSync(file)[part] ?? new Uint8Array()).replace(/<[^>]*>/gu, '');

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a member reads the record book of a year, and opens and sends it as a document',
    run: async ({ open }) => {
      const phone = await open({ as: PEOPLE.free, path: 'pages/me/me' });
      await phone.tap('学习记录本');
      await phone.see('今年学时');
      await phone.see(/^\d+ 分钟 ÷ 60$/u);
      const minutes = await phone.shown.getByText(/^\d+ 分钟 ÷ 60$/u).innerText();
      await phone.tap('为什么是 32 学时');
      await phone.see(/党员教育管理工作条例/u);
      await phone.tap('看表格');
      await phone.tap('看条形');
      await phone.tap('导出打印');
      await phone.see('文件做好了');
      await phone.tap('打开');
      const words = wordsOf(await openedFile(phone), 'word/document.xml');
      if (!words.includes(`（${minutes}）`)) throw new Error(`the document lacks ${minutes}`);
      await phone.tap(phone.page.locator('.phone-document').getByText('关闭'));
      await phone.tap('发到聊天');
      await phone.tap('关闭');
      await phone.notSee('文件做好了');
    },
  },
  {
    name: 'an officer comes to the book of a member from their page; without a network nothing is lost',
    run: async ({ open }) => {
      const officer = await open({
        as: PEOPLE.officer,
        path: `packages/branch-office/member/member?memberId=${PEOPLE.free}`,
      });
      await officer.tap('学习记录本');
      await officer.see('今年学时');
      await officer.setNetwork('offline');
      await officer.tap('导出打印');
      await officer.see('网络不通，没有送出。有网时再试。');
      await officer.setNetwork('online');
      await officer.tap('导出打印');
      await officer.see('文件做好了');
      const member = await open({ as: PEOPLE.free, path: 'packages/me/data/data' });
      await member.see('谁看过、导出过');
      await member.see(/^看 你的 2026 年学习记录本$/u);
      await member.see(/^导出 你的 2026 年学习记录本$/u);
    },
  },
  {
    name: 'an officer opens the register of a study as a sheet; a leader of a group is not offered it',
    run: async ({ stage, open }) => {
      const { studyId, draft } = await publishedStudy(stage);
      const path = `packages/study-office/roll/roll?studyId=${studyId}`;
      const officer = await open({ as: PEOPLE.officer, path });
      await officer.tap('导出点名册');
      await officer.see(`点名册-${draft.topic}-2026-03-11.xlsx`);
      await officer.tap('打开');
      const [[topic] = []] = await readSheet(Buffer.from(await openedFile(officer)));
      if (topic !== draft.topic) throw new Error(`the sheet is of ${String(topic)}`);
      const leader = await open({ as: LEADER, path });
      await leader.see(draft.topic);
      await leader.notSee('导出点名册');
    },
  },
];
