import {
  cancelPoll,
  closePoll,
  extendPoll,
  pollRun,
  withdrawCandidate,
} from '../../../../contract/star/ballot';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import { call, type Failure, type Success } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { dropWords } from '../../../state/kept-words';
import { knownMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import {
  cancelPollErrors,
  closePollErrors,
  extendPollErrors,
  withdrawCandidateErrors,
} from '../../../text/ballot-errors';
import { errorText } from '../../../text/errors';
import { minuteOfClock } from '../../../text/when';
import {
  CLOSE_QUESTION,
  closedSheet,
  firstEnd,
  opening,
  sheetOf,
  toRunView,
  unknownRun,
  type SheetKind,
} from './run-poll.view';

Page({
  data: {
    pageStyle,
    view: opening,
    sheet: closedSheet,
    keptAs: '',
    endDay: '',
    endTime: '',
    isBusy: false,
    problem: '',
    sheetProblem: '',
  },
  pollId: '',
  candidateId: '',
  state: unknownRun,

  onLoad({ pollId = '' }: { pollId?: string }) {
    this.pollId = pollId;
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    this.state = shown(undefined, await call(pollRun, { pollId: this.pollId }));
    this.redraw();
  },
  redraw() {
    this.setData({ view: toRunView(this.state, knownMe(), nowMs()) });
  },

  onSheetTap(
    event: WechatMiniprogram.BaseEvent<object, { kind: SheetKind; candidateId?: string }>,
  ) {
    if (isSecondTap(event)) return;
    if (this.state.kind !== 'known') return;
    const { kind, candidateId = '' } = event.currentTarget.dataset;
    this.candidateId = candidateId;
    const { output } = this.state;
    const who = output.poll.candidates.find((each) => each.candidateId === candidateId);
    const { day, time } = firstEnd(output);
    this.setData({
      sheet: sheetOf(kind, who?.name ?? ''),
      keptAs: `${kind}-poll:${this.pollId}:${candidateId}`,
      endDay: day,
      endTime: time,
      sheetProblem: '',
    });
  },
  onSheetClosed() {
    this.setData({ sheet: closedSheet });
  },
  onDayPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ endDay: event.detail.value });
  },
  onTimePicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ endTime: event.detail.value });
  },
  onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { reason } = event.detail;
    const { pollId, candidateId } = this;
    const { endDay, endTime } = this.data;
    switch (this.data.sheet.kind) {
      case 'extend': {
        const closesAtMs = instantOf(localDay(endDay), minuteOfClock(endTime));
        const input = { pollId, closesAtMs, reason };
        void this.carry(extendPollErrors, () => call(extendPoll, input));
        return;
      }
      case 'cancel':
        void this.carry(cancelPollErrors, () => call(cancelPoll, { pollId, reason }));
        return;
      case 'withdraw': {
        const input = { pollId, candidateId, reason };
        void this.carry(withdrawCandidateErrors, () => call(withdrawCandidate, input));
        return;
      }
      case 'none':
    }
  },
  async onCloseTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (!(await confirmed(this, CLOSE_QUESTION))) return;
    await this.carry(closePollErrors, () => call(closePoll, { pollId: this.pollId }));
  },
  async carry(
    texts: Readonly<Record<string, Parameters<typeof errorText>[1][string]>>,
    work: () => Promise<Success<unknown> | Failure>,
  ) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '', sheetProblem: '' });
    const result = await work();
    const problem = result.ok ? '' : errorText(result, texts);
    const isInSheet = this.data.sheet.kind !== 'none';
    if (result.ok && isInSheet) dropWords(this.data.keptAs);
    this.setData({
      isBusy: false,
      ...(result.ok && { sheet: closedSheet }),
      problem: isInSheet ? '' : problem,
      sheetProblem: isInSheet ? problem : '',
    });
    await this.load();
  },

  onVoteTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/star/poll/poll?pollId=${this.pollId}` });
  },
  onResultTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/star/poll-result/poll-result?pollId=${this.pollId}` });
  },
  onNextTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.state.kind !== 'known') return;
    const { month, branchId } = this.state.output.poll;
    const query = `month=${month}&branchId=${branchId}`;
    void wx.redirectTo({ url: `/packages/star-office/open-poll/open-poll?${query}` });
  },
});
