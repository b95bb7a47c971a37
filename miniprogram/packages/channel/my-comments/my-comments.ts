import { myComments } from '../../../../contract/content/comments';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { cursorAfter, nextPage } from '../../../state/next-page';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { TAKE_BACK_QUESTION, TAKEN_BACK_TEXT } from '../comment-words.view';
import { takeBack, writeAgain, type Said } from '../own-comment';
import { noMorePages, opening, toView, unknownComments } from './my-comments.view';

Page({
  data: { pageStyle, view: opening, isBusy: false, isLoadingMore: false, problem: '', done: '' },
  state: unknownComments,
  more: noMorePages,

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
    return readAgain(this, myComments);
  },
  show(state: typeof unknownComments) {
    this.state = state;
    this.more = noMorePages;
    this.redraw();
  },
  redraw() {
    showInPieces(this, 'view', toView(this.state, this.more, nowMs()));
  },
  pages() {
    return this.state.kind === 'known' ? [this.state.output, ...this.more] : [];
  },
  async onMoreTap() {
    const cursor = () => cursorAfter(this.state, this.more);
    const page = await nextPage(this, cursor, (at) => call(myComments, { cursor: at }));
    if (page === undefined) return;
    this.more = [...this.more, page];
    this.redraw();
  },
  onAgainTap(event: WechatMiniprogram.BaseEvent<object, Said>) {
    const { commentId } = event.currentTarget.dataset;
    const comments = this.pages().flatMap((page) => page.comments);
    const found = comments.find((comment) => comment.commentId === commentId);
    if (found !== undefined) writeAgain(found.itemId, found);
  },
  async onTakeBackTap(event: WechatMiniprogram.BaseEvent<object, Said>) {
    const said = event.currentTarget.dataset;
    if (this.data.isBusy || !(await confirmed(this, TAKE_BACK_QUESTION))) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const problem = await takeBack(said);
    this.setData({ isBusy: false, problem, done: problem === '' ? TAKEN_BACK_TEXT : '' });
    await this.load();
  },
});
