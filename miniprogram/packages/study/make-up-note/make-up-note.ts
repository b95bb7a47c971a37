import { makeUp, noteMakeUp } from '../../../../contract/study/make-up';
import { call } from '../../../api/client';
import { mayBeLost } from '../../../api/may-be-lost';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { newRequestId } from '../../../api/request-id';
import { isClockKnown, nowMs } from '../../../state/clock';
import { goBack } from '../../../state/go-back';
import { pageStyle } from '../../../state/page-style';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { noteMakeUpErrors } from '../../../text/make-up-errors';
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
  requestId: '',

  onLoad(query: { studyId?: string }) {
    this.studyId = query.studyId ?? '';
    this.requestId = newRequestId();
    this.text = progressOf(this.studyId).note;
    void this.load();
  },

  async load() {
    const input = { studyId: this.studyId };
    const kept = remembered(makeUp, input);
    // A term may have been put off since; while it lasts nothing else is of interest here.
    const isFresh = kept !== undefined && overText(kept.output, nowMs()) === '';
    const state = isFresh ? shown(kept) : shown(kept, await fetchAndRemember(makeUp, input));
    if (state.kind !== 'known') {
      this.setData({ view: state });
      return;
    }
    this.output = state.output;
    this.show(null);
  },
  show(minutes: number | null) {
    if (this.output !== undefined) {
      const atMs = this.decidedAtMs ?? nowMs();
      this.setData({ view: toView(this.output, this.text, minutes, atMs) });
    }
  },

  onChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.text = event.detail.value;
    this.decidedAtMs = undefined;
    noteProgress(this.studyId, { note: this.text });
    this.show(null);
  },

  async onHandInTap() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    if (isClockKnown()) this.decidedAtMs ??= nowMs();
    const decided = this.decidedAtMs === undefined ? {} : { decidedAtMs: this.decidedAtMs };
    const input = { studyId: this.studyId, text: this.text, ...decided };
    const result = await call(noteMakeUp, input, this.requestId);
    this.setData({ isBusy: false });
    if (!result.ok) {
      if (!mayBeLost(result.code)) this.requestId = newRequestId();
      this.setData({ problem: errorText(result, noteMakeUpErrors) });
      return;
    }
    dropProgress(this.studyId);
    this.show(result.output.minutes);
  },
  onFinishTap() {
    void goBack(this, 'studies');
  },
});
