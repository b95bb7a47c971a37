import { contest, shareContestResult } from '../../../../contract/content/contest';
import { callOffContest } from '../../../../contract/content/contest-writing';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { dropWords } from '../../../state/kept-words';
import { knownMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { errorText } from '../../../text/errors';
import { answerErrors, shareErrors } from '../contest-words.view';
import { keptAnswers, sendAnswers } from '../kept-answers';
import {
  CALL_OFF_ERRORS,
  CALL_OFF_SHEET,
  hasTurned,
  opening,
  SHARED_TEXT,
  toView,
  unknownContest,
  UNSHARED_TEXT,
} from './contest.view';

Page({
  data: {
    pageStyle,
    view: opening,
    sheet: CALL_OFF_SHEET,
    isAsking: false,
    keptAs: '',
    isBusy: false,
    problem: '',
    done: '',
  },
  contestId: '',
  state: unknownContest,

  onLoad({ contestId = '' }: { contestId?: string }) {
    this.contestId = contestId;
  },
  onShow() {
    followClock(this, { redraw: () => this.turn(), reload: () => void this.load() });
    void this.sendKept().then(() => this.load());
  },
  async onPullDownRefresh() {
    await this.sendKept();
    await this.load();
    await wx.stopPullDownRefresh();
  },
  /** What was answered without a network goes out before it is asked how things stand. */
  async sendKept() {
    if (keptAnswers(this.contestId).length === 0) return;
    const result = await sendAnswers(this.contestId, false);
    const isHeard = result.ok || result.code === 'offline' || result.code === 'timeout';
    if (!isHeard) this.setData({ problem: errorText(result, answerErrors) });
  },
  question() {
    return { contestId: this.contestId };
  },
  load() {
    return readAgain(this, contest);
  },
  show(state: typeof unknownContest) {
    this.state = state;
    this.redraw();
  },
  /** Its window opens and ends by the clock, which the server reads too. */
  turn() {
    if (this.state.kind === 'known' && hasTurned(this.state.output, nowMs())) void this.load();
    else this.redraw();
  },
  redraw() {
    const kept = keptAnswers(this.contestId).length;
    showInPieces(this, 'view', toView(this.state, knownMe(), kept, nowMs()));
  },

  onStartTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.setData({ problem: '', done: '' });
    void wx.navigateTo({ url: `/packages/contest/answer/answer?contestId=${this.contestId}` });
  },
  async onShareTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { view } = this.data;
    if (view.kind !== 'content' || this.data.isBusy) return;
    const isShared = !view.isShared;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(shareContestResult, { contestId: this.contestId, isShared });
    this.setData(
      result.ok
        ? { isBusy: false, done: isShared ? SHARED_TEXT : UNSHARED_TEXT }
        : { isBusy: false, problem: errorText(result, shareErrors) },
    );
    if (result.ok) await this.load();
  },

  onCallOffTap(event: Tap) {
    if (isSecondTap(event)) return;
    const keptAs = `call-off-contest:${this.contestId}`;
    this.setData({ isAsking: true, keptAs, problem: '', done: '' });
  },
  onSheetClosed() {
    this.setData({ isAsking: false });
  },
  async onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const { reason } = event.detail;
    const result = await call(callOffContest, { contestId: this.contestId, reason });
    if (result.ok) dropWords(this.data.keptAs);
    const problem = result.ok ? '' : errorText(result, CALL_OFF_ERRORS);
    this.setData({ isBusy: false, problem, isAsking: !result.ok });
    await this.load();
  },
});
