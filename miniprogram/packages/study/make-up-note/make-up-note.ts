import { makeUp, noteMakeUp } from '../../../../contract/study/make-up';
import { onDelivered, sendOrKeep, type Delivered } from '../../../api/outbox';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { isClockKnown, nowMs } from '../../../state/clock';
import { goBack } from '../../../state/go-back';
import { pageStyle } from '../../../state/page-style';
import { shown } from '../../../state/shown';
import { handWordsOver } from '../../../state/words-for-note';
import { errorText } from '../../../text/errors';
import { noteMakeUpErrors } from '../../../text/make-up-errors';
import { wordsIn, wordsKept } from '../answers-kept';
import { dropProgress, noteProgress, progressOf } from '../make-up-progress';
import { overText } from '../made-up.view';
import type { MakeUp } from '../make-up-quiz/make-up-quiz.view';
import { opening, toView } from './make-up-note.view';

Page({
  data: { pageStyle, view: opening, isBusy: false, problem: '' },
  studyId: '',
  output: undefined as MakeUp | undefined,
  text: '',
  /** When these words were handed in first: a repetition after the end still counts. */
  decidedAtMs: undefined as number | undefined,
  /** Whether it has been heard what became of words that waited: what is remembered is older. */
  isOutdated: false,
  stopListening: undefined as (() => void) | undefined,

  onLoad(query: { studyId?: string }) {
    this.studyId = query.studyId ?? '';
    this.text = progressOf(this.studyId).note;
    this.stopListening = onDelivered((delivered) => this.hear(delivered));
    void this.load();
  },
  onUnload() {
    this.stopListening?.();
  },

  async load() {
    const input = { studyId: this.studyId };
    const kept = this.isOutdated ? undefined : remembered(makeUp, input);
    // A term may have been put off since; while it lasts nothing else is of interest here.
    const isFresh = kept !== undefined && overText(kept.output, nowMs()) === '';
    const state = isFresh ? shown(kept) : shown(kept, await fetchAndRemember(makeUp, input));
    if (state.kind !== 'known') {
      this.setData({ view: state });
      return;
    }
    this.output = state.output;
    if (state.output.doneAtMs !== null) dropProgress(this.studyId);
    this.show(null);
  },
  show(minutes: number | null) {
    if (this.output === undefined) return;
    const atMs = this.decidedAtMs ?? nowMs();
    const state = { text: this.text, kept: wordsKept(this.studyId), minutes, atMs };
    this.setData({ view: toView(this.output, state) });
  },
  /** Words that were refused stay in the field. */
  hear(delivered: readonly Delivered[]) {
    const own = delivered.find(({ waiting }) => wordsIn(waiting, this.studyId) !== undefined);
    if (own === undefined) return;
    const problem = own.result.ok ? '' : errorText(own.result, noteMakeUpErrors);
    this.isOutdated = true;
    this.decidedAtMs = undefined;
    this.setData({ problem });
    void this.load();
  },

  onChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.text = event.detail.value;
    this.decidedAtMs = undefined;
    noteProgress(this.studyId, { note: this.text });
    this.show(null);
  },

  async onHandInTap() {
    const { output } = this;
    if (output === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    if (isClockKnown()) this.decidedAtMs ??= nowMs();
    const decided = this.decidedAtMs === undefined ? {} : { decidedAtMs: this.decidedAtMs };
    const input = { studyId: this.studyId, text: this.text, ...decided };
    const result = await sendOrKeep(noteMakeUp, input, output.study.topic);
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, noteMakeUpErrors) });
      return;
    }
    // What waits can still be refused: until then the words stay where they were written.
    if (result.ok === true) dropProgress(this.studyId);
    this.show(result.ok === true ? result.output.minutes : null);
  },
  /** As a note of the study, which has no end. */
  onAsNoteTap() {
    const { output } = this;
    if (output === undefined) return;
    handWordsOver(this.text);
    noteProgress(this.studyId, { note: '' });
    const topic = encodeURIComponent(output.study.topic);
    const query = `studyId=${this.studyId}&topic=${topic}&words=1`;
    void wx.redirectTo({ url: `/packages/note/write/write?${query}` });
  },
  onFinishTap() {
    void goBack(this, 'studies');
  },
});
