import { channelItem } from '../../../../contract/content/channel-reading';
import { CHANNEL_NAME } from '../../../../contract/content/channel.text';
import { itemComments } from '../../../../contract/content/comments';
import { call } from '../../../api/client';
import { keptWrites, onDelivered } from '../../../api/outbox';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { dropWords } from '../../../state/kept-words';
import { nextPage } from '../../../state/next-page';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { openMaterial } from '../../study/open-material';
import { isCommentWaiting, settledDraft } from '../comment-draft';
import { TAKE_BACK_QUESTION, TAKEN_BACK_TEXT, TAKEN_DOWN_TEXT } from '../comment-words.view';
import { openWriting, takeBack, takeDown, writeAgain, type Said } from '../own-comment';
import { noComments, noPages, TAKE_DOWN_SHEET, toItemComments } from './item-comments.view';
import { COPIED_TEXT, NOT_COPIED_TEXT, opening, toItemView, unknownItem } from './item.view';

type SaidTap = WechatMiniprogram.BaseEvent<object, Said>;

Page({
  data: {
    pageStyle,
    view: opening,
    comments: noComments,
    /** Words to it are on this phone that were not taken: it leads to them where it is gone itself. */
    hasLeft: false,
    sheet: TAKE_DOWN_SHEET,
    isAsking: false,
    keptAs: '',
    isBusy: false,
    isLoadingMore: false,
    problem: '',
    done: '',
  },
  itemId: '',
  state: unknownItem,
  pages: noPages,
  taken: undefined as Said | undefined,
  stopListening: undefined as (() => void) | undefined,

  onLoad({ itemId = '' }: { itemId?: string }) {
    this.itemId = itemId;
    this.stopListening = onDelivered(() => void this.load());
  },
  onUnload() {
    this.stopListening?.();
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  /** Not remembered: addresses of pictures end, and it may have been withdrawn. */
  async load() {
    const { itemId } = this;
    this.state = shown(undefined, await call(channelItem, { itemId }));
    if (this.state.kind === 'known') {
      const title = CHANNEL_NAME[this.state.output.item.channel];
      void wx.setNavigationBarTitle({ title });
    }
    this.pages = this.state.kind === 'known' ? [this.state.output.comments ?? []].flat() : [];
    this.redraw();
  },
  redraw() {
    const draft = settledDraft(this.itemId, this.pages);
    const waitsFor = isCommentWaiting(draft) ? keptWrites().waitsFor : null;
    const begun = { waitsFor, hasDraft: draft.text !== '' };
    const hasLeft = draft.text !== '' && waitsFor === null;
    this.setData({ view: toItemView(this.state, nowMs()), hasLeft });
    showInPieces(this, 'comments', toItemComments(this.pages, begun, nowMs()));
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { itemId } = this;
    const cursor = () => this.pages.at(-1)?.nextCursor ?? null;
    const next = await nextPage(this, cursor, (at) => call(itemComments, { itemId, cursor: at }));
    if (next === undefined) return;
    this.pages = [...this.pages, next.page];
    this.redraw();
  },
  title(): string {
    return this.state.kind === 'known' ? this.state.output.item.title : '';
  },
  onWriteTap(event: Tap) {
    if (isSecondTap(event)) return;
    openWriting(this.itemId, this.title());
  },
  onMineTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/channel/my-comments/my-comments' });
  },
  onAgainTap(event: SaidTap) {
    if (isSecondTap(event)) return;
    const { commentId } = event.currentTarget.dataset;
    const comments = this.pages.flatMap((page) => page.comments);
    const found = comments.find((comment) => comment.commentId === commentId);
    if (found !== undefined) writeAgain(this.itemId, this.title(), found);
  },
  async onTakeBackTap(event: SaidTap) {
    if (isSecondTap(event)) return;
    const said = event.currentTarget.dataset;
    if (this.data.isBusy || !(await confirmed(this, TAKE_BACK_QUESTION))) return;
    await this.carry(() => takeBack(said), TAKEN_BACK_TEXT);
  },
  onTakeDownTap(event: SaidTap) {
    if (isSecondTap(event)) return;
    this.taken = event.currentTarget.dataset;
    const { commentId, answerId } = this.taken;
    const keptAs = `take-down-comment:${commentId}:${answerId}`;
    this.setData({ isAsking: true, keptAs, problem: '', done: '' });
  },
  onSheetClosed() {
    this.setData({ isAsking: false });
  },
  async onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { taken } = this;
    if (taken === undefined || this.data.isBusy) return;
    await this.carry(() => takeDown(taken, event.detail.reason), TAKEN_DOWN_TEXT, this.data.keptAs);
  },
  /** Does it, says what came of it, and shows the item as it is then. */
  async carry(work: () => Promise<string>, doneText: string, keptAs = '') {
    this.setData({ isBusy: true, problem: '', done: '' });
    const problem = await work();
    if (problem === '' && keptAs !== '') dropWords(keptAs);
    this.setData({
      isBusy: false,
      problem,
      ...(problem === '' && { done: doneText, isAsking: false }),
    });
    await this.load();
  },

  onPictureTap(event: WechatMiniprogram.BaseEvent<object, { src: string }>) {
    if (isSecondTap(event)) return;
    if (this.data.view.kind !== 'content') return;
    const urls = this.data.view.pictures.map(({ src }) => src);
    void wx.previewImage({ urls, current: event.currentTarget.dataset.src });
  },
  onDeskTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/channel-office/check/check?itemId=${this.itemId}` });
  },
  onDocumentTap(event: Tap) {
    if (isSecondTap(event)) return;
    const id =
      this.state.kind === 'known' ? this.state.output.item.document?.documentId : undefined;
    if (id === undefined) return;
    void wx.navigateTo({ url: `/packages/library/document/document?documentId=${id}` });
  },
  async onArticleTap(event: Tap) {
    if (isSecondTap(event)) return;
    const link = this.state.kind === 'known' ? this.state.output.item.link : null;
    if (link === null) return;
    const how = await openMaterial(link);
    if (how === 'opened') return;
    const title = how === 'copied' ? COPIED_TEXT : NOT_COPIED_TEXT;
    await wx.showToast({ title, icon: 'none' });
  },
});
