import {
  answerObjection,
  decideStar,
  endStarMonth,
  objectToStar,
  starOutcome,
} from '../../../../contract/star/after';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { dropWords, keptWords } from '../../../state/kept-words';
import { lastKnown } from '../../../state/last-known';
import { knownMe } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap } from '../../../state/second-tap';
import { errorText } from '../../../text/errors';
import {
  answerObjectionErrors,
  decideStarErrors,
  endStarMonthErrors,
  objectToStarErrors,
} from '../../../text/star-errors';
import { orMonthFault } from '../../../text/month-fault';
import { oneDeed } from '../one-deed';
import {
  acceptQuestion,
  answerOf,
  closedSheet,
  sheetOf,
  type SheetView,
} from './outcome-sheets.view';
import { opening, toView, unknownOutcome, type Outcome } from './outcome.view';

type Tap<D extends object> = WechatMiniprogram.BaseEvent<object, D>;

const ACCEPTING: readonly SheetView['kind'][] = ['accept', 'accept-again'];

/** What comes after the votes: the committee, the public notice, the star. */
Page({
  data: {
    pageStyle,
    view: opening,
    sheet: closedSheet,
    keptAs: '',
    /** An objection that was typed and can be made no more. */
    unsent: '',
    chosen: '',
    isBusy: false,
    problem: '',
    sheetProblem: '',
  },
  branch: pageBranch(),
  month: '',
  state: unknownOutcome,
  known: undefined as Outcome | undefined,
  /** Of the objection that is being written: a retry says it once. */
  objectionId: '',

  onLoad({ branchId = '', month = '' }: { branchId?: string; month?: string }) {
    this.branch = pageBranch(branchId);
    this.month = month;
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  question() {
    return { ...this.branch, month: this.month };
  },
  load() {
    return readAgain(this, starOutcome);
  },
  show(state: typeof unknownOutcome) {
    this.state = state;
    this.known = lastKnown(this.known, state);
    this.redraw();
  },
  redraw() {
    const view = toView(this.state, knownMe(), nowMs());
    this.setData({ view: orMonthFault(view, this.month, nowMs()) });
    if (view.kind !== 'content') return;
    this.setData({ unsent: view.canObject ? '' : keptWords(this.keptAs('object')) });
    const ids = view.choices.map(({ memberId }) => memberId);
    const { chosen, sheet } = this.data;
    if (ids.includes(chosen) || (ids.length !== 1 && chosen === '')) return;
    // What was written down was of somebody who stands there no more: it is said of nobody else.
    if (sheet.isOpen && ACCEPTING.includes(sheet.kind)) this.onSheetClosed();
    this.setData({ chosen: ids.length === 1 ? (ids[0] ?? '') : '' });
  },

  onChosen(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ chosen: event.detail.value, problem: '' });
  },
  onSheetTap(event: Tap<{ kind: SheetView['kind']; id?: string }>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    const { kind, id = '' } = currentTarget.dataset;
    this.objectionId = newRequestId();
    this.setData({ sheet: sheetOf(kind, id), keptAs: this.keptAs(kind, id), sheetProblem: '' });
  },
  /** Under which the words of a sheet are kept while they are typed; of whom is to be accepted, for each. */
  keptAs(kind: SheetView['kind'], id = ''): string {
    const branchId = this.known?.branchId ?? '';
    const about = kind === 'accept' ? this.data.chosen : id;
    return `outcome:${branchId}:${this.month}:${kind}:${about}`;
  },
  onSheetClosed() {
    this.setData({ 'sheet.isOpen': false });
  },
  async onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { reason } = event.detail;
    const { keptAs } = this.data;
    const problem = await oneDeed(this, () => this.say(reason));
    if (problem === undefined) return;
    const { isOpen } = this.data.sheet;
    this.setData(isOpen ? { sheetProblem: problem } : { problem });
    if (problem !== '') return;
    dropWords(keptAs);
    this.redraw();
    this.onSheetClosed();
  },
  async onAcceptTap(event: Tap<object>) {
    if (isSecondTap(event)) return;
    if (this.known === undefined || this.data.isBusy) return;
    const { result } = this.known;
    const names = (result?.candidates ?? []).map(({ name }) => name);
    if (!(await confirmed(this, acceptQuestion(names, this.known)))) return;
    const problem = await oneDeed(this, () => this.decide('accepted', null));
    if (problem !== undefined) this.setData({ problem });
  },
  async say(words: string): Promise<string> {
    const { kind, id } = this.data.sheet;
    const input = this.question();
    if (ACCEPTING.includes(kind)) return this.decide('accepted', words);
    if (kind === 'refuse') return this.decide('not-accepted', words);
    if (kind === 'end') {
      const result = await call(endStarMonth, { ...input, reason: words });
      return result.ok ? '' : errorText(result, endStarMonthErrors);
    }
    if (kind === 'object') {
      const objection = { ...input, objectionId: this.objectionId, text: words };
      const result = await call(objectToStar, objection);
      if (!result.ok && result.code === 'written-before') this.objectionId = newRequestId();
      return result.ok ? '' : errorText(result, objectToStarErrors);
    }
    const answered = answerOf(kind);
    if (answered === null) return '';
    const answer = { ...input, objectionId: id, ...answered, text: words };
    const result = await call(answerObjection, answer);
    return result.ok ? '' : errorText(result, answerObjectionErrors);
  },
  async decide(outcome: 'accepted' | 'not-accepted', reason: string | null): Promise<string> {
    if (this.known === undefined) return '';
    const { revision } = this.known;
    const { chosen } = this.data;
    const memberIds = outcome === 'accepted' && chosen !== '' ? [chosen] : [];
    const input = { ...this.question(), revision, outcome, memberIds, reason };
    const result = await call(decideStar, input);
    return result.ok ? '' : errorText(result, decideStarErrors);
  },

  onCertificateTap(event: Tap<object>) {
    if (isSecondTap(event)) return;
    const { branchId = '' } = this.branch;
    const query = `branchId=${branchId}&month=${this.month}`;
    void wx.navigateTo({ url: `/packages/star/certificate/certificate?${query}` });
  },
  onAgainTap(event: Tap<{ page: string }>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    void wx.navigateTo({ url: currentTarget.dataset.page });
  },
  onPollTap(event: Tap<{ pollId: string }>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    const { pollId } = currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/star/poll-result/poll-result?pollId=${pollId}` });
  },
  onArchiveTap(event: Tap<object>) {
    if (isSecondTap(event)) return;
    const { branchId = '' } = this.branch;
    const year = this.month.slice(0, 4);
    void wx.navigateTo({ url: `/packages/star/archive/archive?branchId=${branchId}&year=${year}` });
  },
});
