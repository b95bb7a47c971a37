import { mySuggestions } from '../../../../contract/content/raising';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { knownMe } from '../../../state/me';
import { cursorAfter, nextPage } from '../../../state/next-page';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { keptForms } from '../kept-forms';
import { onSuggestionsChanged } from '../sender';
import {
  answersOf,
  FOOT,
  noMorePages,
  noWaiting,
  opening,
  toView,
  toWaiting,
  unknownSuggestions,
} from './mine.view';

/** What the person has raised, and the way to raise more; for a secretary the queue of the office. */
Page({
  data: {
    pageStyle,
    view: opening,
    waiting: noWaiting,
    foot: FOOT,
    canAnswer: false,
    isLoadingMore: false,
  },
  state: unknownSuggestions,
  more: noMorePages,

  stopListening: undefined as (() => void) | undefined,

  onLoad() {
    this.stopListening = onSuggestionsChanged(() => void this.load());
  },
  onUnload() {
    this.stopListening?.();
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
    return {};
  },
  load() {
    return readAgain(this, mySuggestions);
  },
  show(state: typeof unknownSuggestions) {
    this.state = state;
    this.more = noMorePages;
    this.redraw();
  },
  redraw() {
    this.setData({ waiting: toWaiting(keptForms()), canAnswer: answersOf(knownMe()) });
    showInPieces(this, 'view', toView(this.state, this.more, nowMs()));
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const cursor = () => cursorAfter(this.state, this.more);
    const page = await nextPage(this, cursor, (at) => call(mySuggestions, { cursor: at }));
    if (page === undefined) return;
    this.more = [...this.more, page];
    this.redraw();
  },
  onWriteTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/suggest/write/write' });
  },
  onWaitingTap(event: WechatMiniprogram.BaseEvent<object, { suggestionId: string }>) {
    if (isSecondTap(event)) return;
    const { suggestionId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/suggest/write/write?suggestionId=${suggestionId}` });
  },
  onQueueTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/suggest/queue/queue' });
  },
  onRowTap(event: WechatMiniprogram.BaseEvent<object, { suggestionId: string }>) {
    if (isSecondTap(event)) return;
    const { suggestionId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/suggest/open/open?suggestionId=${suggestionId}` });
  },
});
