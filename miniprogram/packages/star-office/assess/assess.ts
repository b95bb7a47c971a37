import {
  answerAppeal,
  markItem,
  markRest,
  memberSheet,
  settleSheet,
} from '../../../../contract/star/assessment';
import { MOST_CHARACTERS } from '../../../../contract/limits';
import { addDays, dayOfInstant, localDay, type LocalDay } from '../../../../domain/time/local-day';
import { monthInterval } from '../../../../domain/time/month-interval';
import { cleanWords } from '../../../../domain/words/clean-words';
import { call, type Failure, type Success } from '../../../api/client';
import { mayBeLost } from '../../../api/may-be-lost';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { dropWords, keepWords, keptWords } from '../../../state/kept-words';
import { knownMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import {
  answerAppealErrors,
  markItemErrors,
  markRestErrors,
  settleSheetErrors,
} from '../../../text/sheet-errors';
import { fullDayText } from '../../../text/when';
import { nothingUnsent, unsentOf, type Outcome } from './appeal.view';
import {
  DONE_TEXT,
  missingText,
  NO_DAY_TEXT,
  noOutcome,
  opening,
  toView,
  unknownSheet,
} from './assess.view';
import { formOf, noForm, recordChosen, withPoints, withTheirs } from './mark-form.view';
import { tooLongText } from '../../../text/too-long';

/** Under which what is typed is kept: why a mark differs, and the answer to an appeal. */
const reasonOf = (sheetId: string, itemId: string): string => `mark:${sheetId}:${itemId}`;
const evidenceOf = (sheetId: string, itemId: string): string => `evidence:${sheetId}:${itemId}`;
const answerTo = (appealId: string): string => `answer:${appealId}`;

/** Somebody's sheet: marks with reasons, answers to appeals, settling. */
Page({
  data: {
    pageStyle,
    view: opening,
    opened: '',
    outcome: noOutcome,
    answer: '',
    unsent: nothingUnsent,
    mostReason: MOST_CHARACTERS.reason,
    mostEvidence: MOST_CHARACTERS.title,
    form: noForm,
    reason: '',
    evidence: '',
    recordIndex: 0,
    day: '',
    dayText: NO_DAY_TEXT,
    fromDay: '',
    toDay: '',
    isBusy: false,
    problem: '',
    /** Why what stands here could not be read anew; ''. */
    unread: '',
    done: '',
  },
  sheetId: '',
  state: unknownSheet,
  /** For which appeal the outcome and the words are. */
  answering: '',
  /** What that appeal is about. */
  answeringName: '',
  /** Of what is being done: pressing again after a lost answer does it once. */
  deedId: '',

  onLoad({ sheetId = '' }: { sheetId?: string }) {
    this.sheetId = sheetId;
    this.deedId = newRequestId();
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async load() {
    const { sheetId } = this;
    const state = shown(undefined, await call(memberSheet, { sheetId }));
    // What is being typed stands there, whatever the network does. docs/rules.md#R-351
    const isKept = state.kind === 'error' && this.state.kind === 'known';
    this.setData({ unread: isKept ? state.text : '' });
    if (!isKept) this.state = state;
    this.redraw();
  },
  redraw() {
    const view = toView(this.state, knownMe()?.memberId ?? '', nowMs());
    this.setData({ view });
    if (view.kind !== 'content') return;
    void wx.setNavigationBarTitle({ title: view.navigation });
    const { answering } = view;
    if (answering === this.answering) return;
    // What was written for one appeal answers no other, and stays to be copied.
    const unsent = unsentOf(this.answeringName, this.data.answer) ?? this.data.unsent;
    this.answering = answering;
    this.answeringName = view.appeals.find(({ appealId }) => appealId === answering)?.name ?? '';
    const answer = answering === '' ? '' : keptWords(answerTo(answering));
    this.setData({ answer, outcome: noOutcome, unsent });
  },

  onItemTap(event: WechatMiniprogram.BaseEvent<object, { itemId: string }>) {
    if (isSecondTap(event)) return;
    const { itemId } = event.currentTarget.dataset;
    this.setData({ opened: this.data.opened === itemId ? '' : itemId });
  },
  onLineTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    const { page: url } = event.currentTarget.dataset;
    if (url !== '') void wx.navigateTo({ url });
  },
  onMarkTap(event: WechatMiniprogram.BaseEvent<object, { itemId: string }>) {
    if (isSecondTap(event)) return;
    if (this.state.kind !== 'known') return;
    const { sheet } = this.state.output;
    const { startAtMs, endAtMs } = monthInterval(sheet.month);
    const { itemId } = event.currentTarget.dataset;
    this.setData({
      form: formOf(sheet, itemId),
      reason: keptWords(reasonOf(this.sheetId, itemId)),
      evidence: keptWords(evidenceOf(this.sheetId, itemId)),
      recordIndex: 0,
      day: '',
      dayText: NO_DAY_TEXT,
      fromDay: dayOfInstant(startAtMs),
      toDay: addDays(dayOfInstant(endAtMs), -1),
      problem: '',
      done: '',
    });
  },
  onFormClosed(event: Tap) {
    if (isSecondTap(event)) return;
    if (!this.data.isBusy) this.setData({ form: noForm });
  },
  onStepTap(event: WechatMiniprogram.BaseEvent<object, { step: number }>) {
    const { form } = this.data;
    this.setData({ form: withPoints(form, form.points + event.currentTarget.dataset.step) });
  },
  onBandTap(event: WechatMiniprogram.BaseEvent<object, { points: number }>) {
    this.setData({ form: withPoints(this.data.form, event.currentTarget.dataset.points) });
  },
  onReasonChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    keepWords(reasonOf(this.sheetId, this.data.form.itemId), value);
    this.setData({ reason: value });
  },
  onEvidenceInput(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    keepWords(evidenceOf(this.sheetId, this.data.form.itemId), value);
    this.setData({ evidence: value });
  },
  onRecordPicked(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
    this.setData({ recordIndex: event.detail.value });
  },
  onDayPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const day = localDay(event.detail.value);
    this.setData({ day, dayText: fullDayText(day, dayOfInstant(nowMs())) });
  },
  onMarkGiven(event: Tap) {
    if (isSecondTap(event)) return;
    const problem =
      tooLongText(this.data.reason, MOST_CHARACTERS.reason) ||
      tooLongText(this.data.evidence, this.data.mostEvidence);
    if (problem !== '') {
      this.setData({ problem });
      return;
    }
    const { form, evidence, day, recordIndex } = this.data;
    const words = (text: string) => (cleanWords(text) === '' ? null : cleanWords(text));
    const mark = {
      sheetId: this.sheetId,
      itemId: form.itemId,
      markId: this.deedId,
      points: form.points,
      reason: words(this.data.reason),
      evidence: words(evidence),
      ...recordChosen(form, recordIndex),
      aboutDay: day === '' ? null : (day as LocalDay),
      over: form.over,
    };
    void this.carry(DONE_TEXT.marked, markItemErrors, () => call(markItem, mark), {
      after: { form: noForm },
      keptAs: [reasonOf(this.sheetId, form.itemId), evidenceOf(this.sheetId, form.itemId)],
    });
  },
  onRestTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { sheetId, deedId } = this;
    void this.carry(DONE_TEXT.rest, markRestErrors, () => call(markRest, { sheetId, deedId }));
  },
  onSettleTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { sheetId, deedId } = this;
    void this.carry(DONE_TEXT.settled, settleSheetErrors, () =>
      call(settleSheet, { sheetId, deedId }),
    );
  },

  onOutcomePicked(event: WechatMiniprogram.CustomEvent<{ value: Outcome }>) {
    this.setData({ outcome: event.detail.value, problem: '' });
  },
  onAnswerChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    keepWords(answerTo(this.answering), value);
    this.setData({ answer: value });
  },
  onAnswerTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { outcome } = this.data;
    const reason = cleanWords(this.data.answer);
    const problem = missingText(outcome, reason);
    if (outcome === '' || problem !== '') {
      this.setData({ problem });
      return;
    }
    const { sheetId, deedId, answering: appealId } = this;
    const given = { sheetId, appealId, deedId, outcome, reason };
    void this.carry(DONE_TEXT.answered, answerAppealErrors, () => call(answerAppeal, given), {
      after: { answer: '', outcome: noOutcome },
      keptAs: [answerTo(appealId)],
    });
  },

  /** Does it, says what came of it, puts away what was typed for it, and shows the sheet as it is then. */
  async carry(
    said: string,
    texts: Readonly<Record<string, string>>,
    work: () => Promise<Success<unknown> | Failure>,
    {
      after = {},
      keptAs = [],
    }: { readonly after?: object; readonly keptAs?: readonly string[] } = {},
  ) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await work();
    if (result.ok) keptAs.forEach(dropWords);
    this.setData({
      isBusy: false,
      problem: result.ok ? '' : errorText(result, texts),
      done: result.ok ? said : '',
      ...(result.ok && after),
    });
    // What got no answer is asked for again under its id.
    if (result.ok || !mayBeLost(result.code)) this.deedId = newRequestId();
    await this.load();
    // Somebody else was first: what they have marked stands in the open sheet, in front of which nothing else is seen.
    if (!result.ok && result.code === 'changed-meanwhile' && this.state.kind === 'known') {
      this.setData({ form: withTheirs(this.data.form, this.state.output.sheet) });
    }
  },
});
