import { demoPeople, demoPerson } from '../../local/world/people';
import { readSheet } from 'read-excel-file/node';
import { askAs } from './ask-as';
import { startDemoStage, type DemoStage } from './demo-stage';
import { documentWords, openedFile } from './opened-file';
import type { Phone } from './phone';
import type { Scenario } from './scenario';
import { PEOPLE, press, publishedStudy } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

/** Of a group of the same branch, and of no other office. */
const LEADER =
  demoPeople.find(
    ({ branchId, roles }) =>
      branchId === 'yunxing' && roles.includes('group-leader') && roles.length === 2,
  )?.memberId ?? '';
const BRANCH = 'pages/branch/branch';

const figureOf = async (phone: Phone, caption: string): Promise<number> => {
  const figure = phone.shown.locator('.figure').filter({ hasText: caption });
  return parseInt(await figure.locator('.figure__number').innerText(), 10);
};

/** Rows of the list when it has so many, or no more are to come. */
async function rowsOf(phone: Phone, wanted: number): Promise<number> {
  const rows = phone.shown.locator('.list__row');
  await rows.first().waitFor();
  while ((await rows.count()) < wanted) {
    const more = phone.shown.getByText('看后面的');
    if ((await more.count()) === 0) break;
    await more.scrollIntoViewIfNeeded();
    await rows.nth(await rows.count()).waitFor();
  }
  return rows.count();
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'an officer opens the dashboard, another month, and the numbers behind the bars',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer, path: BRANCH });
      await officer.tap(officer.shown.getByText('看板', { exact: true }));
      await officer.see('到 周三 3月11日');
      await officer.see('到会率');
      await officer.see('公平 = ');
      await officer.see('需要说句话的人');
      await officer.see('不是排名');
      await officer.tap(officer.shown.locator('.pill').getByText('2月', { exact: true }));
      await officer.see('运行支部 · 全月');
      await officer.see('主题党日');
      await press(officer, '看表格');
      await officer.see('原始');
      await press(officer, '看图');
      await officer.see('公平 %（柱上）');
    },
  },
  {
    name: 'each figure opens as many rows as it says, and so does a cell',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const path = 'packages/branch-office/dashboard/dashboard?month=2026-02';
      const officer = await open({ as: PEOPLE.officer, path });
      const people = await figureOf(officer, '应参加');
      await officer.tap('应参加');
      await officer.see(`${people} 人，按值和姓名排`);
      if ((await rowsOf(officer, people)) !== people) throw new Error('not everybody is listed');
      await officer.back();
      const cell = officer.shown.locator('.grid__cell--some').first();
      const [attended] = (await cell.innerText()).split('/').map(Number);
      await officer.tap(cell);
      await officer.see('全部');
      const pill = (text: string) => officer.shown.locator('.pill').getByText(text);
      const countOn = async (text: string) =>
        (await pill(text).count()) === 0
          ? 0
          : Number(/[0-9]+/u.exec(await pill(text).innerText())?.[0]);
      const came = await countOn('到了');
      if (came + (await countOn('补学')) !== attended) throw new Error('not who took part');
      await officer.tap(`到了 ${came}`);
      await officer.shown.locator('.pill--on').getByText('到了').waitFor();
      if ((await rowsOf(officer, came)) !== came) throw new Error('not who came');
      await officer.back();
      await officer.tap('到会率，含补学');
      await officer.see('人次，按值和姓名排');
      await officer.see(/2月\d+日 党小组会/u);
      await officer.back();
      const left = await figureOf(officer, '补学未完成');
      await officer.tap('补学未完成');
      await officer.see(`${left} 人，按值和姓名排`);
      await officer.back();
      const notes = await figureOf(officer, '心得和投稿');
      await officer.tap(officer.shown.locator('.figure').getByText('心得和投稿'));
      await officer.see(`2月 ${notes} 篇`);
      await officer.back();

      await officer.tap(officer.shown.locator('.dashboard__sum').getByText('分钟'));
      await officer.see(/每人约 \d+ 分钟，最多 \d+ 分钟/u);
      await officer.back();
      for (const part of ['还能补', '截止了没补', '补完']) {
        const row = officer.shown.getByText(new RegExp(`^补学${part} \\d+ 次$`, 'u'));
        if ((await row.count()) === 0) continue;
        const count = Number(/\d+/u.exec(await row.innerText())?.[0]);
        await officer.tap(row);
        await officer.shown.locator('.pill--on').getByText(`${part} ${count}`).waitFor();
        await officer.back();
      }
      await officer.tap(officer.shown.locator('.trend__month').first());
      await officer.see(/月到会$/u);
      await officer.back();

      await officer.tap(officer.shown.locator('.pill').getByText('3月', { exact: true }));
      await askAs(stage, PEOPLE.free, 'note', 'handInNote', {
        ...{ noteId: 'of-a-type', versionId: 'first', basedOn: null, studyId: null },
        ...{ type: 'technical', title: '听声辨泵', text: '先听一分钟。', pictures: [] },
      });
      await officer.tap(officer.shown.locator('.pill').getByText('2月', { exact: true }));
      await officer.tap(officer.shown.locator('.pill').getByText('3月', { exact: true }));
      const typed = officer.shown.getByText(/^[^ ]+ \d+ 篇$/u).first();
      const words = await typed.innerText();
      await officer.tap(typed);
      await officer.see(`3月${words}`);
    },
  },
  {
    name: 'who sleeps after the night in every sitting is not absent, and the fair rate leaves them out',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const { detail, roll, topic } = await publishedStudy(stage, { only: PEOPLE.afterNight });
      const sleeper = await open({ as: PEOPLE.afterNight, path: detail });
      await sleeper.see('该你睡觉，不用请假');
      const officer = await open({ as: PEOPLE.officer, path: roll });
      await officer.see('按班表该睡觉，不算缺席');
      await stage.cloud.clock.set(stage.cloud.clock.nowMs() + 50 * 60_000);

      const afterwards = await open({ as: PEOPLE.officer, path: roll });
      await afterwards.see('场次都在睡觉或当班时，不算缺席');
      const board = await open({
        as: PEOPLE.officer,
        path: 'packages/branch-office/dashboard/dashboard',
      });
      await board.see(/公平 = .*睡觉时间 1/u);
      await board.tap('到会率，含补学');
      await press(board, '睡觉时间 1');
      await board.see(new RegExp(topic, 'u'));
      await board.see(demoPerson(PEOPLE.afterNight).name);
      const mine = await open({ as: PEOPLE.afterNight, path: 'packages/me/attendance/attendance' });
      await mine.see('睡觉时间');
    },
  },
  {
    name: 'an officer exports the month, and somebody in it sees who did',
    played: 'in-soak',
    run: async ({ open }) => {
      const path = 'packages/branch-office/dashboard/dashboard?month=2026-02';
      const officer = await open({ as: PEOPLE.officer, path });
      const asked = await figureOf(officer, '应参加');
      await press(officer, '导出2月看板');
      await officer.see('看板-运行支部-2026年2月.xlsx');
      await press(officer, '打开');
      const bytes = Buffer.from(await openedFile(officer));
      const names = (await readSheet(bytes, 3)).slice(1).map(([, , name]) => name);
      if (new Set(names).size !== asked) throw new Error('not everybody is in the sheet');
      const member = await open({ as: PEOPLE.free, path: 'packages/me/looked/looked' });
      await member.see('2026年2月看板');
    },
  },
  {
    name: 'the ledger says which meetings are held, planned and due, and leads to the roll and to planning',
    played: 'in-soak',
    run: async ({ open }) => {
      const path = 'packages/branch-office/dashboard/dashboard';
      const officer = await open({ as: PEOPLE.officer, path });
      await press(officer, '三会一课台账');
      await officer.see('1 种会快到日子，还没排齐');
      await officer.see('每季一次，周二 3月31日 前');
      await press(officer, '导出台账');
      await officer.see('文件做好了');
      await press(officer, '打开');
      const rows = await readSheet(Buffer.from(await openedFile(officer)));
      if (!rows.some(([kind]) => kind === '支部党员大会')) throw new Error('the sheet lacks it');
      await officer.tap(officer.page.locator('.phone-document').getByText('关闭'));
      await officer.tap('关闭');
      await officer.tap(officer.shown.getByText('支部党员大会', { exact: true }));
      await officer.see('点名册');
      await officer.back();
      await officer.see('三会一课台账');
      await officer.tap(officer.shown.getByText('排时间', { exact: true }).first());
      await officer.see('为什么学');
    },
  },
  {
    name: 'minutes are written from the ledger, with who was there from the register, and opened as a document',
    played: 'in-soak',
    run: async ({ open }) => {
      const path = 'packages/branch-office/dashboard/dashboard';
      const officer = await open({ as: PEOPLE.officer, path });
      await press(officer, '三会一课台账');
      await officer.tap(officer.shown.getByText('会议记录', { exact: true }).first());
      await officer.see('来自点名册，不用再填');
      const attendance = officer.shown.getByText(/^应到 \d+ 人，实到 \d+ 人$/u);
      await attendance.waitFor();
      const came = await attendance.innerText();
      await press(officer, '保存');
      await officer.see('还没写会议内容。');
      const [said, decided] = ['三值讲了交接班的经过', '记录本加一栏，三值先试'];
      await officer.fill(officer.shown.getByPlaceholder(/^谁讲了什么/u), said);
      await officer.fill(officer.shown.getByPlaceholder(/^一行一件/u), decided);
      await officer.restart('online');
      await press(officer, '三会一课台账');
      await officer.tap(officer.shown.getByText('会议记录', { exact: true }).first());
      await press(officer, '保存');
      await officer.see('已保存。以前的版本都在下面。');
      await officer.see('现在这一版');
      await press(officer, '导出打印');
      await officer.see('文件做好了');
      await press(officer, '打开');
      const words = documentWords(await openedFile(officer));
      for (const wanted of [came, said, decided]) {
        if (!words.includes(wanted)) throw new Error(`the document lacks ${wanted}`);
      }
    },
  },
  {
    name: 'the committee office sees all branches in the order of the roster, and opens one of them',
    played: 'in-soak',
    run: async ({ open }) => {
      const office = await open({ as: PEOPLE.office, path: BRANCH });
      await office.tap(office.shown.getByText('看板', { exact: true }));
      await press(office, '所有支部');
      await office.see('按名册次序，不是排名');
      await office.see('请每人付出的时间');
      await office.tap(office.shown.locator('.pill').getByText('2月', { exact: true }));
      await office.see('2月，全月');
      await office.tap(office.shown.locator('.list-row').getByText('检修支部').first());
      await office.see('检修支部 · 全月');
    },
  },
  {
    name: 'an officer sees who was not reached and why, tells one of them, who is gone from the list and sees who looked',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer, path: BRANCH });
      await officer.tap(officer.shown.getByText('看板', { exact: true }));
      await press(officer, '谁没送到');
      const title = officer.shown.getByText(/^\d+ 人还有没送到或没确认的$/u);
      await title.waitFor();
      const count = parseInt(await title.innerText(), 10);
      await officer.see('还没绑定微信');
      await officer.see('到了手机上，还没点确认');
      await officer.tap(officer.shown.getByText('提醒确认').first());
      await officer.see('还没确认的人');
      const left = officer.shown.locator('.list-row').filter({ hasText: '已当面传达' });
      const name = await left.first().locator('.grow > *').first().innerText();
      await officer.tap(left.first().getByText('已当面传达'));
      await officer.tap(officer.shown.getByText('已传达', { exact: true }));
      await officer.see(`已记下，${name}由你当面传达。`);
      await officer.back();
      await officer.see(`${count - 1} 人还有没送到或没确认的`);
      if ((await officer.shown.getByText(name, { exact: true }).count()) > 0) {
        throw new Error(`${name} is still there`);
      }
      await press(officer, '按通知看');
      await officer.see('条还有人没送到');
      const told = demoPeople.find((person) => person.name === name)?.memberId ?? '';
      const member = await open({ as: told, path: 'packages/me/looked/looked' });
      await member.see('“谁没送到”里有你');
    },
  },
  {
    name: 'the committee office sees how many each branch has not reached, and opens one of them',
    played: 'in-soak',
    run: async ({ open }) => {
      const path = 'packages/branch-office/all-branches/all-branches';
      const office = await open({ as: PEOPLE.office, path });
      await press(office, '各支部谁没送到');
      await office.see('按名册次序，不是排名');
      await office.tap(office.shown.locator('.list-row').getByText('运行支部'));
      await office.see(/运行支部 · 近 7 天/u);
      await office.see('还没绑定微信');
    },
  },
  {
    name: 'the committee office sets how often a meeting is held from next month on, and an officer reads it',
    played: 'in-soak',
    run: async ({ open }) => {
      const office = await open({ as: PEOPLE.office, path: BRANCH });
      await office.tap(office.shown.getByText('看板', { exact: true }));
      await press(office, '规定和期限');
      await office.see('各支部都按这里');
      await press(office, '消防演练');
      await press(office, '每半年一次');
      await press(office, '确定');
      await office.see('改了，还没保存');
      await press(office, '保存');
      await office.see('已保存，从 4月 起算。');
      await office.see('另定的，平常的是没有规定');
      const officer = await open({ as: PEOPLE.officer, path: BRANCH });
      await officer.tap(officer.shown.getByText('看板', { exact: true }));
      await press(officer, '规定和期限');
      await officer.see('由党委工作部定');
      await officer.see('4月起 每半年一次');
    },
  },
  {
    name: 'a group leader has no door to the dashboard',
    played: 'in-soak',
    run: async ({ open }) => {
      const leader = await open({ as: LEADER, path: BRANCH });
      await leader.see('值班看板');
      const doors = leader.shown.getByText('看板', { exact: true });
      if ((await doors.count()) > 0) throw new Error('a group leader is shown the dashboard');
    },
  },
];
