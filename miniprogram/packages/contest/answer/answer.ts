import { contest } from '../../../../contract/content/contest';
import { answersTogether } from '../../../../domain/content/contest/contest';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { goBack } from '../../../state/go-back';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { answerErrors } from '../contest-words.view';
import type { Contest } from '../contest/contest.view';
import { isForGood, keepAnswer, keptAnswers, sendAnswers } from '../kept-answers';
import {
  afterReply,
  chosenAfter,
  firstOpen,
  handInQuestion,
  NOT_OPEN_TEXT,
  opening,
  toView,
  WAITS_TEXT,
  type AnswerState,
} from './answer.view';

type NetworkStatus = Partial<WechatMiniprogram.OnNetworkStatusChangeListenerResult> & object;

Page({
  data: { pageStyle, view: opening, isBusy: false, problem: '', isOver: false },
  contestId: '',
  state: undefined as AnswerState | undefined,
  isSending: false,
  onNetwork: undefined as ((status: NetworkStatus) => void) | undefined,

  onLoad({ contestId = '' }: { contestId?: string }) {
    this.contestId = contestId;
    this.onNetwork = ({ isConnected = true }) => {
      if (isConnected) void this.send();
    };
    wx.onNetworkStatusChange(this.onNetwork);
    void this.load();
  },
  /** Answers lie in the phone: another day brings nothing but other words for the end. */
  onShow() {
    const redraw = () => {
      if (this.state) this.show(this.state);
    };
    followClock(this, { redraw, reload: redraw });
  },
  onUnload() {
    if (this.onNetwork) wx.offNetworkStatusChange(this.onNetwork);
    void this.send();
  },

  async load() {
    const input = { contestId: this.contestId };
    const kept = remembered(contest, input);
    const state = shown(kept, await fetchAndRemember(contest, input));
    if (state.kind !== 'known') this.setData({ view: state });
    else this.start(state.output);
  },
  start(output: Contest) {
    if (output.questions.length === 0 || output.result !== null) {
      this.setData({ view: { kind: 'not-yours', text: NOT_OPEN_TEXT } });
      return;
    }
    const answers = answersTogether(output.answers, keptAnswers(this.contestId));
    const index = firstOpen(output.questions, answers);
    this.show({ contest: output, answers, index, waiting: 0 });
    void this.send();
  },
  show(state: AnswerState) {
    this.state = state;
    this.setData({ view: toView(state, nowMs()) });
  },

  onOptionTap(event: WechatMiniprogram.BaseEvent<object, { optionId: string }>) {
    const { state } = this;
    const question = state?.contest.questions[state.index];
    if (state === undefined || question === undefined || this.data.isBusy || this.data.isOver)
      return;
    const { questionId } = question;
    const before = state.answers.find((each) => each.questionId === questionId);
    const chosen = chosenAfter(
      question,
      before?.chosen ?? [],
      event.currentTarget.dataset.optionId,
    );
    // An answer that names nothing is none: the one before stands.
    if (chosen.length === 0) return;
    const answer = {
      questionId,
      chosen: [...chosen],
      atMs: Math.max(nowMs(), (before?.atMs ?? 0) + 1),
    };
    keepAnswer(this.contestId, answer);
    this.setData({ problem: '' });
    this.show({ ...state, answers: answersTogether(state.answers, [answer]) });
  },

  onBackTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.state) this.turnTo(this.state, this.state.index - 1);
  },
  onNextTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { state } = this;
    if (state === undefined || this.data.isBusy) return;
    if (this.data.isOver) void goBack(this, 'today');
    else if (state.index === state.contest.questions.length - 1) void this.handIn(state);
    else this.turnTo(state, state.index + 1);
  },
  turnTo(state: AnswerState, index: number) {
    this.show({ ...state, index });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    void this.send();
  },

  /** One after the other: what is answered while one goes out goes with the next. */
  async send() {
    if (this.isSending || keptAnswers(this.contestId).length === 0) return;
    this.isSending = true;
    const result = await sendAnswers(this.contestId, false);
    this.isSending = false;
    this.told(result);
  },
  told(result: Awaited<ReturnType<typeof sendAnswers>>) {
    if (this.state === undefined) return;
    const state = result.ok ? afterReply(this.state, result.output) : this.state;
    // With another phone, or by the end.
    if (result.ok && result.output.result !== null) {
      this.setData({ problem: answerErrors['handed-in'], isOver: true });
    }
    const isAway = !result.ok && (result.code === 'offline' || result.code === 'timeout');
    if (!result.ok && !isAway) {
      this.setData({
        problem: errorText(result, answerErrors),
        isOver: isForGood(result.code),
      });
    }
    this.show({ ...state, waiting: isAway ? keptAnswers(this.contestId).length : 0 });
  },

  async handIn(state: AnswerState) {
    if (!(await confirmed(this, handInQuestion(state)))) return;
    this.setData({ isBusy: true, problem: '' });
    const result = await sendAnswers(this.contestId, true);
    this.setData({ isBusy: false });
    if (result.ok) {
      await goBack(this, 'today');
      return;
    }
    this.told(result);
    if (result.code === 'offline' || result.code === 'timeout')
      this.setData({ problem: WAITS_TEXT });
  },
});
