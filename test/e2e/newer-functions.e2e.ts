import { lectureIdOf } from '../../cloudfunctions/_store/content/lectures';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { demoPerson } from '../../local/world/people';
import { askAs } from './ask-as';
import { DEMO_START_MS, FUNCTIONS_DIR, startDemoStage, type DemoStage } from './demo-stage';
import { plantSheet } from './play-sheets';
import { openedForAbsent, PAST_STUDY } from './make-up-steps';
import { share } from '../long-by-nature';
import type { Phone } from './phone';
import { UNKNOWN_PAGE } from '../two-versions/later-release';
import { listedStar, openedPoll } from './poll-steps';
import { severalNotes } from './play-notes';
import { sentNotice } from './play-notices';
import type { Scenario } from './scenario';
import { codeOn, PEOPLE, press, publishedStudy, showToCamera } from './study-steps';

/** What a check-in came to is told as today, so that the play below sees whether it counted. */
const asLaterRelease = (fn: string): string => `
{
  const { ofLaterRelease } = require('./later-release.js');
  const inner = module.exports.main;
  module.exports = {
    main: async (event, context) => {
      const reply = await inner(event, context);
      if (typeof reply !== 'object' || reply.ok !== true || event.action === 'checkIn') return reply;
      return { ...reply, output: ofLaterRelease('${fn}', event.action, reply.output) };
    },
  };
}
`;

export async function start(): Promise<DemoStage> {
  const functionsDir = mkdtempSync(path.join(tmpdir(), 'later-functions-'));
  cpSync(FUNCTIONS_DIR, functionsDir, { recursive: true });
  for (const fn of readdirSync(functionsDir)) {
    const outfile = path.join(functionsDir, fn, 'later-release.js');
    const entryPoints = [path.join(import.meta.dirname, '../two-versions/later-release.ts')];
    buildSync({ entryPoints, outfile, bundle: true, format: 'cjs', platform: 'node' });
    appendFileSync(path.join(functionsDir, fn, 'index.js'), asLaterRelease(fn));
  }
  const stage = await startDemoStage(DEMO_START_MS, undefined, functionsDir);
  await plantSheet(stage, PEOPLE.free);
  const stop = async (): Promise<void> => {
    await stage.stop();
    rmSync(functionsDir, { recursive: true });
  };
  return { ...stage, stop };
}

const MINUTE_MS = 60_000;
const NEWER_PAGE_TEXT = '新内容，升级后查看';

/** Who opens a page, with what address, and words that only its content has. */
interface Visit {
  readonly as?: string;
  readonly query?: string;
  readonly words: string | RegExp;
}

const STUDY = 'studyId=yx-open-now&sittingId=yx-open-now-1';
const PAST = `studyId=${PAST_STUDY}`;
const TOPIC = '新修订的运行规程';
/** Of every list of people: it is short neither of those in a known state nor of the others. */
const EVERYBODY = 48;

/** By page of app.json; the words say that people and states that are unknown are not left out. */
const visitsTo = (
  messageId: string,
  absentee: string,
  pollId: string,
): Readonly<Record<string, Visit>> => ({
  'pages/today/today': { words: TOPIC },
  'pages/studies/studies': { words: TOPIC },
  'pages/branch/branch': { words: `${EVERYBODY} 人，3 人还没绑定` },
  'pages/inbox/inbox': { words: '新消息，升级后查看' },
  'pages/me/me': { words: '党员、组织委员、其他职务' },
  'packages/me/bind/bind': { as: 'guest', words: '本公司党员可用' },
  'packages/study/detail/detail': { query: STUDY, words: '升级后查看' },
  'packages/study/check-in/check-in': { query: STUDY, words: '输入屏幕上的数字' },
  'packages/study/my-code/my-code': { words: '请主持人用“扫成员码”对准它' },
  'packages/study/make-up/make-up': { as: absentee, query: PAST, words: '看完之后' },
  'packages/study/make-up-piece/make-up-piece': {
    as: absentee,
    query: `${PAST}&pieceId=before`,
    words: '看完了，下一段',
  },
  'packages/study/make-up-quiz/make-up-quiz': { as: absentee, query: PAST, words: '不计时' },
  'packages/study/waits/waits': { as: 'yx01', words: '等你' },
  'packages/search/search/search': { words: '搜索' },
  'packages/study/make-up-note/make-up-note': { as: absentee, query: PAST, words: '用自己的话写' },
  'packages/me/attendance/attendance': { words: '公平到会率也不算' },
  'packages/me/data/data': { words: '其他记录' },
  'packages/me/asks/asks': { words: '还没有问过。' },
  'packages/me/looked/looked': { words: '看个人资料也会记在这里' },
  'packages/me/record-book/record-book': { as: PEOPLE.free, words: '为什么是 32 学时' },
  'packages/me/privacy/privacy': { words: '我们存什么，为什么，给谁看' },
  'packages/channel/issues/issues': { words: '一天一期，每条不超过 5 分钟' },
  'packages/channel/item/item': {
    query: 'itemId=party-2026-03-08-0',
    words: '没有点赞数',
  },
  'packages/channel/comment/comment': {
    query: 'itemId=party-2026-03-08-0',
    words: '希望有人回答',
  },
  'packages/channel/my-comments/my-comments': { as: 'yx22', words: '升级后查看' },
  'packages/channel-office/comments/comments': { as: 'yx33', words: '先写的在前' },
  'packages/channel-office/commentators/commentators': { as: 'yx33', words: '两头都含当天' },
  'packages/channel-office/takedown/takedown': { as: 'jg03', words: '这里有新版本才认得的内容' },
  'packages/channel-office/takedown-list/takedown-list': {
    as: 'jg03',
    query: 'kind=party&months=6',
    words: '没有要下架的',
  },
  'packages/channel-office/desk/desk': { as: 'yx01', words: '每条要两个人审' },
  'packages/channel-office/check/check': {
    as: 'yx01',
    query: 'itemId=party-branch-check',
    words: '走过的每一步',
  },
  'packages/channel-office/write/write': { as: 'yx33', words: '只放公开的内容' },
  'packages/channel-office/pick-document/pick-document': {
    as: 'yx33',
    words: '检修现场安全新规要点',
  },
  'packages/channel-office/calendar/calendar': { as: 'jg03', words: '排期' },
  'packages/channel-office/duty/duty': {
    as: 'jg03',
    query: 'channel=party&day=2026-03-13',
    words: '换人值班',
  },
  'packages/channel-office/pre-shift/pre-shift': {
    as: 'yx01',
    query: 'channel=party&day=2026-03-08',
    words: '这一期没有要在班前讲的',
  },
  'packages/channel-office/coverage/coverage': {
    as: 'yx01',
    query: 'channel=party&day=2026-03-08',
    words: '没有送给谁',
  },
  'packages/channel-office/plan/plan': {
    as: 'jg03',
    query: 'channel=party&day=2026-03-12',
    words: '几点刊出',
  },
  'packages/study-office/codes/codes': { query: STUDY, words: `新状态 ${EVERYBODY - 1}` },
  'packages/study-office/roll/roll': { query: STUDY, words: `新状态 ${EVERYBODY - 1}` },
  // Saving it would lose what this version does not know.
  'packages/study-office/recurring/recurring': { words: '还没有每月办的学习' },
  'packages/study-office/make-ups/make-ups': { query: PAST, words: '材料和小测' },
  // What only a newer version knows of a piece or a question would be lost by saving it.
  'packages/study-office/make-up-content/make-up-content': {
    query: PAST,
    words: '换成新版再改',
  },
  'packages/study-office/edit-study/edit-study': { query: STUDY, words: '换成新版再改' },
  'packages/notice-office/notice/notice': { words: '等每个人睡醒、下班再送' },
  'packages/notice-office/notice-log/notice-log': {
    query: `messageId=${messageId}`,
    words: '原因升级后可以查看',
  },
  'packages/notice-office/revise-notice/revise-notice': {
    query: `messageId=${messageId}`,
    words: '换成新版再改',
  },
  'packages/branch-office/minutes/minutes': { query: PAST, words: '来自点名册，不用再填' },
  'packages/branch-office/dashboard/dashboard': { words: '请每人付出' },
  'packages/branch-office/all-branches/all-branches': {
    as: PEOPLE.office,
    words: '请每人付出的时间',
  },
  'packages/notice-office/not-reached/not-reached': { words: '原因升级后查看' },
  'packages/notice-office/all-not-reached/all-not-reached': {
    as: PEOPLE.office,
    words: '其他原因',
  },
  'packages/branch-office/dashboard-list/dashboard-list': {
    query: 'of=rate&month=2026-02',
    words: '新状态',
  },
  'packages/branch-office/invitation/invitation': { words: '只发给本支部的人' },
  'packages/branch-office/member/member': {
    as: 'yx01',
    query: `memberId=${PEOPLE.free}`,
    words: '其他职务',
  },
  'packages/branch-office/add-member/add-member': { words: '加到运行支部' },
  'packages/branch-office/roster-import/roster-import': { words: '把一张表写进名册' },
  'packages/branch-office/edit-branch/edit-branch': {
    as: PEOPLE.office,
    query: `branchId=${demoPerson(PEOPLE.officer).branchId}`,
    words: '加一个党小组',
  },
  'packages/branch-office/papers/papers': { words: '换成新版再改' },
  'packages/branch-office/norms/norms': { words: '由党委工作部定' },
  'packages/star/month/month': { query: 'month=2026-02', words: '我的考核表' },
  'packages/star-office/plan/plan': { query: 'month=2026-02', words: '谁不参加评选' },
  'packages/star/nominations/nominations': { query: 'month=2025-12', words: '没有找到' },
  'packages/star/nominate/nominate': { query: 'month=2025-12', words: '没有找到' },
  'packages/star/meeting/meeting': { query: 'month=2025-12', words: '没有找到' },
  'packages/star/outcome/outcome': { query: 'month=2025-12', words: '没有找到' },
  'packages/star/archive/archive': { query: 'year=2026', words: '这一年还没有' },
  'packages/star/certificate/certificate': { query: 'month=2025-12', words: '没有找到' },
  'packages/star-office/all/all': { as: PEOPLE.office, words: '流程走到哪' },
  'packages/star/sheet/sheet': { as: PEOPLE.free, words: '系统记录的项' },
  'packages/star/message/message': { query: 'messageId=none', words: '已经不在你的消息里' },
  'packages/star/review/review': { as: PEOPLE.free, words: '等次由支部评定' },
  'packages/star-office/sheets/sheets': { as: 'yx01', words: '人有表' },
  'packages/star-office/assess/assess': {
    as: 'yx01',
    query: `sheetId=2026-02_${PEOPLE.free}`,
    words: '系统记录的项',
  },
  'packages/star-office/standard/standard': { as: 'yx01', words: '运行支部的标配' },
  'packages/star-office/year/year': { as: 'yx01', words: '按值排，不是排名' },
  'packages/star/poll/poll': { query: `pollId=${pollId}`, words: '升级后才能在这里投票' },
  'packages/star/poll-done/poll-done': { words: '已计入' },
  'packages/star/poll-result/poll-result': { query: `pollId=${pollId}`, words: '还在投票' },
  'packages/star/poll-secrecy/poll-secrecy': { words: '没有选票可查' },
  'packages/star-office/open-poll/open-poll': { query: 'month=2026-01', words: '怎样算当选' },
  'packages/star-office/run-poll/run-poll': { query: `pollId=${pollId}`, words: '有表决权' },
  'packages/branch-office/data-asks/data-asks': { words: '现在没有等答复的。' },
  'packages/branch-office/ledger/ledger': { words: '升级后查看' },
  'packages/branch-office/board/board': { words: '不知道' },
  'packages/branch-office/rotation/rotation': { as: PEOPLE.office, words: '五值四倒' },
  'packages/roster/month/month': { words: '早班 08:00–14:00' },
  'packages/roster/change/change': { words: '这几天算你不在岗' },
  'packages/roster/swap/swap': { as: 'yx10', query: 'day=2026-03-12', words: '长白班' },
  'packages/roster/preferences/preferences': { words: '新版本设的' },
  'packages/suggest/mine/mine': { as: PEOPLE.free, words: '升级后查看' },
  'packages/suggest/write/write': { words: '提给谁' },
  'packages/suggest/open/open': {
    as: PEOPLE.free,
    query: 'suggestionId=demo-supper',
    words: '升级后查看',
  },
  'packages/suggest/queue/queue': { as: 'yx01', words: '升级后查看' },
  'packages/contest/list/list': { words: '升级后查看' },
  'packages/contest/contest/contest': {
    query: 'contestId=demo-contest-1',
    words: '升级后查看',
  },
  'packages/contest/answer/answer': { query: 'contestId=demo-contest-2', words: /共 3 题$/u },
  'packages/contest-office/edit/edit': { as: 'yx33', words: '每个值的时间要一样多' },
  'packages/contest-office/bank/bank': { as: 'yx33', words: '也能从表格导入' },
  'packages/lecture/lecture/lecture': {
    query: 'contestId=demo-lectures',
    words: '升级后查看',
  },
  'packages/lecture/enter/enter': {
    query: 'contestId=demo-lectures-entering',
    words: /现在不能报讲稿|题目/u,
  },
  'packages/lecture/mark/mark': {
    as: 'yx01',
    query: `contestId=demo-lectures&lectureId=${lectureIdOf('demo-lectures', 'yx22')}`,
    words: '先锋岗就在倒班里',
  },
  'packages/lecture-office/edit/edit': { as: 'yx33', words: '发布以后谁都看得到' },
  'packages/library/shelf/shelf': { words: '只限公开资料' },
  'packages/library/document/document': {
    query: 'documentId=demo-rules',
    words: '检修现场安全新规要点',
  },
  'packages/library/offer/offer': { words: '传之前确认三件事' },
  'packages/library/unread/unread': { query: 'documentId=demo-rules', words: '还没绑定，要当面说' },
  'packages/note/write/write': { query: 'type=news', words: '边写边存在手机' },
  'packages/note/mine/mine': { as: 'yx34', words: '新状态，升级后查看' },
  'packages/note/open/open': { as: 'yx34', query: 'noteId=shot-returned', words: '升级后查看' },
  'packages/note-office/notes/notes': { words: /新状态，升级后查看/u },
  'packages/note-office/read/read': { query: 'noteId=shot-read', words: '升级后查看' },
  'packages/note/responses/responses': { as: 'yx31', words: '新的回应，升级后查看' },
  'packages/note/shared/shared': { as: 'yx31', words: '投稿，升级后查看' },
});

interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

/** Of a record book: a later release knows other parts than these. */
async function partsLeftOut(stage: DemoStage): Promise<void> {
  const papers = { 'record-book': NO_HEAD, register: NO_HEAD, minutes: NO_HEAD };
  const style = { papers, hidden: ['sums', 'notes'] };
  const input = { forAll: false, revision: 0, style };
  await askAs(stage, PEOPLE.officer, 'branch', 'savePaperStyle', input);
}
const NO_HEAD = { signers: [] };

function pagesOfApp(): readonly string[] {
  const { pages, subPackages } = JSON.parse(
    readFileSync('miniprogram/app.json', 'utf8'),
  ) as AppConfig;
  return [
    ...pages,
    ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ];
}

async function visit(phone: Phone, page: string, given: Visit | undefined): Promise<void> {
  const { as = PEOPLE.officer, query = '', words = '' } = given ?? {};
  const address = new URL(phone.page.url());
  address.searchParams.set('phone', as);
  address.searchParams.set('path', `${page}?${query}`);
  await phone.page.goto(address.href);
  try {
    await phone.shown.getByText(words).first().waitFor();
    await phone.notSee('读不懂');
  } catch (error) {
    throw new Error(`${page} shows: ${await phone.shown.innerText()}`, { cause: error });
  }
  const errors = await phone.errors();
  if (errors.length > 0) throw new Error(`${page}: ${errors.join('; ')}`);
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: "every page of today's phone shows what a later release answers",
    played: 'in-both',
    run: async ({ stage, open }) => {
      const title = '周五下午打扫泵房';
      await severalNotes(stage, PEOPLE.officer);
      const messageId = await sentNotice(stage, { title, kind: 'must-read' });
      await listedStar(stage, '2026-01');
      await partsLeftOut(stage);
      const pollId = await openedPoll(stage, '2026-03');
      const visits = visitsTo(messageId, await openedForAbsent(stage), pollId);
      const phone = await open({ as: PEOPLE.officer });
      const pages = pagesOfApp();
      const unsaid = pages.filter((page) => visits[page] === undefined);
      if (unsaid.length > 0) throw new Error(`nobody was said to open ${unsaid.join(', ')}`);
      for (const page of share(pages, 10)) await visit(phone, page, visits[page]);
    },
  },
  {
    name: 'a message of a kind of later is shown, and says where more is to be seen',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      // Urgent: what the pages before needed may have filled the day of everybody else's messages.
      await sentNotice(stage, { kind: 'safety', title: '技能比武报名' });
      const member = await open({ as: PEOPLE.resting, path: 'pages/inbox/inbox' });
      await member.see('技能比武报名');
      await member.see('新消息，升级后查看');
    },
  },
  {
    name: 'a check-in counts, and so does one that waited for the network',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const presenter = await open({ as: PEOPLE.officer, path: study.codes });
      const code = await codeOn(presenter);
      const member = await open({ as: PEOPLE.free, path: study.checkIn });
      await press(member, '扫码签到');
      await showToCamera(member, code);
      await member.see('已签到');
      const late = await open({ as: PEOPLE.other, path: study.checkIn });
      await late.see('输入屏幕上的数字');
      await late.setNetwork('offline');
      await press(late, '扫码签到');
      await showToCamera(late, await codeOn(presenter));
      await late.see('已保存在手机');
      await press(late, '知道了');
      await stage.cloud.clock.advance(2 * MINUTE_MS);
      await late.setNetwork('online');
      await late.see('等书记确认');
    },
  },
  {
    name: 'a message that leads to a page of later says where it can be seen, and so does one of WeChat',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      // A day of its own: three messages have rung on this one.
      await stage.cloud.clock.advance(24 * 60 * MINUTE_MS);
      // Of several pages the first is known, which is that of the newest message.
      const { topic } = await publishedStudy(stage, { startsIn: 24 * 60 });
      await stage.cloud.clock.advance(2 * MINUTE_MS);
      await publishedStudy(stage, { startsIn: 25 * 60 });
      await stage.cloud.clock.advance(2 * MINUTE_MS);
      const title = `新的学习：${topic}`;
      const member = await open({ as: PEOPLE.free, path: 'pages/inbox/inbox' });
      await press(member, title);
      await member.see(NEWER_PAGE_TEXT);
      await press(member, '知道了');
      const tapped = await open({ as: PEOPLE.free, path: UNKNOWN_PAGE });
      await tapped.see(NEWER_PAGE_TEXT);
      await press(tapped, '知道了');
      await tapped.see(title);
      await press(tapped, '今日');
      await tapped.page.evaluate((page) => window.phone.openPage(page), UNKNOWN_PAGE);
      await tapped.see(NEWER_PAGE_TEXT);
      await press(tapped, '知道了');
      await tapped.see(title);
    },
  },
];
