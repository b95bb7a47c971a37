import { answerDataAsk, dataAsks } from '../../../../contract/people/data-asks';
import type { DataOutcome } from '../../../../domain/people/data-ask';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { showInPieces } from '../../../state/in-pieces';
import { dropWords } from '../../../state/kept-words';
import { cursorAfter, nextPage } from '../../../state/next-page';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import {
  ANSWER_ERRORS,
  ANSWER_NOTE,
  ANSWERED_TEXT,
  firstState,
  noAnswer,
  noMorePages,
  opening,
  toPills,
  toView,
  unknownAsks,
  type AskState,
} from './data-asks.view';

type ChoiceTap = WechatMiniprogram.BaseEvent<
  object,
  { askId: string; outcome: DataOutcome; text: string }
>;

/** What members ask about what is stored of them, for the officer who answers it. */
Page({
  data: {
    pageStyle,
    view: opening,
    pills: toPills(firstState),
    answerNote: ANSWER_NOTE,
    isOpen: false,
    keptAs: '',
    isBusy: false,
    isLoadingMore: false,
    sheetTitle: '',
    problem: '',
    done: '',
  },
  branch: pageBranch(),
  chosen: firstState,
  state: unknownAsks,
  more: noMorePages,
  answering: noAnswer,

  onLoad({ branchId }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
  },
  onShow() {
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  onStateTap(event: WechatMiniprogram.BaseEvent<object, { state: AskState }>) {
    this.chosen = event.currentTarget.dataset.state;
    this.setData({ pills: toPills(this.chosen), done: '' });
    void this.load();
  },
  async load() {
    const { chosen } = this;
    const result = await call(dataAsks, { ...this.branch, state: chosen });
    if (chosen !== this.chosen) return;
    this.state = shown(undefined, result);
    this.more = noMorePages;
    this.redraw();
  },
  redraw() {
    showInPieces(this, 'view', toView(this.state, this.more, this.chosen));
  },
  async onOlderTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { chosen } = this;
    const page = await nextPage(
      this,
      () => cursorAfter(this.state, this.more),
      (cursor) => call(dataAsks, { ...this.branch, state: chosen, cursor }),
    );
    if (page === undefined) return;
    this.more = [...this.more, page];
    this.redraw();
  },

  onMemberTap(event: WechatMiniprogram.BaseEvent<object, { memberId: string }>) {
    if (isSecondTap(event)) return;
    const { memberId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/branch-office/member/member?memberId=${memberId}` });
  },
  onChoiceTap(event: ChoiceTap) {
    if (isSecondTap(event)) return;
    const { askId, outcome, text } = event.currentTarget.dataset;
    this.answering = { askId, outcome, requestId: newRequestId() };
    const keptAs = `answer-data-ask:${askId}:${outcome}`;
    this.setData({ isOpen: true, sheetTitle: text, keptAs, problem: '', done: '' });
  },
  onSheetClosed() {
    this.setData({ isOpen: false });
  },
  async onAnswered(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const { requestId, ...answering } = this.answering;
    const input = { ...this.branch, ...answering, words: event.detail.reason };
    const result = await call(answerDataAsk, input, requestId);
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, ANSWER_ERRORS) });
      return;
    }
    dropWords(this.data.keptAs);
    this.setData({ isOpen: false, done: ANSWERED_TEXT });
    await this.load();
  },
});
