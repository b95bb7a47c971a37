import {
  answerSuggestion,
  forwardSuggestion,
  suggestionOffices,
  takeSuggestion,
} from '../../../../contract/content/answering';
import {
  settleSuggestion,
  suggestionDetail,
  takeBackSuggestion,
} from '../../../../contract/content/raising';
import { SUGGESTION_LIMITS } from '../../../../domain/content/suggestion/suggestion';
import { dayOfInstant, localDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { goBack } from '../../../state/go-back';
import { dropWords } from '../../../state/kept-words';
import { lastKnown } from '../../../state/last-known';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { errorText } from '../../../text/errors';
import { fullDayText } from '../../../text/when';
import {
  ANSWER_ERRORS,
  FORWARD_ERRORS,
  SETTLE_ERRORS,
  TAKE_BACK_ERRORS,
  TAKE_ERRORS,
} from './errors.view';
import {
  COMMITTEE_CHOICE,
  opening,
  promiseDays,
  SHEETS,
  shownDetail,
  TAKE_BACK_QUESTION,
  toChoices,
  toOpenView,
  unknownDetail,
  type Detail,
  type OfficeChoice,
  type SheetKind,
} from './open.view';

type Picked = WechatMiniprogram.CustomEvent<{ value: string }>;

/** One suggestion with its thread, for whoever raised it and the offices that have or had it. */
Page({
  data: {
    pageStyle,
    mostWords: SUGGESTION_LIMITS.words,
    view: opening,
    sheet: SHEETS.none,
    keptAs: '',
    promise: promiseDays(0),
    choices: [] as readonly OfficeChoice[],
    choice: '',
    isBusy: false,
    problem: '',
    sheetProblem: '',
  },
  suggestionId: '',
  state: unknownDetail,
  known: undefined as Detail | undefined,
  /** Of what is being done, so that a retry is known again. */
  stepId: '',

  onLoad({ suggestionId = '' }: { suggestionId?: string }) {
    this.suggestionId = suggestionId;
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
    const { suggestionId } = this;
    this.state = shownDetail(await call(suggestionDetail, { suggestionId }));
    this.known = lastKnown(this.known, this.state);
    this.redraw();
  },
  redraw() {
    this.setData({ view: toOpenView(this.state, nowMs()) });
  },

  onPictureTap(event: WechatMiniprogram.BaseEvent<object, { src: string }>) {
    if (isSecondTap(event)) return;
    if (this.data.view.kind !== 'content') return;
    const urls = this.data.view.pictures.map(({ src }) => src).filter((src) => src !== '');
    void wx.previewImage({ urls, current: event.currentTarget.dataset.src });
  },
  async onSheetTap(event: WechatMiniprogram.BaseEvent<object, { sheet: SheetKind }>) {
    if (isSecondTap(event)) return;
    const { sheet } = event.currentTarget.dataset;
    const { suggestionId } = this;
    this.stepId = newRequestId();
    this.setData({ promise: promiseDays(nowMs()), problem: '', sheetProblem: '' });
    if (sheet === 'forward') {
      const result = await call(suggestionOffices, { suggestionId });
      if (!result.ok) {
        this.setData({ problem: errorText(result, {}) });
        return;
      }
      const choices = toChoices(result.output);
      this.setData({ choices, choice: choices[0]?.id ?? '' });
    }
    this.setData({ sheet: SHEETS[sheet], keptAs: `${sheet}-suggestion:${suggestionId}` });
  },
  onSheetClosed() {
    this.setData({ sheet: SHEETS.none });
  },
  onDayPicked(event: Picked) {
    const day = localDay(event.detail.value);
    const text = fullDayText(day, dayOfInstant(nowMs()));
    this.setData({ promise: { ...this.data.promise, day, text } });
  },
  onOfficePicked(event: Picked) {
    this.setData({ choice: event.detail.value });
  },
  async onWordsGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    await this.done((given) => this.send(event.detail.reason, given));
  },
  async onEnoughTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.stepId = newRequestId();
    await this.done(async (given) => {
      const result = await call(settleSuggestion, { ...given, missing: null });
      return result.ok ? DONE : refusal(result.code, errorText(result, SETTLE_ERRORS));
    });
  },
  async onTakeBackTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { suggestionId } = this;
    if (this.data.isBusy || !(await confirmed(this, TAKE_BACK_QUESTION))) return;
    this.setData({ isBusy: true, problem: '' });
    const result = await call(takeBackSuggestion, { suggestionId });
    this.setData({ isBusy: false });
    if (result.ok) await goBack(this, 'branch');
    else this.setData({ problem: errorText(result, TAKE_BACK_ERRORS) });
  },

  /** Does something to what is on the screen; `work` says what became of it. */
  async done(work: (given: Given) => Promise<Outcome>) {
    const { known, suggestionId, stepId } = this;
    if (this.data.isBusy || known === undefined) return;
    this.setData({ isBusy: true, problem: '', sheetProblem: '' });
    const { revision } = known.suggestion;
    const { problem, isOver } = await work({ suggestionId, stepId, revision });
    if (isOver) this.stepId = newRequestId();
    const isOpen = this.data.sheet.kind !== 'none';
    if (isOpen && problem === '') dropWords(this.data.keptAs);
    this.setData({
      isBusy: false,
      ...(isOpen ? { sheetProblem: problem } : { problem }),
      ...(problem === '' && { sheet: SHEETS.none }),
    });
    await this.load();
  },
  async send(text: string, given: Given): Promise<Outcome> {
    const { sheet, promise, choice } = this.data;
    switch (sheet.kind) {
      case 'take': {
        const promisedDay = localDay(promise.day);
        const result = await call(takeSuggestion, { ...given, text, promisedDay });
        return result.ok ? DONE : refusal(result.code, errorText(result, TAKE_ERRORS));
      }
      case 'answer': {
        const result = await call(answerSuggestion, { ...given, text });
        return result.ok ? DONE : refusal(result.code, errorText(result, ANSWER_ERRORS));
      }
      case 'forward': {
        const toBranchId = choice === COMMITTEE_CHOICE ? null : choice;
        const result = await call(forwardSuggestion, { ...given, text, toBranchId });
        return result.ok ? DONE : refusal(result.code, errorText(result, FORWARD_ERRORS));
      }
      case 'not-enough': {
        const result = await call(settleSuggestion, { ...given, missing: text });
        return result.ok ? DONE : refusal(result.code, errorText(result, SETTLE_ERRORS));
      }
      case 'none':
        return DONE;
    }
  },
});

interface Outcome {
  /** '' when it is done. */
  readonly problem: string;
  /** What is sent next is another deed, over what stands by then. docs/rules.md#R-287 */
  readonly isOver: boolean;
}

const DONE: Outcome = { problem: '', isOver: true };

const refusal = (code: string, problem: string): Outcome => ({
  problem,
  isOver: code === 'written-before' || code === 'changed-meanwhile',
});

interface Given {
  readonly suggestionId: string;
  readonly stepId: string;
  readonly revision: number;
}
