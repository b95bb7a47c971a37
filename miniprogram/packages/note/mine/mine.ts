import { myNotes } from '../../../../contract/note/writing';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { cursorAfter, nextPage } from '../../../state/next-page';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { drafts } from '../note-draft';
import { onNotesChanged } from '../sender';
import {
  opening,
  TILES,
  toDraftRows,
  toMineRows,
  toMineView,
  unknownNotes,
  type DraftRow,
  type MineRow,
  type MyPage,
} from './mine.view';

type NoteTap = WechatMiniprogram.BaseEvent<object, { noteId: string }>;

Page({
  data: {
    pageStyle,
    tiles: TILES,
    view: opening,
    drafts: [] as readonly DraftRow[],
    /** A list for each page: one that is there is not sent to the screen again. */
    parts: [] as readonly (readonly MineRow[])[],
    isLoadingMore: false,
  },
  state: unknownNotes,
  more: [] as readonly MyPage[],
  stopListening: undefined as (() => void) | undefined,

  onLoad() {
    this.stopListening = onNotesChanged(() => {
      const before = this.data.drafts.length;
      this.showDrafts();
      if (this.data.drafts.length < before) void this.load();
    });
  },
  onUnload() {
    this.stopListening?.();
  },
  onShow() {
    followClock(this, { redraw: () => this.showDrafts(), reload: () => void this.load() });
    this.showDrafts();
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },

  showDrafts() {
    this.setData({ drafts: toDraftRows(drafts(), nowMs()) });
  },
  question() {
    return {};
  },
  load() {
    return readAgain(this, myNotes);
  },
  show(state: typeof unknownNotes) {
    this.state = state;
    this.more = [];
    const parts = state.kind === 'known' ? [toMineRows(state.output, nowMs())] : [];
    this.setData({ view: toMineView(state, [], nowMs()), parts });
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { state } = this;
    const page = await nextPage(
      this,
      () => cursorAfter(this.state, this.more),
      (cursor) => call(myNotes, { cursor }),
    );
    if (page === undefined) return;
    this.more = [...this.more, page];
    this.setData({
      view: toMineView(state, this.more, nowMs()),
      [`parts[${this.more.length}]`]: toMineRows(page, nowMs()),
    });
  },

  onTileTap(event: WechatMiniprogram.BaseEvent<object, { type: string }>) {
    if (isSecondTap(event)) return;
    const { type } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/note/write/write?type=${type}` });
  },
  onDraftTap(event: NoteTap) {
    if (isSecondTap(event)) return;
    const { noteId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/note/write/write?noteId=${noteId}` });
  },
  onResponsesTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/note/responses/responses' });
  },
  onNoteTap(event: NoteTap) {
    if (isSecondTap(event)) return;
    const { noteId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/note/open/open?noteId=${noteId}` });
  },
});
