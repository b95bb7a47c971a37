import { lectureIdOf } from '../../../cloudfunctions/_store/content/lectures';
import { demoPeople, demoPerson } from '../../../local/world/people';
import { worldAt } from '../../../local/world/seed-world';
import { askAs } from '../ask-as';
import { DEMO_START_MS, type DemoStage } from '../demo-stage';
import { findSittings, writePlace } from '../plan-steps';
import { chooseSheet } from '../roster-file';
import { SEARCH_HINT, searchFor } from '../search-steps';
import { PEOPLE, press } from '../study-steps';
import type { Phone } from '../phone';
import type { Shot } from './shot';

/** The planner with what it looks for open. */
async function chooseDays(phone: Phone): Promise<void> {
  await findSittings(phone);
  await phone.tap('在这些时间里找');
  await phone.see('找多久');
}

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

/** What an officer does of which this member is told. */
async function lookAt(at: DemoStage, memberId: string): Promise<void> {
  const { officer } = PEOPLE;
  await askAs(at, officer, 'member', 'memberRecord', { memberId });
  await askAs(at, officer, 'branch', 'memberRecordBook', { memberId, year: 2026 });
  await askAs(at, officer, 'branch', 'exportDashboard', { exportId: 'shown', month: '2026-02' });
}

const NOT_REACHED = 'packages/notice-office/not-reached/not-reached?days=30';
const EDIT_STUDY = 'packages/study-office/edit-study/edit-study';

/** Pages that the demo fills by itself, with two studies that come every month, and looks at a member. */
export async function pageShotsOf(stage: DemoStage): Promise<Shot[]> {
  const { officer, free: member, office } = PEOPLE;
  for (const [index, topic] of ['每月读书会', '班组安全日'].entries()) {
    await askAs(stage, officer, 'study', 'saveRecurring', aMonthly(topic, `monthly-${index}`));
  }
  await lookAt(stage, member);
  await askAs(stage, officer, 'branch', 'savePaperStyle', {
    forAll: false,
    revision: 0,
    style: {
      organisation: '清风发电有限公司',
      papers: {
        'record-book': { signers: ['本人签字', '支部书记签字', '支部盖章'] },
        register: { signers: ['点名人'] },
        minutes: { signers: [] },
      },
      hidden: ['how-counted'],
    },
  });
  await askAs(stage, office, 'branch', 'saveNorms', {
    isForAll: true,
    version: 0,
    norms: {
      hours: { member: 40, officer: null },
      meetings: [{ kind: 'fire-drill', every: 'half-year' }],
      credit: null,
      keptYears: [{ thing: 'notice', years: 3 }],
    },
  });
  const studies = worldAt(DEMO_START_MS).studies;
  const branchId = demoPerson(officer).branchId;
  const now = stage.cloud.clock.nowMs();
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
    { name: 'looked', as: member, path: 'packages/me/looked/looked' },
    { name: 'asks', as: 'yx22', path: 'packages/me/asks/asks' },
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
    { name: 'contest-list', as: 'yx33', path: 'packages/contest/list/list' },
    {
      name: 'contest-over',
      as: member,
      path: 'packages/contest/contest/contest?contestId=demo-contest-1',
    },
    {
      name: 'contest-running',
      as: member,
      path: 'packages/contest/contest/contest?contestId=demo-contest-2',
    },
    {
      name: 'contest-answer',
      as: member,
      path: 'packages/contest/answer/answer?contestId=demo-contest-2',
      reach: async (phone) => {
        await phone.tap(phone.page.locator('.opt').first());
        await phone.see('下一题');
      },
    },
    {
      name: 'contest-edit',
      as: 'yx33',
      path: 'packages/contest-office/edit/edit',
      reach: async (phone) => {
        await phone.fill('名称', '保密知识六问');
        await phone.tap('找一段一样多的');
        await phone.see(/小时/u);
      },
    },
    { name: 'contest-bank', as: 'yx33', path: 'packages/contest-office/bank/bank' },
    {
      name: 'lecture-over',
      as: 'yx22',
      path: 'packages/lecture/lecture/lecture?contestId=demo-lectures-over',
    },
    {
      name: 'lecture-judge',
      as: 'yx01',
      path: 'packages/lecture/lecture/lecture?contestId=demo-lectures',
    },
    {
      name: 'lecture-enter',
      as: 'yx22',
      path: 'packages/lecture/enter/enter?contestId=demo-lectures-entering',
    },
    {
      name: 'lecture-mark',
      as: 'yx01',
      path: `packages/lecture/mark/mark?contestId=demo-lectures&lectureId=${lectureIdOf('demo-lectures', 'yx22')}`,
    },
    { name: 'lecture-edit', as: 'yx33', path: 'packages/lecture-office/edit/edit' },
    { name: 'library', as: officer, path: 'packages/library/shelf/shelf' },
    { name: 'library-member', as: member, path: 'packages/library/shelf/shelf' },
    {
      name: 'library-document',
      as: officer,
      path: 'packages/library/document/document?documentId=demo-election',
    },
    {
      name: 'library-offer',
      as: officer,
      path: 'packages/library/offer/offer?documentId=demo-rules',
      reach: async (phone) => {
        await phone.tap('大改');
        await phone.see('改了什么');
      },
    },
    {
      name: 'library-unread',
      as: officer,
      path: 'packages/library/unread/unread?documentId=demo-rules',
    },
    {
      name: 'search-start',
      as: member,
      path: 'packages/search/search/search',
      reach: async (phone) => {
        for (const words of ['3月5日', '规程']) await searchFor(phone, words);
        await phone.fill(SEARCH_HINT, '');
        await phone.see('最近搜过');
      },
    },
    {
      name: 'search',
      as: member,
      path: 'packages/search/search/search',
      reach: (phone) => searchFor(phone, '3月'),
    },
    { name: 'add-member', as: officer, path: 'packages/branch-office/add-member/add-member' },
    {
      name: 'edit-branch',
      as: office,
      path: `packages/branch-office/edit-branch/edit-branch?branchId=${branchId}`,
    },
    {
      name: 'papers',
      as: office,
      path: `packages/branch-office/papers/papers?branchId=${branchId}`,
    },
    { name: 'norms', as: office, path: 'packages/branch-office/norms/norms' },
    { name: 'norms-read', as: officer, path: 'packages/branch-office/norms/norms' },
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
    { name: 'suggest-mine', as: member, path: 'packages/suggest/mine/mine' },
    { name: 'suggest-write', as: member, path: 'packages/suggest/write/write' },
    {
      name: 'suggest-open',
      as: member,
      path: 'packages/suggest/open/open?suggestionId=demo-supper',
    },
    { name: 'suggest-queue', as: 'yx01', path: 'packages/suggest/queue/queue' },
    { name: 'data-asks', as: officer, path: 'packages/branch-office/data-asks/data-asks' },
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
    { name: 'not-reached', as: officer, path: NOT_REACHED },
    {
      name: 'not-reached-messages',
      as: officer,
      path: NOT_REACHED,
      reach: async (phone) => {
        await press(phone, '按通知看');
        await phone.see('条还有人没送到');
      },
    },
    {
      name: 'all-not-reached',
      as: office,
      path: 'packages/notice-office/all-not-reached/all-not-reached',
    },
    {
      name: 'dashboard-now',
      as: officer,
      path: 'packages/branch-office/dashboard/dashboard',
      reach: (phone) => phone.see('需要说句话的人'),
    },
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
    { name: 'edit-study-plan-days', as: officer, path: EDIT_STUDY, reach: chooseDays },
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
