import { askAs } from './ask-as';
import { type DemoStage, startDemoStage } from './demo-stage';
import { castBy, listedStar, openedPoll, POLL_BRANCH, POLL_CANDIDATES } from './poll-steps';
import type { Scenario } from './scenario';
import { PEOPLE, press, writeReason } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const { officer, free, other, office } = PEOPLE;
const [first, second, third] = POLL_CANDIDATES.map(({ name }) => name) as [string, string, string];
const SECRETARY = 'yx01';
const DAY_MS = 24 * 3_600_000;

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a poll is opened, may not end while a crew slept, is voted in, ends by itself and shows its working',
    run: async ({ stage, open }) => {
      await listedStar(stage);
      const keeper = await open({ as: officer, path: 'packages/star/month/month' });
      await keeper.tap('开始投票');
      await keeper.see('怎样算当选');
      await keeper.tap(keeper.shown.getByLabel('多一位'));
      await press(keeper, '开始投票');
      await keeper.see('都不能再改');
      await keeper.tap(keeper.page.locator('.t-dialog__button').last());
      await keeper.see('最早可结束');
      await keeper.see(/还差 .* 小时/u);
      await keeper.see(/后可结束/u);
      await keeper.see('整点才看');

      const member = await open({ as: free, path: 'packages/star/month/month' });
      await member.tap('去投票');
      await member.see('选你认可的同志');
      await member.tap('看我在不在');
      await member.see('你在名册里');
      await member.tap(first);
      await member.tap(second);
      await member.tap(third);
      await member.see('最多选 2 人，先去掉一位');
      await member.tap(second);
      await press(member, '下一步');
      await member.see('投给这 1 位');
      await press(member, '投出');
      await member.see('已计入');
      await member.notSee(first);
      await press(member, '完成');
      await member.tap('去投票');
      await member.see('已计入');
      await member.shown.getByText('下一步').waitFor({ state: 'detached' });

      const pollId = pollIdOf(stage);
      await castBy(stage, pollId, 26, [free, other]);
      await stage.cloud.clock.advance(4 * DAY_MS);
      await member.back();
      const reader = await open({
        as: other,
        path: `packages/star/poll-result/poll-result?pollId=${pollId}`,
      });
      await reader.see('怎么算的');
      await reader.see('27 人');
      await reader.see('不保存谁投了谁');
      await reader.notSee('你的票已计入');
      await reader.see('2月之星 · 待支委会确认');
      await reader.tap('为什么没人知道你投了谁');
      await reader.see('没有选票可查');

      await keeper.back();
      await keeper.see('投完了，选出来了');
      await keeper.tap('支委会');
      await press(keeper, '同意，开始公示');
      await press(keeper, '开始公示');
      await keeper.see('2月之星 · 公示中');
      await reader.back();
      await reader.see('2月之星 · 公示中');
      await reader.see(`支委会同意${first}。公示到`);
      await reader.tap('支委会、公示和通报');
      await press(reader, '对结果有异议');
      await writeReason(reader, '那天是检修班先发现的');
      await press(reader, '提出来');
      await reader.see('收到 1 条意见，都答复了才通报');
      await stage.cloud.clock.advance(8 * DAY_MS);
      await member.restart('online');
      await member.see('有意见还没答复，答复以前不通报');
      await member.notSee('那天是检修班先发现的');
      await member.tap('结果');
      await member.see('答复以前不通报');
      await member.notSee('待支委会确认');
    },
  },
  {
    name: 'the committee office opens a poll of another branch as what it is, warned that one alone stands',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await listedStar(stage, '2026-01', POLL_CANDIDATES.slice(0, 1));
      const { branchId, branchName } = POLL_BRANCH;
      const path = `packages/star/month/month?branchId=${branchId}&month=2026-01`;
      const keeper = await open({ as: office, path });
      await keeper.see(`你以党委工作部的身份看${branchName}的评星`);
      await keeper.tap('开始投票');
      await keeper.see(`候选人只有${first}一位，没有别人可选`);
      await keeper.tap('票数最高');
      await keeper.see('有一票写他就当选');
      await press(keeper, '开始投票');
      await keeper.see('都不能再改');
      await keeper.tap(keeper.page.locator('.t-dialog__button').last());
      await keeper.see('最早可结束');
      await keeper.see('你以党委工作部的身份看别的支部的评星');
      await keeper.notSee('投我自己的一票');
      const pollId = pollIdOf(stage);
      const reader = await open({ as: office, path: `packages/star/poll/poll?pollId=${pollId}` });
      await reader.see('这是别的支部的投票，你以党委工作部的身份看，没有表决权。');
    },
  },
  {
    name: 'an officer puts a poll off and calls it off, each with a reason that all read',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const pollId = await openedPoll(stage, '2026-03');
      const path = `packages/star-office/run-poll/run-poll?pollId=${pollId}`;
      const keeper = await open({ as: officer, path });
      await press(keeper, '延长');
      await keeper.fill('例如：三值这两天抢修', '三值这两天抢修');
      await keeper.tap(keeper.page.locator('.sheet .primary-action'));
      await keeper.see(/延到/u);
      const member = await open({ as: free, path: `packages/star/poll/poll?pollId=${pollId}` });
      await member.see('把截止时间往后延了：三值这两天抢修');

      await press(keeper, '取消');
      await keeper.fill('例如：名单有误，要重新定', '名单有误');
      await keeper.tap(keeper.page.locator('.sheet .primary-action'));
      await keeper.see('取消了投票');
      await keeper.see('重新投票');
    },
  },
  {
    name: 'the officer who opened a poll leaves, who is in front withdraws after votes were cast, and another opens it anew',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const pollId = await openedPoll(stage, '2025-12');
      await castBy(stage, pollId, 26, [officer]);
      await askAs(stage, SECRETARY, 'member', 'changeMember', { memberId: officer, hasLeft: true });

      const path = `packages/star-office/run-poll/run-poll?pollId=${pollId}`;
      const keeper = await open({ as: SECRETARY, path });
      await keeper.tap(keeper.shown.getByLabel(`${first}退出`));
      await keeper.see('就看得出先投的人投了谁');
      await keeper.see(`${first}退出`);
      await keeper.see(`划掉${first}，取消这次投票`);
      await keeper.fill('例如：本人不想参加了', '本人不想参加了');
      await keeper.tap(keeper.page.locator('.sheet .primary-action'));
      await keeper.see('取消了投票');
      const why = `候选人${first}退出了（本人不想参加了），要重新投一轮`;
      await keeper.see(why);
      const member = await open({ as: free, path: `packages/star/poll/poll?pollId=${pollId}` });
      await member.see(`投票取消了：${why}。投过的票都不计。`);
      await press(keeper, '重新投票');
      await keeper.see(/^12月之星第 2 轮/u);
      await keeper.see('（本人不想参加了），不上选票。');
      await keeper.notSee(new RegExp(`^\\d\\. ${first}`, 'u'));
      await keeper.tap('划错了，放回选票');
      await keeper.see('现在放回了选票');
      await keeper.see(new RegExp(`^\\d\\. ${first}`, 'u'));
      await keeper.tap('还是不上选票');
      await keeper.see('（本人不想参加了），不上选票。');
      await keeper.tap('划错了，放回选票');
      await keeper.see('现在放回了选票');
      await press(keeper, '开始投票');
      await keeper.tap(keeper.page.locator('.t-dialog__button').last());
      await keeper.see('最早可结束');

      const page = 'packages/star/nominations/nominations?month=2025-12';
      const back = await open({ as: POLL_CANDIDATES[0]?.memberId ?? '', path: page });
      await back.see(/^上一轮划掉过/u);
      await press(back, '我不做候选人了');
      await back.see('这次投票取消，投过的都不计');
      await back.tap(back.page.locator('.t-dialog__button').last());
      await back.notSee(/^上一轮划掉过/u);
      const reader = await open({ as: free, path: page });
      await reader.see(second);
      await reader.notSee(first);
    },
  },
];

function pollIdOf({ cloud }: DemoStage): string {
  const polls = [...cloud.engine.collection('polls').all()];
  const poll = polls.find(({ document }) => document['state'] === 'open');
  if (poll === undefined) throw new Error('no poll was opened');
  return String(poll.document._id);
}
