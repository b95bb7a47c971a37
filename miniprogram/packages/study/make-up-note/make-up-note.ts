import { MAKE_UP_NOTE } from '../../../../contract/study/make-up-shapes';
import { makeUp, noteMakeUp } from '../../../../contract/study/make-up';
import { onDelivered, sendOrKeep, type Delivered } from '../../../api/outbox';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { isClockKnown, nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { goBack } from '../../../state/go-back';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { noteMakeUpErrors } from '../../../text/make-up-errors';
import { wordsIn, wordsKept } from '../answers-kept';
import { endProgress, noteProgress, progressOf } from '../make-up-progress';
import { endOf } from '../made-up.view';
import type { MakeUp } from '../make-up-quiz/make-up-quiz.view';
import {
  NOT_KEPT_TEXT,
  NOT_OPENED_TEXT,
  opening,
  throwQuestion,
  toView,
} from './make-up-note.view';
import { tooLongText } from '../../../text/too-long';

/** Refusals after which nothing can be handed in here. */
const ENDED = new Set(['no-make-up', 'make-up-over', 'no-longer-needed']);

Page({
  data: { pageStyle, view: opening, isBusy: false, problem: '' },
  studyId: '',
  output: undefined as MakeUp | undefined,
  text: '',
  /** When these words were handed in first: a repetition after the end still counts. */
  decidedAtMs: undefined as number | undefined,
  /** Whether it has been heard what became of words: what is remembered is older. */
  isOutdated: false,
  stopListening: undefined as (() => void) | undefined,

  onLoad(query: { studyId?: string }) {
    this.studyId = query.studyId ?? '';
    const { note, problem = '' } = progressOf(this.studyId);
    this.text = note;
    this.stopListening = onDelivered((delivered) => this.hear(delivered));
    // Why they were not taken, where that was heard while this page was closed. docs/rules.md#R-346
    this.setData({ problem });
    void this.load();
  },
  onUnload() {
    this.stopListening?.();
  },

  async load() {
    const input = { studyId: this.studyId };
    const kept = this.isOutdated ? undefined : remembered(makeUp, input);
    // A term may have been put off since; while it lasts nothing else is of interest here.
    const isFresh = kept !== undefined && endOf(kept.output, nowMs()) === null;
    const state = isFresh ? shown(kept) : shown(kept, await fetchAndRemember(makeUp, input));
    if (state.kind !== 'known') {
      // Words that are on the screen stay there.
      if (this.output === undefined || this.text === '') this.setData({ view: state });
      else this.show(null);
      return;
    }
    this.output = state.output;
    const { doneAtMs, note } = state.output;
    if (doneAtMs !== null) endProgress(this.studyId, note?.text ?? '');
    this.show(null);
  },
  show(minutes: number | null) {
    if (this.output === undefined) return;
    const atMs = this.decidedAtMs ?? nowMs();
    const state = { text: this.text, kept: wordsKept(this.studyId), minutes, atMs };
    const view = toView(this.output, state);
    // Where it has ended, the page says so itself.
    this.setData({ view, ...(view.kind !== 'content' && { problem: '' }) });
  },
  /** Words that were refused stay in the field. */
  hear(delivered: readonly Delivered[]) {
    const own = delivered.find(({ waiting }) => wordsIn(waiting, this.studyId) !== undefined);
    if (own === undefined) return;
    const problem = own.result.ok ? '' : errorText(own.result, noteMakeUpErrors);
    if (own.result.ok) this.text = '';
    this.setData({ problem });
    void this.loadAnew();
  },
  async loadAnew() {
    this.isOutdated = true;
    this.decidedAtMs = undefined;
    await this.load();
  },

  onChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.text = event.detail.value;
    this.decidedAtMs = undefined;
    noteProgress(this.studyId, { note: this.text, problem: '' });
    this.show(null);
  },

  async onHandInTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { output } = this;
    if (output === undefined || this.data.isBusy) return;
    const tooLong = tooLongText(this.text, MAKE_UP_NOTE.most);
    if (tooLong !== '') {
      this.setData({ problem: tooLong });
      return;
    }
    this.setData({ isBusy: true, problem: '' });
    if (isClockKnown()) this.decidedAtMs ??= nowMs();
    const decided = this.decidedAtMs === undefined ? {} : { decidedAtMs: this.decidedAtMs };
    const input = { studyId: this.studyId, text: this.text, ...decided };
    const result = await sendOrKeep(noteMakeUp, input, output.study.topic);
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, noteMakeUpErrors) });
      if (ENDED.has(result.code)) await this.loadAnew();
      return;
    }
    // What waits can still be refused: until then the words stay where they were written.
    if (result.ok === true) endProgress(this.studyId, input.text);
    this.show(result.ok === true ? result.output.minutes : null);
  },
  /** As a note of the study, which has no end; the words stay here until the note has them. */
  async onAsNoteTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { output } = this;
    if (output === undefined) return;
    noteProgress(this.studyId, { note: this.text });
    if (progressOf(this.studyId).note !== this.text) {
      this.setData({ problem: NOT_KEPT_TEXT });
      return;
    }
    this.setData({ problem: '' });
    const topic = encodeURIComponent(output.study.topic);
    const query = `studyId=${this.studyId}&topic=${topic}&words=1`;
    try {
      await wx.redirectTo({ url: `/packages/note/write/write?${query}` });
    } catch {
      this.setData({ problem: NOT_OPENED_TEXT });
    }
  },
  async onThrowTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (!(await confirmed(this, throwQuestion))) return;
    this.text = '';
    noteProgress(this.studyId, { note: '' });
    this.setData({ problem: '' });
    this.show(null);
  },
  onFinishTap(event: Tap) {
    if (isSecondTap(event)) return;
    void goBack(this, 'studies');
  },
});
