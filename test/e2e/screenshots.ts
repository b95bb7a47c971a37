import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { demoPeople, demoPerson } from '../../local/world/people';
import { worldAt } from '../../local/world/seed-world';
import { askAs } from './ask-as';
import { launchBrowser } from './browser';
import { DEMO_START_MS, type DemoStage, startDemoStage } from './demo-stage';
import { openPhone, type Phone } from './phone';
import { findSittings, writePlace } from './plan-steps';
import { severalNotes } from './play-notes';
import { chooseSheet } from './roster-file';
import { openedMakeUp } from './make-up-steps';
import { severalNotices } from './play-notices';
import { PEOPLE, press } from './study-steps';

/**
 * Pictures of every page in light, dark and the largest font, into docs/screenshots.
 * Words on the command line keep the pages whose name has one of them.
 */
const OUT = 'docs/screenshots';
const TALLEST = 2600;
const LOOKS = [
  { suffix: '', dark: false, scale: 1 },
  { suffix: '-dark', dark: true, scale: 1 },
  { suffix: '-large', dark: false, scale: 1.65 },
] as const;

/** The officer's branch as a list, some of it changed, three lines of it wrong, one person missing. */
function listWithFaults(): string[][] {
  const people = demoPeople.filter(
    ({ branchId }) => branchId === demoPerson(PEOPLE.officer).branchId,
  );
  const crews = ['四值', '四班', '三值'];
  const rows = people
    .slice(0, -1)
    .map(({ name, staffNumber }, at) => [
      name,
      at === 20 ? (people[7]?.staffNumber ?? '') : staffNumber,
      at >= 30 && at < 33 ? (crews[at - 30] ?? '') : '',
      at === 40 ? '积极分子' : '',
    ]);
  return [
    ['姓名', '工号', '值', '身份'],
    ...rows,
    ['方一舟', 'QY99321', '三值', '预备党员'],
    ['秦岚', 'QY99322', '一值', ''],
  ];
}

interface Shot {
  readonly name: string;
  readonly as: string;
  readonly path: string;
  /** What is touched before the picture is taken. */
  readonly reach?: (phone: Phone) => Promise<void>;
}

const EDIT_STUDY = 'packages/study-office/edit-study/edit-study';

function shotsOf({ cloud }: DemoStage): Shot[] {
  const { officer, free: member, office } = PEOPLE;
  const studies = worldAt(DEMO_START_MS).studies;
  const branchId = demoPerson(officer).branchId;
  const now = cloud.clock.nowMs();
  const mine = studies.filter(
    (study) => study.branchId === branchId && study.state === 'published',
  );
  const open = mine.find((study) =>
    study.sittings.some((sitting) => sitting.opensAtMs <= now && now < sitting.closesAtMs),
  );
  const past = mine.filter((study) => study.lastCloseAtMs < now).at(-1);
  if (open === undefined || past === undefined)
    throw new Error('the demo has no open or no past study');
  const sitting = open.sittings.find(
    ({ opensAtMs, closesAtMs }) => opensAtMs <= now && now < closesAtMs,
  );
  const ids = `studyId=${open._id}&sittingId=${sitting?.sittingId ?? ''}`;
  return [
    { name: 'today', as: officer, path: 'pages/today/today' },
    { name: 'studies', as: officer, path: 'pages/studies/studies' },
    { name: 'branch', as: officer, path: 'pages/branch/branch' },
    { name: 'me', as: officer, path: 'pages/me/me' },
    { name: 'bind', as: 'visitor', path: 'packages/me/bind/bind' },
    { name: 'detail', as: officer, path: `packages/study/detail/detail?studyId=${open._id}` },
    { name: 'detail-past', as: officer, path: `packages/study/detail/detail?studyId=${past._id}` },
    { name: 'check-in', as: member, path: `packages/study/check-in/check-in?${ids}` },
    { name: 'my-code', as: member, path: 'packages/study/my-code/my-code' },
    { name: 'attendance', as: member, path: 'packages/me/attendance/attendance' },
    { name: 'data', as: member, path: 'packages/me/data/data' },
    { name: 'record-book', as: member, path: 'packages/me/record-book/record-book' },
    { name: 'privacy', as: member, path: 'packages/me/privacy/privacy' },
    { name: 'invitation', as: officer, path: 'packages/branch-office/invitation/invitation' },
    { name: 'member', as: 'yx01', path: `packages/branch-office/member/member?memberId=${member}` },
    {
      name: 'roster-import',
      as: officer,
      path: 'packages/branch-office/roster-import/roster-import',
      reach: async (phone) => {
        await chooseSheet(phone, '从聊天里选', '运行支部花名册-3月.xlsx', listWithFaults());
        await phone.see(/现在一行都没写入/u);
      },
    },
    { name: 'add-member', as: officer, path: 'packages/branch-office/add-member/add-member' },
    {
      name: 'edit-branch',
      as: office,
      path: `packages/branch-office/edit-branch/edit-branch?branchId=${branchId}`,
    },
    { name: 'codes', as: officer, path: `packages/study-office/codes/codes?${ids}` },
    { name: 'roll', as: officer, path: `packages/study-office/roll/roll?${ids}` },
    {
      name: 'roll-final',
      as: officer,
      path: `packages/study-office/roll/roll?studyId=${past._id}`,
    },
    { name: 'month', as: member, path: 'packages/roster/month/month' },
    { name: 'change', as: member, path: 'packages/roster/change/change' },
    { name: 'swap', as: 'yx10', path: 'packages/roster/swap/swap?day=2026-03-12' },
    { name: 'preferences', as: member, path: 'packages/roster/preferences/preferences' },
    { name: 'ledger', as: officer, path: 'packages/branch-office/ledger/ledger' },
    { name: 'board', as: officer, path: 'packages/branch-office/board/board' },
    {
      name: 'dashboard',
      as: officer,
      path: 'packages/branch-office/dashboard/dashboard?month=2026-02',
    },
    {
      name: 'all-branches',
      as: office,
      path: 'packages/branch-office/all-branches/all-branches',
    },
    { name: 'dashboard-now', as: officer, path: 'packages/branch-office/dashboard/dashboard' },
    {
      name: 'dashboard-list',
      as: officer,
      path: 'packages/branch-office/dashboard-list/dashboard-list?of=rate&month=2026-02',
    },
    { name: 'notice', as: officer, path: 'packages/notice-office/notice/notice' },
    { name: 'rotation', as: office, path: 'packages/branch-office/rotation/rotation' },
    { name: 'edit-study', as: officer, path: EDIT_STUDY },
    { name: 'recurring', as: officer, path: 'packages/study-office/recurring/recurring' },
    { name: 'edit-study-plan', as: officer, path: EDIT_STUDY, reach: findSittings },
    {
      name: 'edit-study-told',
      as: officer,
      path: EDIT_STUDY,
      reach: async (phone) => {
        await findSittings(phone);
        await writePlace(phone, '行政楼 306');
        await press(phone, '下一步');
        await phone.see('发布后谁先收到');
      },
    },
  ];
}

/** Pages that are empty until somebody has sent something; taken last, for other pages show it too. */
async function noticeShotsOf(stage: DemoStage): Promise<Shot[]> {
  const { officer } = PEOPLE;
  const messageId = await severalNotices(stage, ['yx31', 'yx32', 'yx33']);
  const log = 'packages/notice-office/notice-log/notice-log';
  const swap = { swapId: 'asked', partnerId: 'yx37', days: ['2026-03-17'], reason: '家里有事' };
  await askAs(stage, 'yx10', 'member', 'proposeSwap', swap);
  const revise = 'packages/notice-office/revise-notice/revise-notice';
  return [
    { name: 'today-swap', as: 'yx37', path: 'pages/today/today' },
    { name: 'inbox', as: 'yx34', path: 'pages/inbox/inbox' },
    { name: 'notice-log', as: officer, path: log },
    { name: 'notice-log-one', as: officer, path: `${log}?messageId=${messageId}` },
    { name: 'revise-notice', as: officer, path: `${revise}?messageId=${messageId}` },
  ];
}

const aMonthly = (topic: string, recurringId: string) => ({
  recurringId,
  recurring: {
    topic,
    kind: 'theme-day',
    minutes: 40,
    audience: { kind: 'branch' },
    place: '行政楼 306',
    firstDate: 5,
    days: 14,
    startMinute: 480,
    endMinute: 1260,
  },
});
/** As noticeShotsOf. */
async function noteShotsOf(stage: DemoStage): Promise<Shot[]> {
  const { officer } = PEOPLE;
  await severalNotes(stage, officer);
  const page = (name: string) => `packages/note/${name}/${name}`;
  return [
    { name: 'note-write', as: 'yx34', path: `${page('write')}?noteId=shot-returned` },
    { name: 'note-mine', as: 'yx34', path: page('mine') },
    { name: 'note-open', as: 'yx34', path: `${page('open')}?noteId=shot-asked` },
    { name: 'notes', as: officer, path: 'packages/note-office/notes/notes' },
    { name: 'note-read', as: officer, path: 'packages/note-office/read/read?noteId=shot-answered' },
    { name: 'note-shared', as: 'yx31', path: page('shared') },
  ];
}

/** Of somebody who was at work during a study; moves the clock by a day. */
async function makeUpShotsOf(stage: DemoStage): Promise<Shot[]> {
  const path = await openedMakeUp(stage, 'shown-make-up');
  const as = PEOPLE.onShiftTomorrow;
  const page = (name: string, more = ''): Shot => ({
    name,
    as,
    path: `packages/study/${name}/${name}?studyId=shown-make-up${more}`,
  });
  const office = (name: string): Shot => ({
    name,
    as: PEOPLE.officer,
    path: `packages/study-office/${name}/${name}?studyId=shown-make-up`,
  });
  return [
    { name: 'today-make-up', as, path: 'pages/today/today' },
    { name: 'studies-make-up', as, path: 'pages/studies/studies' },
    { name: 'make-up', as, path },
    page('make-up-piece', '&pieceId=before'),
    page('make-up-quiz'),
    page('make-up-note'),
    office('make-ups'),
    office('make-up-content'),
  ];
}

async function shoot(browser: Browser, address: string, shot: Shot): Promise<void> {
  for (const { suffix, dark, scale } of LOOKS) {
    const phone = await openPhone(browser, { address, as: shot.as, path: shot.path, dark, scale });
    await phone.shown.locator('.skeleton').first().waitFor({ state: 'detached' });
    await shot.reach?.(phone);
    await phone.page.evaluate(() => document.fonts.ready.then(() => undefined));
    const height = await phone.shown.evaluate((page) => {
      const scroller = page.querySelector('.phone-page__scroller') ?? page;
      return window.innerHeight + scroller.scrollHeight - scroller.clientHeight;
    });
    await phone.page.setViewportSize({ width: 390, height: Math.min(height, TALLEST) });
    await phone.page.screenshot({
      path: `${OUT}/${shot.name}${suffix}.jpg`,
      type: 'jpeg',
      quality: 60,
      scale: 'css',
    });
    const errors = await phone.errors();
    if (errors.length > 0) console.log(`${shot.name}${suffix}: ${errors.join('; ')}`);
    await phone.close();
  }
  console.log(shot.name);
}

mkdirSync(OUT, { recursive: true });
const words = process.argv.slice(2);
const browser = await launchBrowser();
const stage = await startDemoStage(DEMO_START_MS);
const shootWanted = async (shots: readonly Shot[], { address } = stage): Promise<void> => {
  for (const shot of shots) {
    if (words.length > 0 && !words.some((word) => shot.name.includes(word))) continue;
    await shoot(browser, address, shot);
  }
};
const monthly = ['每月读书会', '班组安全日'].map((topic, index) =>
  aMonthly(topic, `monthly-${index}`),
);
for (const each of monthly) await askAs(stage, PEOPLE.officer, 'study', 'saveRecurring', each);
await shootWanted(shotsOf(stage));
await shootWanted(await noticeShotsOf(stage));
await shootWanted(await noteShotsOf(stage));
const dayAfter = await startDemoStage(DEMO_START_MS);
await shootWanted(await makeUpShotsOf(dayAfter), dayAfter);
await dayAfter.stop();
await browser.close();
await stage.stop();
process.exit(0);
