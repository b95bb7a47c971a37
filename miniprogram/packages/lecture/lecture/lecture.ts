import { callOffContest } from '../../../../contract/content/contest-writing';
import { relieveJudge } from '../../../../contract/content/lecture-writing';
import {
  lectureContest,
  shareLecture,
  withdrawLecture,
} from '../../../../contract/content/lectures';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { dropWords } from '../../../state/kept-words';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { errorText } from '../../../text/errors';
import { openSource } from '../open-source';
import {
  CALL_OFF_SHEET,
  callOffErrors,
  hasTurned,
  NOBODY,
  opening,
  RELIEVED_TEXT,
  relieveErrors,
  relieveSheet,
  SHARED_TEXT,
  shareErrors,
  toView,
  unknownContest,
  UNSHARED_TEXT,
  WITHDRAWN_TEXT,
  withdrawErrors,
  withdrawQuestion,
} from './lecture.view';

type JudgeTap = WechatMiniprogram.BaseEvent<object, { memberId: string; name: string }>;

Page({
  data: {
    pageStyle,
    view: opening,
    sheet: relieveSheet('', NOBODY),
    instead: 0,
    isAsking: false,
    keptAs: '',
    isBusy: false,
    problem: '',
    done: '',
  },
  contestId: '',
  /** Who is to judge no more; '': it is the contest that is called off. */
  judgeId: '',
  /** Who judges instead, as the sheet names them; null: nobody. */
  insteadId: null as string | null,
  state: unknownContest,

  onLoad({ contestId = '' }: { contestId?: string }) {
    this.contestId = contestId;
  },
  onShow() {
    followClock(this, { redraw: () => this.turn(), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  question() {
    return { contestId: this.contestId };
  },
  load() {
    return readAgain(this, lectureContest);
  },
  show(state: typeof unknownContest) {
    this.state = state;
    this.redraw();
  },
  turn() {
    if (this.state.kind === 'known' && hasTurned(this.state.output, nowMs())) void this.load();
    else this.redraw();
  },
  redraw() {
    this.setData({ view: toView(this.state, nowMs()) });
  },

  onEnterTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.setData({ problem: '', done: '' });
    void wx.navigateTo({ url: `/packages/lecture/enter/enter?contestId=${this.contestId}` });
  },
  onJudgeTap(event: WechatMiniprogram.BaseEvent<object, { lectureId: string }>) {
    if (isSecondTap(event)) return;
    const { lectureId } = event.currentTarget.dataset;
    const query = `contestId=${this.contestId}&lectureId=${lectureId}`;
    void wx.navigateTo({ url: `/packages/lecture/mark/mark?${query}` });
  },
  async onSourceTap(event: Tap) {
    if (isSecondTap(event)) return;
    const source = this.state.kind === 'known' ? (this.state.output.mine?.source ?? null) : null;
    await openSource(source);
  },
  async onShareTap(event: Tap) {
    if (isSecondTap(event)) return;
    const mine = this.state.kind === 'known' ? this.state.output.mine : null;
    if (mine === null || this.data.isBusy) return;
    const isShared = !mine.isShared;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(shareLecture, { contestId: this.contestId, isShared });
    this.setData({
      isBusy: false,
      ...(result.ok
        ? { done: isShared ? SHARED_TEXT : UNSHARED_TEXT }
        : { problem: errorText(result, shareErrors) }),
    });
    await this.load();
  },
  async onWithdrawTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy || !(await confirmed(this, withdrawQuestion))) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(withdrawLecture, { contestId: this.contestId });
    this.setData({
      isBusy: false,
      ...(result.ok ? { done: WITHDRAWN_TEXT } : { problem: errorText(result, withdrawErrors) }),
    });
    await this.load();
  },

  onInsteadPicked(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
    this.setData({ instead: event.detail.value });
  },
  onRelieveTap(event: JudgeTap) {
    if (isSecondTap(event)) return;
    const { memberId, name } = event.currentTarget.dataset;
    const { view, instead } = this.data;
    const other = view.kind === 'content' ? (view.instead[instead] ?? NOBODY) : NOBODY;
    this.judgeId = memberId;
    const people = this.state.kind === 'known' ? this.state.output.instead : [];
    this.insteadId = people[instead - 1]?.memberId ?? null;
    const keptAs = `relieve-judge:${this.contestId}:${memberId}`;
    const sheet = relieveSheet(name, other);
    this.setData({ sheet, keptAs, isAsking: true, problem: '', done: '' });
  },
  onCallOffTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.judgeId = '';
    const keptAs = `call-off-contest:${this.contestId}`;
    this.setData({ sheet: CALL_OFF_SHEET, keptAs, isAsking: true, problem: '', done: '' });
  },
  onSheetClosed() {
    this.setData({ isAsking: false });
  },
  async onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    if (this.data.isBusy) return;
    const { reason } = event.detail;
    this.setData({ isBusy: true, problem: '' });
    const problem =
      this.judgeId === '' ? await this.callOff(reason) : await this.relieve(this.judgeId, reason);
    if (problem === '') dropWords(this.data.keptAs);
    this.setData({ isBusy: false, problem, isAsking: problem !== '' });
    await this.load();
  },
  async callOff(reason: string): Promise<string> {
    const result = await call(callOffContest, { contestId: this.contestId, reason });
    return result.ok ? '' : errorText(result, callOffErrors);
  },
  async relieve(judgeId: string, reason: string): Promise<string> {
    const { contestId, insteadId } = this;
    const result = await call(relieveJudge, { contestId, judgeId, reason, insteadId });
    if (!result.ok) return errorText(result, relieveErrors);
    this.setData({ done: RELIEVED_TEXT, instead: 0 });
    return '';
  },
});
