import { answerMakeUp, makeUp } from '../../../../contract/study/make-up';
import { onDelivered, sendOrKeep } from '../../../api/outbox';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { isClockKnown, nowMs } from '../../../state/clock';
import { goBack } from '../../../state/go-back';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { answerMakeUpErrors } from '../../../text/make-up-errors';
import { answersKept } from '../answers-kept';
import { endProgress, noteProgress, progressOf } from '../make-up-progress';
import {
  materialOf,
  openAgain,
  opening,
  queueOf,
  toView,
  type MakeUp,
  type QuizState,
} from './make-up-quiz.view';

Page({
  data: { pageStyle, view: opening, isBusy: false, problem: '' },
  studyId: '',
  state: undefined as QuizState | undefined,
  stopListening: undefined as (() => void) | undefined,

  onLoad(query: { studyId?: string }) {
    this.studyId = query.studyId ?? '';
    // What was kept says more once it has come: the page begins anew unless a question is open.
    this.stopListening = onDelivered(() => {
      if (this.state === undefined || this.state.queue.length === 0) void this.load();
    });
    void this.load();
  },
  onUnload() {
    this.stopListening?.();
  },

  async load() {
    const input = { studyId: this.studyId };
    const kept = remembered(makeUp, input);
    const state = shown(kept, await fetchAndRemember(makeUp, input));
    if (state.kind === 'known') this.start(state.output);
    else this.setData({ view: state });
  },
  start(output: MakeUp) {
    const { right, doneAtMs, minutes } = output;
    const { missed, marked } = progressOf(this.studyId);
    const queue = openAgain(queueOf(output, answersKept(this.studyId), missed), marked);
    const isDone = doneAtMs !== null;
    this.show({
      makeUp: output,
      queue,
      right,
      isTurned: missed.includes(queue[0] ?? ''),
      chosen: queue[0] === marked?.questionId ? (marked?.optionIds ?? []) : [],
      outcome: null,
      minutes: isDone ? minutes : null,
    });
  },
  show(state: QuizState) {
    this.state = state;
    this.setData({ view: toView(state, nowMs()), problem: '' });
  },

  onOptionTap(event: WechatMiniprogram.BaseEvent<object, { optionId: string }>) {
    const { state } = this;
    if (state === undefined || state.outcome !== null || this.data.isBusy) return;
    const { optionId } = event.currentTarget.dataset;
    const isSeveral = this.data.view.kind === 'content' && this.data.view.isSeveral;
    const others = isSeveral ? state.chosen.filter((id) => id !== optionId) : [];
    const isOff = isSeveral && state.chosen.includes(optionId);
    const chosen = isOff ? others : [...others, optionId];
    const [questionId] = state.queue;
    if (questionId !== undefined) {
      noteProgress(this.studyId, { marked: { questionId, optionIds: chosen } });
    }
    this.show({ ...state, chosen });
  },

  onActionTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { state } = this;
    if (state === undefined) return;
    if (state.outcome === null) void this.answer(state);
    else this.goOn(state);
  },

  async answer(state: QuizState) {
    const [questionId] = state.queue;
    if (questionId === undefined || state.chosen.length === 0 || this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const decided = isClockKnown() ? { decidedAtMs: nowMs() } : {};
    const input = { studyId: this.studyId, questionId, chosen: [...state.chosen], ...decided };
    const result = await sendOrKeep(answerMakeUp, input, state.makeUp.study.topic);
    this.setData({ isBusy: false });
    if (result.ok) noteProgress(this.studyId, { marked: null });
    if (result.ok === 'kept') {
      this.show({ ...state, outcome: { kind: 'kept', waitsFor: result.waitsFor } });
      return;
    }
    if (!result.ok) {
      this.setData({ problem: errorText(result, answerMakeUpErrors) });
      return;
    }
    const { isRight, right, doneAtMs, minutes } = result.output;
    const { missed } = progressOf(this.studyId);
    const others = missed.filter((id) => id !== questionId);
    noteProgress(this.studyId, { missed: isRight ? others : [...others, questionId] });
    this.show({
      ...state,
      right,
      outcome: { kind: 'heard', ...result.output },
      minutes: null,
    });
    if (doneAtMs !== null) this.finished = minutes;
  },
  /** What it earned, once the last answer was right: told after why that was so. */
  finished: null as number | null,

  goOn(state: QuizState) {
    const [questionId = '', ...rest] = state.queue;
    if (this.finished !== null) {
      endProgress(this.studyId, '');
      this.show({ ...state, minutes: this.finished });
      return;
    }
    const isWrong = state.outcome?.kind === 'heard' && !state.outcome.isRight;
    const queue = isWrong ? [...rest, questionId] : rest;
    const { missed } = progressOf(this.studyId);
    const isTurned = missed.includes(queue[0] ?? '');
    this.show({ ...state, queue, isTurned, chosen: [], outcome: null });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  /** The quiz stays below it as it is. */
  onMaterialTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { state, studyId } = this;
    if (state === undefined) return;
    const pieceId = materialOf(state.makeUp, progressOf(studyId).at);
    void wx.navigateTo({
      url: `/packages/study/make-up-piece/make-up-piece?studyId=${studyId}&pieceId=${pieceId}`,
    });
  },

  onFinishTap(event: Tap) {
    if (isSecondTap(event)) return;
    void goBack(this, 'studies');
  },
});
