import { appealItem, handInSummary, mySheet } from '../../../../contract/star/assessment';
import { monthBeside } from '../../../../domain/time/local-day';
import { cleanWords } from '../../../../domain/words/clean-words';
import { call } from '../../../api/client';
import { mayBeLost } from '../../../api/may-be-lost';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { dropWords, keepWords, keptWords } from '../../../state/kept-words';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { errorText } from '../../../text/errors';
import { appealItemErrors, handInSummaryErrors } from '../../../text/sheet-errors';
import { orMonthFault } from '../../../text/month-fault';
import { DONE_TEXT, NOT_KEPT_TEXT, opening, toView, unknownSheet } from './sheet.view';
import { dropSummary, keepSummary, readSummary } from './summary-draft';
import { MOST_WORDS, noWords, overOf, wordsOf } from './summary.view';

/** Under which an appeal is kept that is being typed, and which item it is about. */
const appealIn = (month: string): string => `appeal:${month}`;
const itemOf = (appeal: string): string => `${appeal}:item`;

/** The own sheet of a month: what counts and why, one's own words, and appeals. */
Page({
  data: {
    pageStyle,
    view: opening,
    words: noWords,
    mostWords: MOST_WORDS,
    isBusy: false,
    problem: '',
    done: '',
    isAppealing: false,
    appealing: '',
    keptAs: '',
    /** An appeal that was typed and can be sent no more. */
    unsent: '',
    canTurnToNewest: false,
    sheetProblem: '',
  },
  /** '': the newest. */
  month: '',
  state: unknownSheet,
  /** Whose item is appealed against on the sheet. */
  appealMonth: '',
  /** Of what is being done: pressing again after a lost answer does it once. */
  deedId: '',

  onLoad({ month = '' }: { month?: string }) {
    this.month = month;
    this.deedId = newRequestId();
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  question() {
    return this.month === '' ? {} : { month: this.month };
  },
  load() {
    return readAgain(this, mySheet);
  },
  show(state: typeof unknownSheet) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    const view = toView(this.state, this.month, nowMs());
    const isOver = view.kind === 'content' && view.appealable.length === 0;
    this.setData({
      view: orMonthFault(view, this.month, nowMs()),
      unsent: isOver ? keptWords(appealIn(this.sheet()?.month ?? '')) : '',
      canTurnToNewest: this.month !== '',
    });
    this.redrawWords();
  },
  sheet() {
    return this.state.kind === 'known' ? this.state.output.sheet : null;
  },
  redrawWords() {
    const sheet = this.sheet();
    const words = sheet === null ? noWords : wordsOf(sheet, readSummary(sheet.month), nowMs());
    this.setData({ words });
  },

  turn(step: -1 | 1) {
    const sheet = this.sheet();
    if (sheet === null || this.state.kind !== 'known') return;
    const earlier = this.state.output.earlierMonth ?? monthBeside(sheet.month, -1);
    this.month = step < 0 ? earlier : monthBeside(sheet.month, 1);
    this.setData({ problem: '', done: '' });
    this.show(unknownSheet);
    void this.load();
  },
  onEarlierTap() {
    this.turn(-1);
  },
  onLaterTap() {
    this.turn(1);
  },
  onNewestTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.month = '';
    this.show(unknownSheet);
    void this.load();
  },
  onProofTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    const { page } = event.currentTarget.dataset;
    if (page !== '') void wx.navigateTo({ url: page });
  },

  onWordsChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const sheet = this.sheet();
    const { value: text } = event.detail;
    if (sheet === null || text === this.data.words.text) return;
    const over = overOf(sheet, readSummary(sheet.month));
    const draft = { text, savedAtMs: nowMs(), over };
    const isKept = keepSummary(sheet.month, draft);
    const words = wordsOf(sheet, draft, nowMs());
    this.setData({
      words: isKept ? words : { ...words, saved: '' },
      problem: isKept ? '' : NOT_KEPT_TEXT,
    });
  },
  async onHandInTap(event: Tap) {
    if (isSecondTap(event)) return;
    const sheet = this.sheet();
    const { text: typed } = this.data.words;
    const text = cleanWords(typed);
    if (sheet === null || this.data.isBusy || text === '') return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const { month } = sheet;
    const over = overOf(sheet, readSummary(month));
    const result = await call(handInSummary, { month, deedId: this.deedId, text, over });
    if (result.ok) {
      this.deedId = newRequestId();
      // What was typed on meanwhile is not handed in.
      if (cleanWords(readSummary(month)?.text ?? '') === text) dropSummary(month);
    }
    this.setData({
      isBusy: false,
      problem: result.ok ? '' : errorText(result, handInSummaryErrors),
      done: result.ok ? DONE_TEXT.summary : '',
    });
    await this.load();
    if (!result.ok && result.code === 'changed-meanwhile') this.standBeside(typed, month);
  },
  /** Of another phone's words and one's own both stand there: pressed once more, these take the place of those. */
  standBeside(typed: string, month: string) {
    const sheet = this.sheet();
    if (sheet?.month !== month) return;
    const text = readSummary(month)?.text ?? typed;
    keepSummary(month, { text, savedAtMs: nowMs(), over: sheet.summary?.deedId ?? null });
    this.redrawWords();
  },

  onAppealTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { view } = this.data;
    if (view.kind !== 'content') return;
    this.appealMonth = this.sheet()?.month ?? '';
    const keptAs = appealIn(this.appealMonth);
    const before = keptWords(itemOf(keptAs));
    const { itemId = '' } =
      view.appealable.find((each) => each.itemId === before) ?? view.appealable[0] ?? {};
    this.setData({ isAppealing: true, keptAs, sheetProblem: '' });
    this.pick(itemId);
  },
  onItemPicked(event: WechatMiniprogram.BaseEvent<object, { itemId: string }>) {
    this.pick(event.currentTarget.dataset.itemId);
  },
  /** The words are about it, also when they are gone on with later. */
  pick(itemId: string) {
    keepWords(itemOf(this.data.keptAs), itemId);
    this.setData({ appealing: itemId });
  },
  onAppealClosed() {
    this.setData({ isAppealing: false });
  },
  async onAppealGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { appealMonth: month } = this;
    const { appealing: itemId, isBusy } = this.data;
    if (isBusy || itemId === '') return;
    this.setData({ isBusy: true, sheetProblem: '', done: '' });
    const text = event.detail.reason;
    const result = await call(appealItem, { month, itemId, appealId: this.deedId, text });
    // What got no answer is asked for again under its id.
    if (result.ok || !mayBeLost(result.code)) this.deedId = newRequestId();
    const keptAs = appealIn(month);
    if (result.ok) [keptAs, itemOf(keptAs)].forEach(dropWords);
    this.setData({
      isBusy: false,
      isAppealing: !result.ok,
      sheetProblem: result.ok ? '' : errorText(result, appealItemErrors),
      done: result.ok ? DONE_TEXT.appeal : '',
    });
    await this.load();
  },
});
