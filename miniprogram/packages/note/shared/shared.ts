import { sharedNotes } from '../../../../contract/note/reviewing';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { shown, type Shown } from '../../../state/shown';
import {
  NO_MORE_CAME,
  opening,
  toSharedRows,
  toSharedView,
  unknownNotes,
  type SharedPage,
  type SharedRow,
} from './shared.view';

Page({
  data: {
    pageStyle,
    view: opening,
    /** A list for each page: one that is there is not sent to the screen again. */
    parts: [] as readonly (readonly SharedRow[])[],
    isLoadingMore: false,
  },
  branch: pageBranch(),
  state: unknownNotes,
  nextCursor: null as string | null,

  onLoad({ branchId = '' }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
  },
  onShow() {
    const reload = () => void this.load();
    followClock(this, { redraw: () => undefined, reload });
    reload();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },

  async load() {
    const kept = remembered(sharedNotes, this.branch);
    if (this.state.kind === 'loading') this.show(shown(kept));
    this.show(shown(kept, await fetchAndRemember(sharedNotes, this.branch)));
  },
  show(state: Shown<SharedPage>) {
    this.state = state;
    this.nextCursor = state.kind === 'known' ? state.output.nextCursor : null;
    const parts = state.kind === 'known' ? [toSharedRows(state.output, nowMs())] : [];
    this.setData({ view: toSharedView(state, this.nextCursor, nowMs()), parts });
  },
  async onMoreTap() {
    const { state, nextCursor: cursor } = this;
    if (this.data.isLoadingMore || cursor === null) return;
    this.setData({ isLoadingMore: true });
    const result = await call(sharedNotes, { ...this.branch, cursor });
    this.setData({ isLoadingMore: false });
    if (!result.ok) {
      await wx.showToast({ title: NO_MORE_CAME, icon: 'none' });
      return;
    }
    this.nextCursor = result.output.nextCursor;
    this.setData({
      view: toSharedView(state, this.nextCursor, nowMs()),
      [`parts[${this.data.parts.length}]`]: toSharedRows(result.output, nowMs()),
    });
  },
  onNoteTap(event: WechatMiniprogram.BaseEvent<object, { noteId: string }>) {
    const { noteId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/note/open/open?noteId=${noteId}` });
  },
});
