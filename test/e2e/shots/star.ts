import { publicEndAtMs } from '../../../domain/star/after-vote';
import { demoPerson } from '../../../local/world/people';
import { writeDocuments } from '../../../local/world/write-documents';
import { aCountedMonth, anObjection, aPlan, aPublicMonth } from '../../builders/star';
import type { DemoStage } from '../demo-stage';
import { pictureSheets } from '../play-sheets';
import { castBy, listedStar, openedPoll } from '../poll-steps';
import { begunStar, nominated, putForward, STAR_MONTH } from '../star-steps';
import { PEOPLE, press } from '../study-steps';
import type { Shot } from './shot';

/** Of a month that was begun, with somebody who has to answer. */
export async function starShotsOf(stage: DemoStage): Promise<Shot[]> {
  const { officer, free, other, third } = PEOPLE;
  await begunStar(stage);
  await putForward(stage, third, '2月一直带新来的同志看图纸，检修前后都到现场走一遍。');
  const deeds = '2月14日后夜班，他在西侧平台发现护栏松了一颗螺丝。先拉警戒带，再报修，守到检修来。';
  await nominated(stage, free, other, deeds);
  const query = `month=${STAR_MONTH}`;
  const page = (name: string) => `packages/star/${name}/${name}?${query}`;
  return [
    ...(await sheetShotsOf(stage)),
    { name: 'star-month', as: officer, path: page('month') },
    { name: 'star-plan', as: officer, path: `packages/star-office/plan/plan?${query}` },
    { name: 'star-nominations', as: officer, path: page('nominations') },
    { name: 'star-consent', as: other, path: page('nominations') },
    { name: 'star-meeting', as: officer, path: page('meeting') },
    { name: 'star-nominate', as: free, path: `${page('nominate')}&memberId=${other}` },
  ];
}

/** The sheet of the picture: marked, with an appeal, and what the rota made impossible left out. */
async function sheetShotsOf(stage: DemoStage): Promise<Shot[]> {
  const sheetId = await pictureSheets(stage);
  const office = (name: string, query = '') => ({
    name: `assess-${name}`,
    as: 'yx01',
    path: `packages/star-office/${name}/${name}${query}`,
  });
  return [
    { name: 'sheet', as: PEOPLE.free, path: 'packages/star/sheet/sheet' },
    { name: 'review', as: PEOPLE.free, path: 'packages/star/review/review' },
    office('sheets'),
    office('assess', `?sheetId=${sheetId}`),
    office('standard'),
    office('year'),
    {
      ...office('year'),
      name: 'assess-year-early',
      reach: async (phone) => {
        await phone.see('2025 年评议');
        await phone.tap(phone.shown.getByLabel('下一年'));
        await phone.see('2026 年的等次从 12 月 1 日起记');
      },
    },
  ];
}

/** Of one poll that is open, one that is over, and one to be opened. */
export async function pollShotsOf(stage: DemoStage): Promise<Shot[]> {
  const { officer, free } = PEOPLE;
  const { cloud } = stage;
  await listedStar(stage, '2026-01');
  const over = await openedPoll(stage, '2025-12', 2);
  await castBy(stage, over, 28);
  await openedPoll(stage, '2025-11', 2, { turnout: 'four-fifths' });
  await cloud.clock.advance(48 * 3_600_000);
  const open = await openedPoll(stage, '2026-02');
  await cloud.clock.advance(3 * 3_600_000);
  return [
    {
      name: 'poll',
      as: free,
      path: `packages/star/poll/poll?pollId=${open}`,
      reach: async (phone) => {
        await phone.tap(phone.shown.locator('.candidate__who').first());
        await phone.tap(phone.shown.locator('.candidate__who').nth(1));
      },
    },
    {
      name: 'poll-confirm',
      as: free,
      path: `packages/star/poll/poll?pollId=${open}`,
      reach: async (phone) => {
        await phone.tap(phone.shown.locator('.candidate__who').first());
        await press(phone, '下一步');
        await phone.see('投给这 1 位');
        await phone.page.locator('.sheet .primary-action').tap({ trial: true });
      },
    },
    { name: 'poll-done', as: free, path: 'packages/star/poll-done/poll-done?star=2月之星' },
    { name: 'poll-result', as: free, path: `packages/star/poll-result/poll-result?pollId=${over}` },
    { name: 'poll-secrecy', as: free, path: 'packages/star/poll-secrecy/poll-secrecy' },
    {
      name: 'poll-open',
      as: officer,
      path: 'packages/star-office/open-poll/open-poll?month=2026-01',
    },
    {
      name: 'poll-lower',
      as: officer,
      path: 'packages/star-office/open-poll/open-poll?month=2025-11',
      reach: async (phone) => {
        await phone.tap(phone.page.getByText(/^超过一半：/u));
      },
    },
    {
      name: 'poll-lower-why',
      as: officer,
      path: 'packages/star-office/open-poll/open-poll?month=2025-11',
      reach: async (phone) => {
        await phone.tap(phone.page.getByText(/^超过一半：/u));
        await press(phone, '开始投票');
        await phone.see('为什么降低计票人数');
      },
    },
    {
      name: 'star-again',
      as: officer,
      path: 'packages/star/outcome/outcome?month=2025-11',
    },
    {
      name: 'poll-run',
      as: officer,
      path: `packages/star-office/run-poll/run-poll?pollId=${open}`,
    },
  ];
}

/** After the votes: a branch whose committee has to decide, one on public notice, and its stars before. */
export async function afterShotsOf(stage: DemoStage): Promise<Shot[]> {
  const now = stage.cloud.clock.nowMs();
  const [star, objector] = [demoPerson('rl10'), demoPerson('rl11')];
  const { branchId } = star;
  const objected = {
    ...anObjection('shown', { _id: objector.memberId, name: objector.name }),
    text: '那天先发现的是检修班，请核一下交接记录。',
    atMs: now,
  };
  await writeDocuments(stage.cloud.engine, 'star_months', [
    aCountedMonth('jianxiu', ['jx05', 'jx12'].map(asNamed), {
      ...shownStar(['jx05', 'jx12'], now),
      decision: null,
    }),
    // Of another month: the officer who looks has stood and lost.
    aCountedMonth('jianxiu', ['jx05', 'jx11'].map(asNamed), {
      ...shownStar(['jx05', 'jx11'], now),
      _id: 'jianxiu_2026-01',
      month: '2026-01',
      decision: null,
      stars: [],
    }),
    aPublicMonth(branchId, asNamed('rl10'), {
      ...shownStar(['rl10'], now),
      publicUntilAtMs: publicEndAtMs(now, 5),
      objections: [objected],
    }),
    ...['2026-01', '2025-12'].map((month) =>
      aPublicMonth(branchId, asNamed('rl10'), {
        ...shownStar(['rl10'], now),
        month,
        _id: `${branchId}_${month}`,
        state: 'over',
        publicUntilAtMs: now - 1,
        ended: { atMs: now, reason: null },
      }),
    ),
  ]);
  const page = (name: string, query = `month=${STAR_MONTH}`) =>
    `packages/star/${name}/${name}?${query}`;
  return [
    { name: 'star-decide', as: 'jx11', path: page('outcome') },
    { name: 'star-decide-own', as: 'jx11', path: page('outcome', 'month=2026-01') },
    { name: 'star-outcome', as: objector.memberId, path: page('outcome') },
    { name: 'star-month-public', as: objector.memberId, path: page('month') },
    { name: 'star-outcome-own', as: star.memberId, path: page('outcome', 'month=2026-01') },
    { name: 'branch-star', as: objector.memberId, path: 'pages/branch/branch' },
    { name: 'star-archive', as: objector.memberId, path: page('archive', 'year=2026') },
    { name: 'star-certificate', as: star.memberId, path: page('certificate', 'month=2026-01') },
    {
      name: 'star-poster',
      as: star.memberId,
      path: page('certificate', 'month=2026-01'),
      reach: (phone) => phone.tap('海报'),
    },
    { name: 'star-all', as: PEOPLE.office, path: 'packages/star-office/all/all' },
  ];
}

const asNamed = (memberId: string) => ({ _id: memberId, name: demoPerson(memberId).name });

function shownStar(memberIds: readonly string[], now: number) {
  const candidates = memberIds.map((memberId) => {
    const { name, crewName } = demoPerson(memberId);
    const deeds = ['1月14日凌晨巡检，听出给水泵声音不对，先报后查，机组没有停。'];
    return { memberId, name, crewName, deeds, evidence: [] };
  });
  const [first] = candidates;
  const by = { memberId: 'rl07', name: demoPerson('rl07').name };
  return {
    month: STAR_MONTH,
    decision: { outcome: 'accepted' as const, reason: null, by, atMs: now },
    plan: aPlan({ nominationsUntilAtMs: now, meetingAtMs: null, decisionAtMs: now }),
    list: { frozenAtMs: now, seed: 'seed', candidates },
    stars: first === undefined ? [] : [first],
  };
}
