import { myComments } from '../../../../contract/content/comments';
import { call } from '../../../api/client';
import { onDelivered } from '../../../api/outbox';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { cursorAfter, nextPage } from '../../../state/next-page';
import { pageStyle } from '../../../state/page-style';
import { copy } from '../../../state/phone-refusal';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { notCopiedText } from '../../../text/phone-refusal';
import { dropCommentDraft, leftDrafts } from '../comment-draft';
import { TAKE_BACK_QUESTION, TAKEN_BACK_TEXT } from '../comment-words.view';
import { takeBack, writeAgain, type Said } from '../own-comment';
import {
  noMorePages,
  noneLeft,
  opening,
  THROW_QUESTION,
  THROWN_TEXT,
  toLeft,
  toView,
  unknownComments,
  type LeftRow,
} from './my-comments.view';

type LeftTap = WechatMiniprogram.BaseEvent<object, { about: string }>;

Page({
  data: {
    pageStyle,
    view: opening,
    /** What is on this phone and was not taken. docs/rules.md#R-335 */
    left: noneLeft,
    isBusy: false,
    isLoadingMore: false,
    problem: '',
    done: '',
  },
  state: unknownComments,
  more: noMorePages,
  stopListening: undefined as (() => void) | undefined,

  onLoad() {
    this.stopListening = onDelivered(() => void this.load());
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
    return readAgain(this, myComments);
  },
  show(state: typeof unknownComments) {
    this.state = state;
    this.more = noMorePages;
    this.redraw();
  },
  redraw() {
    const left = toLeft(leftDrafts(this.pages()));
    this.setData({ left });
    showInPieces(this, 'view', toView(this.state, this.more, nowMs(), left.length > 0));
  },
  pages() {
    return this.state.kind === 'known' ? [this.state.output, ...this.more] : [];
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const cursor = () => cursorAfter(this.state, this.more);
    const page = await nextPage(this, cursor, (at) => call(myComments, { cursor: at }));
    if (page === undefined) return;
    this.more = [...this.more, page];
    this.redraw();
  },
  onAgainTap(event: WechatMiniprogram.BaseEvent<object, Said>) {
    if (isSecondTap(event)) return;
    const { commentId } = event.currentTarget.dataset;
    const comments = this.pages().flatMap((page) => page.comments);
    const found = comments.find((comment) => comment.commentId === commentId);
    if (found !== undefined) writeAgain(found.itemId, found.itemTitle, found);
  },
  leftOf(event: LeftTap): LeftRow | undefined {
    const { about } = event.currentTarget.dataset;
    return this.data.left.find((row) => row.about === about);
  },
  async onCopyTap(event: LeftTap) {
    if (isSecondTap(event)) return;
    const refusal = await copy(this.leftOf(event)?.text ?? '');
    this.setData({ problem: refusal === undefined ? '' : notCopiedText(refusal), done: '' });
  },
  onGoOnTap(event: LeftTap) {
    if (isSecondTap(event)) return;
    const row = this.leftOf(event);
    if (row !== undefined) void wx.navigateTo({ url: row.url });
  },
  async onThrowTap(event: LeftTap) {
    if (isSecondTap(event)) return;
    const row = this.leftOf(event);
    if (row === undefined || !(await confirmed(this, THROW_QUESTION))) return;
    dropCommentDraft(row.about);
    this.setData({ problem: '', done: THROWN_TEXT });
    this.redraw();
  },
  async onTakeBackTap(event: WechatMiniprogram.BaseEvent<object, Said>) {
    if (isSecondTap(event)) return;
    const said = event.currentTarget.dataset;
    if (this.data.isBusy || !(await confirmed(this, TAKE_BACK_QUESTION))) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const problem = await takeBack(said);
    this.setData({ isBusy: false, problem, done: problem === '' ? TAKEN_BACK_TEXT : '' });
    await this.load();
  },
});
