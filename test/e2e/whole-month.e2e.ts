import { instantOf, localDay, MS_PER_DAY } from '../../domain/time/local-day';
import { demoPeople, demoPerson } from '../../local/world/people';
import { askAs } from './ask-as';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Phone } from './phone';
import type { Play, Scenario } from './scenario';
import { PEOPLE, press } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const SECRETARY = 'yx01';
const DISCIPLINE = 'yx02';
const PROBATIONARY = 'yx13';
const MONTH = '2026-03';
const { free, resting, onShiftTomorrow } = PEOPLE;
/** Of three crews; two of them stand. */
const VOTERS = [free, resting, onShiftTomorrow] as const;
const FIRST = demoPerson(resting);
const SECOND = demoPerson(onShiftTomorrow);
const { branchId, groupId } = demoPerson(free);
const LEADER =
  demoPeople.find((each) => each.groupId === groupId && each.roles.includes('group-leader'))
    ?.memberId ?? '';
const DEED = '3月14日凌晨巡检，听出给水泵声音不对，先报后查，机组没有停。';
const REASON = '3月9日交接班记录漏填一栏';

type Open = Play<DemoStage>['open'];

const toMonth = (open: Open, as: string): Promise<Phone> =>
  open({ as, path: 'packages/star/month/month' });

/** The list is in use, and the sheets of March are open. */
async function openedSheets({ cloud }: DemoStage, open: Open): Promise<void> {
  const secretary = await open({
    as: SECRETARY,
    path: 'packages/star-office/standard/standard',
  });
  await press(secretary, '改清单');
  await press(secretary, '存成新的一版');
  await secretary.see('3月起用');
  await cloud.clock.set(instantOf(localDay('2026-04-01'), 30));
  await cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
  await cloud.clock.set(instantOf(localDay('2026-04-01'), 9 * 60));
}

/** The leader takes a point, the member appeals, another officer restores it. */
async function appealed(open: Open): Promise<void> {
  const path = `packages/star-office/assess/assess?sheetId=${MONTH}_${free}`;
  const leader = await open({ as: LEADER, path });
  await leader.tap(leader.shown.getByRole('button', { name: '评岗位职责' }));
  await leader.tap(leader.shown.getByRole('button', { name: '少一分' }));
  await leader.fill(leader.shown.locator('textarea').last(), REASON);
  await press(leader, '记下');
  await leader.see('评好了。');

  const member = await open({ as: free, path: 'pages/branch/branch' });
  await member.tap('每月之星');
  await member.tap('我的考核表');
  await member.see(REASON);
  await press(member, '申诉');
  await member.tap(member.page.getByRole('radio', { name: '岗位职责' }));
  await member.fill(member.shown.locator('textarea').last(), '那天换了班，上的是早班');
  await press(member, '送出申诉');
  await member.see('你已申诉');

  const inspector = await open({ as: DISCIPLINE, path });
  await inspector.see('那天换了班，上的是早班');
  await inspector.fill(inspector.shown.locator('textarea').first(), '换班记录在班表里');
  await inspector.tap('改回 30 / 30');
  await press(inspector, '答复申诉');
  await inspector.see('答复了，他会收到。');
  await member.restart('online');
  await member.tap('每月之星');
  await member.tap('我的考核表');
  await member.see('申诉后改回来了');
}

/** The month is begun; two agree to stand, and the list is drawn. */
async function drawnList(stage: DemoStage, open: Open, keeper: Phone): Promise<void> {
  await press(keeper, '开始这个月的评星');
  await keeper.see('谁不参加评选');
  await press(keeper, '开始');
  await keeper.see('进行中');

  const member = await toMonth(open, free);
  await member.tap('提名');
  await press(member, '提一位同志');
  await member.tap('选一位');
  await member.tap(member.page.getByText(new RegExp(`^${FIRST.name}`, 'u')).last());
  await press(member, '确定');
  await member.fill(member.shown.locator('textarea'), DEED);
  await press(member, '提名，请他同意');
  await member.see('等他回复');

  const nominated = await open({
    as: FIRST.memberId,
    path: 'packages/star/nominations/nominations?month=2026-03',
  });
  await nominated.see(DEED);
  await press(nominated, '同意');
  await nominated.see('同意了');
  const second = await toMonth(open, SECOND.memberId);
  await second.tap('提名');
  await press(second, '提一位同志');
  await second.tap('自荐');
  await second.fill(second.shown.locator('textarea'), '带两个徒弟把 46 个测点重新核了一遍。');
  await press(second, '报名');
  await second.see('已报名');

  const probationary = await toMonth(open, PROBATIONARY);
  await probationary.tap('提名');
  await probationary.see(/你这次不参加评选（预备党员）/u);
  await press(probationary, '提一位同志');
  await probationary.see('推荐同志');
  await probationary.notSee('自荐');

  await stage.cloud.clock.set(nominationsEndMs(stage));
  await keeper.tap('提名');
  await keeper.see('同意的 2 人');
  await press(keeper, '定候选名单');
  await press(keeper, '定名单');
  await keeper.see('次序怎么来的');
  await keeper.back();
}

function nominationsEndMs({ cloud }: DemoStage): number {
  const star = cloud.engine.collection('star_months').get(`${branchId}_${MONTH}`)?.document;
  return (star!['plan'] as { nominationsUntilAtMs: number }).nominationsUntilAtMs;
}

async function openedPoll(keeper: Phone): Promise<void> {
  await keeper.see('怎样算当选');
  await keeper.tap('票数最高');
  await press(keeper, '开始投票');
  await keeper.see('都不能再改');
  await keeper.tap(keeper.page.locator('.t-dialog__button').last());
  await keeper.see('最早可结束');
  // Who works and sleeps now has had no hours to vote in: nobody may end it before.
  await keeper.see(/还差 6 小时/u);
  await keeper.see(/后可结束/u);
}

/** By touch, each on their own phone. */
async function votes(open: Open, chosen: readonly (readonly [string, string])[]): Promise<void> {
  for (const [as, name] of chosen) {
    const voter = await toMonth(open, as);
    await voter.tap('去投票');
    await voter.tap(name);
    await press(voter, '下一步');
    await voter.see('投给这 1 位');
    await press(voter, '投出');
    await voter.see('已计入');
  }
}

/** The others, as their phones would: by turns for each of `candidates`. */
async function othersVote(stage: DemoStage, candidates: readonly string[], count: number) {
  const pollId = String([...stage.cloud.engine.collection('polls').all()].at(-1)?.document._id);
  const members = stage.cloud.engine.collection('members');
  const others = demoPeople
    .filter((each) => each.branchId === branchId && each.roles.includes('member'))
    .filter(({ memberId }) => !VOTERS.some((voter) => voter === memberId))
    .filter(({ memberId, openId }) => members.get(memberId)?.document['account'] === openId)
    .slice(0, count);
  for (const [at, { memberId }] of others.entries()) {
    const chosen = [candidates[at % candidates.length]];
    await askAs(stage, memberId, 'star', 'castBallot', { pollId, chosen });
  }
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a month from its sheets over an appeal, a tie and a run-off to the certificate of its star',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const { clock } = stage.cloud;
      await openedSheets(stage, open);
      await appealed(open);
      const keeper = await toMonth(open, SECRETARY);
      await drawnList(stage, open, keeper);

      await keeper.tap('开始投票');
      await openedPoll(keeper);
      const newcomer = await toMonth(open, PROBATIONARY);
      await newcomer.tap('去投票');
      await newcomer.see(FIRST.name);
      await newcomer.shown.getByText('下一步').waitFor({ state: 'detached' });
      const [a, b, c] = VOTERS;
      await votes(open, [
        [a, FIRST.name],
        [b, FIRST.name],
        [c, SECOND.name],
      ]);
      // Twelve and thirteen: with the three above, equal.
      await othersVote(stage, [SECOND.memberId, FIRST.memberId], 25);
      await clock.advance(8 * MS_PER_DAY);
      await keeper.back();
      await keeper.tap('管理');
      await press(keeper, '再投一轮');
      await openedPoll(keeper);
      await votes(open, [[a, FIRST.name]]);
      await othersVote(stage, [FIRST.memberId], 26);
      await clock.advance(8 * MS_PER_DAY);

      const committee = await toMonth(open, SECRETARY);
      await committee.tap('支委会');
      await committee.see(FIRST.name);
      await press(committee, '同意，开始公示');
      await press(committee, '开始公示');
      await committee.see('公示中');
      await clock.advance(8 * MS_PER_DAY);

      const star = await open({ as: FIRST.memberId, path: 'pages/branch/branch' });
      await star.see('3月之星');
      await star.tap(DEED);
      await press(star, '看证书');
      await press(star, '存到相册');
      await press(star, '同意');
      await press(star, '允许');
      await star.see('已存到相册');
    },
  },
];
