import type { OutputOf } from '../../contract/action';
import type { contests } from '../../contract/content/contest';
import { askAs } from './ask-as';
import { confirm } from './content-steps';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Phone } from './phone';
import type { Scenario } from './scenario';
import { chooseSheet } from './roster-file';
import { PEOPLE, press } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const WRITER = 'yx33';
const RUNNING = 'packages/contest/contest/contest?contestId=demo-contest-2';
const ASIDE = '你写的、还没存的还在。';
const DAY_MS = 24 * 60 * 60_000;

async function choose(phone: Phone, at: number): Promise<void> {
  await phone.tap(phone.shown.locator('.opt').nth(at));
  await phone.shown.locator('.opt--chosen').first().waitFor();
}

async function newest(stage: DemoStage) {
  const { rows } = (await askAs(stage, WRITER, 'content', 'contests', {})) as OutputOf<
    typeof contests
  >;
  const [first] = rows;
  if (first === undefined) throw new Error('there is no contest');
  return first;
}

/** What stands in the form. */
async function titled(writer: Phone, title: string): Promise<void> {
  const input = writer.shown.locator('input').first();
  await input.waitFor();
  const written = await input.inputValue();
  if (written !== title) throw new Error(`${written} is written, and not ${title}`);
}

/** As another phone writes it, to begin in a minute. */
async function write(
  stage: DemoStage,
  contestId: string,
  { revision = 0, title = '要取消的' } = {},
): Promise<number> {
  const startAtMs = stage.cloud.clock.nowMs() + 60_000;
  const options = ['能', '不能'].map((text, at) => {
    return { optionId: `option-${at}`, text, isRight: at === 1 };
  });
  const question = { questionId: 'one', kind: 'single', text: '能放吗？', options, why: '不能。' };
  const draft = {
    title,
    round: 1,
    startAtMs,
    endAtMs: startAtMs + DAY_MS,
    questions: [question],
  };
  await askAs(stage, WRITER, 'content', 'saveContest', { contestId, revision, draft });
  return startAtMs;
}

/** As another phone writes and publishes it; its id. */
async function running(stage: DemoStage): Promise<string> {
  const contestId = 'called-off';
  const startAtMs = await write(stage, contestId);
  await askAs(stage, WRITER, 'content', 'publishContest', { contestId, revision: 1 });
  stage.cloud.clock.jump(startAtMs);
  return contestId;
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a contest is written on a phone with hours that are the same for all, asks on 今日, is answered without a network, and its result is shown by consent',
    run: async ({ stage, open }) => {
      const writer = await open({ as: WRITER });
      await writer.tap('支部');
      await writer.tap('竞赛');
      await press(writer, '办一次竞赛');
      await writer.fill('名称', '保密一问');
      await writer.tap('找一段一样多的');
      await writer.see(/^各值一样多/u);
      await writer.fill(writer.shown.locator('textarea').first(), '手机里能放内部文件吗？');
      await writer.fill('第 1 题的选项 1', '不能');
      await writer.fill('第 1 题的选项 2', '能');
      await press(writer, '发布');
      await writer.see('有的选项还空着，写上或者删掉。');
      await writer.tap(writer.shown.getByLabel('删掉选项 3'));
      await writer.fill(writer.shown.locator('textarea').nth(1), '手机连着外网，内部文件不能放。');
      await press(writer, '发布');
      await confirm(writer, '发布');
      await writer.see('保密一问');
      const { startAtMs } = await newest(stage);
      stage.cloud.clock.jump(startAtMs + 60_000);

      const member = await open({ as: PEOPLE.free, path: 'pages/today/today' });
      await member.tap(member.page.getByText('保密一问').first());
      await press(member, '开始答题');
      await member.see('手机里能放内部文件吗？');
      await member.setNetwork('offline');
      await choose(member, 0);
      await press(member, '交卷');
      await confirm(member, '交卷');
      await member.see(/答案都在手机里，有网再点一次/u);
      await member.setNetwork('online');
      await press(member, '交卷');
      await confirm(member, '交卷');
      await member.see('我的成绩');
      await member.see('手机连着外网，内部文件不能放。');
      await member.see('现在只有你自己看得到');

      const other = await open({ as: PEOPLE.third, path: 'pages/branch/branch' });
      await other.tap('竞赛');
      await other.tap('保密一问');
      await other.see('参加了');
      await other.notSee('手机连着外网，内部文件不能放。');
      await press(member, '让大家看到');
      await member.see('同意了，别人看得到你的成绩');
      await other.back();
      await other.tap('保密一问');
      await other.see(/^答对 [01] 题$/u);
      await press(member, '收回');
      await member.see('收回了，别人只看得到你参加过');
    },
  },
  {
    name: 'another phone goes on where the first stopped; the window ends while somebody answers, and what had come counts',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const first = await open({ as: PEOPLE.other, path: RUNNING });
      await press(first, '开始答题');
      await choose(first, 1);
      await press(first, '下一题');
      await first.see('第 2 题，共 3 题');
      await choose(first, 0);
      await first.back();
      const second = await open({ as: PEOPLE.other, path: RUNNING });
      await press(second, '接着答');
      await second.see('第 3 题，共 3 题');
      await choose(second, 0);
      stage.cloud.clock.jump(stage.cloud.clock.nowMs() + 6 * DAY_MS);
      await press(second, '交卷');
      await confirm(second, '交卷');
      await second.see('时间到了。结束前送到的 2 题已经算交卷，后面的不算。');
      await press(second, '返回');
      await second.see('我的成绩');
      await second.see('结束了');
    },
  },
  {
    name: 'a list of questions is shown with its faults, mended, taken into the bank, and a contest takes from it',
    played: 'in-soak',
    run: async ({ open }) => {
      const writer = await open({ as: WRITER, path: 'packages/contest-office/edit/edit' });
      await press(writer, '从题库选');
      await writer.see('也能从表格导入');
      const head = ['题型', '题目', '选项A', '选项B', '答案', '解析'];
      const good = ['判断', '交接班记录能代签', '', '', '错', '谁也不能代签。'];
      const bad = ['', '安全带挂在哪里', '高处', '低处', 'D', '高挂低用。'];
      await chooseSheet(writer, '从表格导入', '题目.xlsx', [head, good, bad]);
      await writer.see('第 3 行');
      await writer.see(/^答案对不上选项/u);
      await chooseSheet(writer, '改好再传', '题目.xlsx', [
        head,
        good,
        [...bad.slice(0, 4), 'A', 'x'],
      ]);
      await writer.see('2 道新题可以写入');
      await press(writer, '写进题库（2 道）');
      await writer.see('写进题库 2 道');
      await writer.tap('交接班记录能代签');
      await press(writer, '放进竞赛（1 道）');
      await writer.see('1 道，最多 20 道');
      await writer.shown.getByText('对不对').first().waitFor();
    },
  },
  {
    name: 'a draft stays in the phone until it is saved, is dropped, and a contest that runs is called off with a reason',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const writer = await open({ as: WRITER, path: 'packages/contest-office/edit/edit' });
      await writer.fill('名称', '写了一半');
      await writer.restart('online');
      await titled(writer, '写了一半');
      await writer.tap('不写了');
      await confirm(writer, '不要了');
      const path = `packages/contest/contest/contest?contestId=${await running(stage)}`;
      const again = await open({ as: WRITER, path });
      await again.tap('这次不办了');
      await again.fill(again.page.locator('textarea').last(), '有一题答案错了');
      await press(again, '不办了');
      await again.see(/有一题答案错了$/u);
    },
  },
  {
    name: 'who may not write is told before they do; of two who write on one draft neither ends what the other published, nor loses what they wrote when the other changes or drops it',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const draftOf = (contestId: string) =>
        open({ as: WRITER, path: `packages/contest-office/edit/edit?contestId=${contestId}` });
      const member = await open({
        as: PEOPLE.free,
        path: 'packages/contest-office/edit/edit',
      });
      await member.see(/不在你的职务里/u);

      await write(stage, 'published');
      const first = await draftOf('published');
      await first.see('这份草稿不要了');
      await askAs(stage, WRITER, 'content', 'publishContest', {
        contestId: 'published',
        revision: 1,
      });
      await first.tap('这份草稿不要了');
      await confirm(first, '不要了');
      await first.see(/^别人刚发布了，没有删/u);

      await write(stage, 'shared');
      const third = await draftOf('shared');
      await third.fill('名称', '我写的');
      await write(stage, 'shared', { revision: 1, title: '别人写的' });
      await press(third, '存草稿');
      await third.see(/^别人刚改过/u);
      await press(third, '看最新的');
      await third.see(ASIDE);
      await titled(third, '别人写的');
      await third.fill('名称', '后来写的');
      await third.restart('online');
      await third.see(ASIDE);
      await titled(third, '后来写的');
      await third.tap('换成我写的');
      await titled(third, '我写的');
      await press(third, '存草稿');
      await third.see('草稿存好了');
      await third.notSee(ASIDE);
      const saved = await newest(stage);
      if (saved.title !== '我写的') throw new Error('what was typed was not saved over the newest');

      await write(stage, 'dropped');
      const second = await draftOf('dropped');
      await second.fill('名称', '我写的');
      await askAs(stage, WRITER, 'content', 'callOffContest', {
        contestId: 'dropped',
        reason: '不要了',
        revision: 1,
      });
      await press(second, '存草稿');
      await second.see(/再存一次就是新的一份/u);
      await press(second, '存草稿');
      await second.see('草稿存好了');
      const { title, state } = await newest(stage);
      if (title !== '我写的' || state !== 'draft') throw new Error('what was written is gone');
    },
  },
];
