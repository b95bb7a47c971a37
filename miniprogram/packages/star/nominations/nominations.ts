import {
  answerNomination,
  freezeCandidates,
  starNominations,
  takeBackNomination,
  withdrawFromStar,
} from '../../../../contract/star/nomination';
import type { NominationAnswer } from '../../../../domain/star/nomination';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { dropWords } from '../../../state/kept-words';
import { knownMe } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap } from '../../../state/second-tap';
import { errorText } from '../../../text/errors';
import {
  answerNominationErrors,
  freezeCandidatesErrors,
  takeBackNominationErrors,
  withdrawFromStarErrors,
} from '../../../text/star-errors';
import { orMonthFault } from '../../../text/month-fault';
import { oneDeed } from '../one-deed';
import { withdrawQuestion } from '../standing.view';
import { freezeQuestion, opening, toView, unknownNominations } from './nominations.view';
import { isStanding, type LeaveOut } from './standing.view';

type Tap<D extends object> = WechatMiniprogram.BaseEvent<object, D>;
type OfNomination = Tap<{ nominationId: string }>;

const NOBODY: LeaveOut = {};
const NO_SHEET = { isOpen: false, kind: 'change', id: '', name: '', keptAs: '' };
/** Under which the words of a sheet are kept while they are typed. */
const changeOf = (nominationId: string): string => `nomination-change:${nominationId}`;

/** Nominations and, once it is fixed, the list of candidates. */
Page({
  data: { pageStyle, view: opening, sheet: NO_SHEET, isBusy: false, problem: '', sheetProblem: '' },
  branch: pageBranch(),
  month: '',
  state: unknownNominations,
  leaveOut: NOBODY,

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
    return readAgain(this, starNominations);
  },
  show(state: typeof unknownNominations) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    const view = toView(this.state, this.leaveOut, knownMe(), nowMs());
    this.setData({ view: orMonthFault(view, this.month, nowMs()) });
  },

  async doing(deed: () => Promise<string>) {
    const problem = await oneDeed(this, deed);
    if (problem !== undefined) this.setData({ problem });
  },
  async answerOf(nominationId: string, answer: NominationAnswer, remark: string | null) {
    const result = await call(answerNomination, { nominationId, answer, remark });
    return result.ok ? '' : errorText(result, answerNominationErrors);
  },
  onAgreeTap(event: OfNomination) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    const { nominationId } = currentTarget.dataset;
    void this.doing(() => this.answerOf(nominationId, 'agree', null));
  },
  onDeclineTap(event: OfNomination) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    const { nominationId } = currentTarget.dataset;
    void this.doing(() => this.answerOf(nominationId, 'decline', null));
  },
  onAskChangeTap(event: OfNomination) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    const id = currentTarget.dataset.nominationId;
    const sheet = { isOpen: true, kind: 'change', id, name: '', keptAs: changeOf(id) };
    this.setData({ sheet, sheetProblem: '' });
  },
  onLeaveOutTap(event: Tap<{ memberId: string; name: string }>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    const { memberId: id, name } = currentTarget.dataset;
    const sheet = { isOpen: true, kind: 'leave-out', id, name, keptAs: this.leavingOut(id) };
    this.setData({ sheet, sheetProblem: '' });
  },
  leavingOut(memberId: string): string {
    const branchId = this.state.kind === 'known' ? this.state.output.branchId : '';
    return `leave-out:${branchId}:${this.month}:${memberId}`;
  },
  onPutBackTap(event: Tap<{ memberId: string }>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    const { memberId } = currentTarget.dataset;
    this.leaveOut = Object.fromEntries(
      Object.entries(this.leaveOut).filter(([id]) => id !== memberId),
    );
    this.redraw();
  },
  async onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { reason } = event.detail;
    const { kind, id } = this.data.sheet;
    if (kind === 'change') {
      const problem = await oneDeed(this, () => this.answerOf(id, 'ask-change', reason));
      if (problem === undefined) return;
      this.setData({ sheetProblem: problem });
      if (problem !== '') return;
      dropWords(changeOf(id));
    } else {
      this.leaveOut = { ...this.leaveOut, [id]: reason };
      this.redraw();
    }
    this.onSheetClosed();
  },
  onSheetClosed() {
    this.setData({ 'sheet.isOpen': false });
  },

  onRecordTap(event: Tap<{ page: string }>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    const { page } = currentTarget.dataset;
    if (page !== '') void wx.navigateTo({ url: page });
  },
  onChangeTap(event: Tap<{ memberId: string }>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    this.toNominate(currentTarget.dataset.memberId);
  },
  onNominateTap(event: Tap<object>) {
    if (isSecondTap(event)) return;
    this.toNominate('');
  },
  toNominate(memberId: string) {
    const { branchId = '' } = this.branch;
    const query = `branchId=${branchId}&month=${this.month}&memberId=${memberId}`;
    void wx.navigateTo({ url: `/packages/star/nominate/nominate?${query}` });
  },
  onTakeBackTap(event: OfNomination) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    const { nominationId } = currentTarget.dataset;
    void this.doing(async () => {
      const result = await call(takeBackNomination, { nominationId });
      return result.ok ? '' : errorText(result, takeBackNominationErrors);
    });
  },
  async onWithdrawTap(event: Tap<object>) {
    if (isSecondTap(event)) return;
    if (this.state.kind !== 'known') return;
    if (!(await confirmed(this, withdrawQuestion(this.state.output)))) return;
    await this.doing(async () => {
      const result = await call(withdrawFromStar, { ...this.branch, month: this.month });
      return result.ok ? '' : errorText(result, withdrawFromStarErrors);
    });
  },
  async onFreezeTap(event: Tap<object>) {
    if (isSecondTap(event)) return;
    if (this.state.kind !== 'known') return;
    const { agreed, revision } = this.state.output;
    const standing = (agreed ?? []).filter((each) => isStanding(each, this.leaveOut));
    if (!(await confirmed(this, freezeQuestion(standing.length)))) return;
    await this.doing(async () => {
      const leaveOut = Object.entries(this.leaveOut).map(([memberId, reason]) => ({
        memberId,
        reason,
      }));
      const input = { ...this.branch, month: this.month, revision, leaveOut };
      const result = await call(freezeCandidates, input);
      if (result.ok) leaveOut.forEach(({ memberId }) => dropWords(this.leavingOut(memberId)));
      return result.ok ? '' : errorText(result, freezeCandidatesErrors);
    });
  },
});
