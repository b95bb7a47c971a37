import { readSheet } from 'read-excel-file/node';
import { demoPeople, demoPerson } from '../../local/world/people';
import { startDemoStage, type DemoStage } from './demo-stage';
import { openedFile } from './opened-file';
import type { Phone } from './phone';
import { chooseFile, chooseSheet, type Rows } from './roster-file';
import type { Scenario } from './scenario';
import { PEOPLE } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const HEAD = ['姓名', '工号', '党小组', '值', '身份'];
const PAGE = 'packages/branch-office/roster-import/roster-import';

/** Everybody of the officer's branch as a list, with these people changed. */
function branchList(changes: Readonly<Record<string, readonly string[]>> = {}): string[][] {
  const { branchId } = demoPerson(PEOPLE.officer);
  return demoPeople
    .filter((person) => person.branchId === branchId)
    .map(({ memberId, name, staffNumber }) => [name, staffNumber, ...(changes[memberId] ?? [])]);
}
const without = (rows: Rows, memberId: string): Rows =>
  rows.filter(([, number]) => number !== demoPerson(memberId).staffNumber);
/** All cells of a row are there. */
const even = (rows: Rows): Rows => rows.map((row) => HEAD.map((_, at) => row[at] ?? ''));

async function confirm(phone: Phone, words: string): Promise<void> {
  await phone.tap(phone.page.locator('.t-dialog').getByText(words, { exact: true }));
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'an officer comes from 加人 to the template, which says what can stand in it',
    played: 'in-soak',
    run: async ({ open }) => {
      const officer = await open({
        as: PEOPLE.officer,
        path: 'packages/branch-office/add-member/add-member',
      });
      await officer.tap('从表格导入');
      await officer.see('把一张表写进名册');
      await officer.tap('下载模板');
      await officer.see('花名册模板-运行支部.xlsx');
      await officer.tap('打开');
      const [head] = await readSheet(Buffer.from(await openedFile(officer)));
      if (head?.join() !== HEAD.join()) throw new Error(`the template has ${String(head)}`);
    },
  },
  {
    name: 'a list with faults names each with what to do, and nothing is written; mended, all of it is',
    played: 'in-soak',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer, path: PAGE });
      const { staffNumber, name } = demoPerson(PEOPLE.third);
      const newcomer = (number: string) => ['方一舟', number, '', '三值', '预备党员'];
      const list = [...without(branchList({ [PEOPLE.free]: ['', '四班'] }), PEOPLE.other)];
      const faulty = [HEAD, ...list, newcomer(staffNumber)];
      await chooseSheet(officer, '从聊天里选', '运行支部花名册-3月.xlsx', even(faulty));
      await officer.see('有 2 行要改，现在一行都没写入');
      await officer.see('值写成“四班”，名册里没有');
      await officer.see(`工号 ${staffNumber} 和${name}重了`);
      await officer.notSee(/^写入 \d+ 行$/u);
      await officer.tap('打开标出问题的表');
      await officer.see('运行支部花名册-3月-标出问题.xlsx');
      await officer.tap('打开');
      const marked = await readSheet(Buffer.from(await openedFile(officer)));
      const marks = marked.flatMap(([, number, , , , mark]) => (mark === null ? [] : [number]));
      const wrong = ['工号', demoPerson(PEOPLE.free).staffNumber, staffNumber];
      if (marks.join() !== wrong.join()) throw new Error(`marked are ${marks.join()}`);
      await officer.tap(officer.page.locator('.phone-document').getByText('关闭'));
      await officer.tap('关闭');

      const mended = [
        HEAD,
        ...without(branchList({ [PEOPLE.free]: ['', '四值'] }), PEOPLE.other),
        newcomer('QY99321'),
      ];
      await chooseSheet(officer, '改好再传', '运行支部花名册-3月.xlsx', even(mended));
      await officer.see(/^\d+ 行都没问题，现在还没写入$/u);
      await officer.see('值 二值 → 四值，今天起');
      await officer.tap(officer.shown.getByText(demoPerson(PEOPLE.other).name));
      await officer.tap(`写入 ${mended.length - 1} 行`);
      await officer.see(/离开 1 人，马上进不来/u);
      await confirm(officer, '写入');
      await officer.see('已经写入名册');
      await officer.see('新来 1 人，有变 1 人，离开 1 人');

      const gone = await open({ as: PEOPLE.other, path: 'pages/branch/branch' });
      await gone.see('绑定身份后，这里显示你支部的内容。');
      const roster = await open({ as: PEOPLE.officer, path: 'pages/branch/branch' });
      await roster.tap('名册');
      await roster.see('方一舟');
      await roster.see(name);
    },
  },
  {
    name: 'what is no sheet is told as what it is, and a lost network loses nothing',
    played: 'in-soak',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer, path: PAGE });
      await chooseFile(officer, '从聊天里选', '花名册.xlsx', Buffer.from('姓名,工号\n张三,QY1\n'));
      await officer.see(/^这不是 .xlsx 表格/u);
      await officer.setNetwork('offline');
      await chooseSheet(officer, '从聊天里选', '花名册.xlsx', [
        ['姓名', '工号'],
        ['方一舟', 'QY99321'],
      ]);
      await officer.see('网络不通，没等到回答。有网时再试。');
      await officer.setNetwork('online');
      await chooseSheet(officer, '从聊天里选', '花名册.xlsx', [
        ['姓名', '工号'],
        ['方一舟', 'QY99321'],
      ]);
      await officer.see('1 行都没问题，现在还没写入');
      await officer.see(/不会自己离开/u);
    },
  },
];
