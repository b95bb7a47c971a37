import { anItemDetail, aDesk } from '../builders/phone/channel';
import { aShownVersion } from '../builders/phone/library';
import { aNoteDetail } from '../builders/phone/note';
import { aShownPoll } from '../builders/phone/poll';
import { aStudy } from '../builders/phone/register';
import { aShownItem, aShownSheet } from '../builders/phone/sheets';
import { aMyStudy, NOW_MS } from '../builders/phone/study';
import { aDetail } from '../builders/phone/suggestion';
import { no, yes } from './fake-phone';
import { holdPage, tapOn, type HeldPage } from './held-page';

jest.mock('tdesign-miniprogram/miniprogram_dist/dialog/index', () => ({ default: {} }), {
  virtual: true,
});

const nowMs = NOW_MS;
beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(nowMs);
});
const reason = '写得不对';
const star = { memberId: 'a', name: '许文静', crewName: '一值', deeds: ['听出泵声不对'] };
const document = {
  ...{ nowMs, documentId: 'd', branchId: 'b', revision: 1, isOfficer: true, state: 'waiting' },
  ...{ current: null, earlier: [], takenDown: null, readers: null, mine: null, counts: null },
};
const lecture = {
  ...{ nowMs, contestId: 'c', branchId: 'b', title: '微党课', state: 'judging' },
  ...{ startAtMs: nowMs, endAtMs: nowMs, judgeByMs: nowMs, byName: '张三', calledOff: null },
  ...{ canWrite: true, mayEnter: false, criteria: [], awards: [], tieCriterionId: null },
  judges: [{ memberId: 'j', name: '李四', relieved: null, hasLeft: false }],
  ...{ marked: { done: 0, of: 1 }, entered: 1, people: [], mine: null, toJudge: null },
  instead: [{ memberId: 'other', name: '赵六' }],
};
const year = {
  ...{ nowMs, branchName: '运行支部', year: 2025, third: null },
  rows: [
    {
      ...{ memberId: 'a', name: '周立新', crewName: '二值', isReviewed: true },
      ...{ permille: 967, months: 11, apart: 1 },
      given: { gradeId: 'first', grade: 'qualified', byName: '张三', atMs: nowMs, reason },
    },
  ],
};
const outcome = {
  ...{ nowMs, branchId: 'b', branchName: '运行支部', month: '2026-02', state: 'counted' },
  ...{ revision: 3, decision: null, stars: [], publicUntilAtMs: null, objections: [] },
  result: { pollId: 'p', outcome: 'chosen', candidates: [star] },
  ...{ objectionCount: 0, ended: null, canDecide: true, canObject: false, canAnswer: false },
  canEnd: true,
};
const toOpen = {
  ...{ round: 2, candidates: aShownPoll().candidates, entitled: 30, crews: [] },
  earliestAtMs: nowMs,
};

interface Case {
  readonly name: string;
  readonly load: () => Promise<unknown>;
  readonly query: Readonly<Record<string, string>>;
  readonly output: unknown;
  readonly open: (page: HeldPage) => Promise<unknown>;
  /** The handler of the sheet. */
  readonly given: string;
  readonly sends: { readonly action: string; readonly input: object };
}
const onSheet = (dataset: object) => (page: HeldPage) => page.does('onSheetTap', tapOn(dataset));

const cases: readonly Case[] = [
  {
    name: 'an item is withdrawn',
    load: () => import('../../miniprogram/packages/channel-office/check/check'),
    query: { itemId: 'item' },
    output: { nowMs, item: anItemDetail({ desk: aDesk({ revision: 4, mayWithdraw: true }) }) },
    open: onSheet({ kind: 'withdraw' }),
    given: 'onReasonGiven',
    sends: { action: 'withdrawItem', input: { itemId: 'item', revision: 4, reason } },
  },
  {
    name: 'a suggestion is answered',
    load: () => import('../../miniprogram/packages/suggest/open/open'),
    query: { suggestionId: 's1' },
    output: { nowMs, suggestion: aDetail({ isMine: false, canDecide: true, revision: 5 }) },
    open: onSheet({ sheet: 'answer' }),
    given: 'onWordsGiven',
    sends: { action: 'answerSuggestion', input: { revision: 5, text: reason } },
  },
  {
    name: 'a note is returned',
    load: () => import('../../miniprogram/packages/note-office/read/read'),
    query: { noteId: 'n' },
    output: { nowMs, note: aNoteDetail({ noteId: 'n', isMine: false, canDecide: true }) },
    open: onSheet({ kind: 'return' }),
    given: 'onReasonGiven',
    sends: { action: 'returnNote', input: { noteId: 'n', reason } },
  },
  {
    name: 'a document is returned',
    load: () => import('../../miniprogram/packages/library/document/document'),
    query: { documentId: 'd' },
    output: {
      ...document,
      offered: { version: aShownVersion({ versionId: 'v' }), isOwn: false, returned: null },
    },
    open: (page) => page.does('onReasonTap', tapOn({ what: 'return' })),
    given: 'onReasonGiven',
    sends: { action: 'checkDocument', input: { versionId: 'v' } },
  },
  {
    name: 'a judge is relieved for another',
    load: () => import('../../miniprogram/packages/lecture/lecture/lecture'),
    query: { contestId: 'c' },
    output: lecture,
    open: async (page) => {
      await page.does('onInsteadPicked', { detail: { value: 1 } });
      await page.does('onRelieveTap', tapOn({ memberId: 'j', name: '李四' }));
    },
    given: 'onReasonGiven',
    sends: { action: 'relieveJudge', input: { judgeId: 'j', insteadId: 'other', reason } },
  },
  {
    name: 'a grade is given instead of another',
    load: () => import('../../miniprogram/packages/star-office/year/year'),
    query: {},
    output: { ...year, third: { excellent: 0, reviewed: 35, atMost: 11, over: 0 } },
    open: (page) => page.does('onPersonTap', tapOn({ memberId: 'a' })),
    given: 'onGiven',
    sends: { action: 'giveGrade', input: { memberId: 'a', over: 'first', reason } },
  },
  {
    name: 'the committee decides',
    load: () => import('../../miniprogram/packages/star/outcome/outcome'),
    query: { month: '2026-02' },
    output: outcome,
    open: onSheet({ kind: 'refuse' }),
    given: 'onReasonGiven',
    sends: { action: 'decideStar', input: { revision: 3, outcome: 'not-accepted', reason } },
  },
  {
    name: 'an item of the sheet is appealed against',
    load: () => import('../../miniprogram/packages/star/sheet/sheet'),
    query: { month: '2026-02' },
    output: {
      ...{ nowMs, earlierMonth: null },
      sheet: aShownSheet({ items: [aShownItem({ itemId: 'post', canAppeal: true })] }),
    },
    open: (page) => page.does('onAppealTap'),
    given: 'onAppealGiven',
    sends: { action: 'appealItem', input: { itemId: 'post', text: reason } },
  },
  {
    name: 'leave of a study is asked for',
    load: () => import('../../miniprogram/packages/study/detail/detail'),
    query: { studyId: 'study' },
    output: {
      ...{ nowMs, study: aStudy(), canPresent: false, canEdit: false },
      mine: aMyStudy(),
    },
    open: (page) => page.does('onExcuseTap'),
    given: 'onReasonGiven',
    sends: { action: 'reply', input: { reply: { kind: 'excused', reason } } },
  },
  {
    name: 'a ballot is cast',
    load: () => import('../../miniprogram/packages/star/poll/poll'),
    query: { pollId: 'p' },
    output: aShownPoll(),
    open: async (page) => {
      await page.does('onCandidateTap', tapOn({ candidateId: '许文静' }));
      await page.does('onNextTap');
    },
    given: 'onCastTap',
    sends: { action: 'castBallot', input: { chosen: ['许文静'] } },
  },
  {
    name: 'a poll is opened on other terms',
    load: () => import('../../miniprogram/packages/star-office/open-poll/open-poll'),
    query: { month: '2026-02' },
    output: toOpen,
    open: (page) => page.does('onShow'),
    given: 'onReasonGiven',
    sends: { action: 'openPoll', input: { month: '2026-02', round: 2 } },
  },
];

test.each(cases)(
  'what stands on an open sheet goes out also where the page could not be read anew: $name',
  async ({ load, query, output, open, given, sends }) => {
    const { page, phone } = await holdPage(load, query);
    phone.answer = () => yes(output);
    await page.does('onShow');
    expect(page.data['view']).toMatchObject({ kind: 'content' });
    await open(page);
    // Nothing is remembered, and the page cannot be read.
    phone.storage.clear();
    phone.answer = () => no('internal');
    await page.does('load');
    expect(page.data['view']).not.toMatchObject({ kind: 'content' });
    phone.calls.length = 0;
    await page.does(given, { detail: { reason } });
    expect(phone.calls[0]?.data).toMatchObject(sends);
  },
);

/** Everything of a page was read, then it says something else of what a sheet is open for. */
async function readAnother(of: Case, output: unknown): Promise<HeldPage> {
  const { page, phone } = await holdPage(of.load, of.query);
  phone.answer = () => yes(of.output);
  await page.does('onShow');
  await of.open(page);
  phone.answer = () => yes(output);
  await page.does('load');
  phone.calls.length = 0;
  await page.does(of.given, { detail: { reason } });
  expect(phone.calls).toEqual([]);
  return page;
}

test('who has lost the office while the sheet was open is told so on it', async () => {
  const page = await readAnother(cases[0]!, { nowMs, item: anItemDetail({ desk: null }) });
  expect(page.data['sheetProblem']).toMatch(/^这件事不在你的职务里/u);
});

test('what only a newer version can decide on says so on the sheet', async () => {
  const note = aNoteDetail({ noteId: 'n', isMine: false, canDecide: true, state: 'newer' });
  const page = await readAnother(cases[2]!, { nowMs, note });
  expect(page.data['sheetProblem']).toMatch(/换成新版。$/u);
});
