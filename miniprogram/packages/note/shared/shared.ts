import { sharedNotes } from '../../../../contract/note/reviewing';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { nextPage } from '../../../state/next-page';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import type { Shown } from '../../../state/shown';
import {
  toCrewPills,
  opening,
  toSharedRows,
  toSharedView,
  unknownNotes,
  type CrewPill,
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
    pills: [] as readonly CrewPill[],
    crewName: '',
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

  question() {
    const { crewName } = this.data;
    return { ...this.branch, ...(crewName !== '' && { crewName }) };
  },
  onCrewPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ crewName: event.detail.value });
    this.show(unknownNotes);
    void this.load();
  },
  load() {
    return readAgain(this, sharedNotes);
  },
  show(state: Shown<SharedPage>) {
    this.state = state;
    this.nextCursor = state.kind === 'known' ? state.output.nextCursor : null;
    const parts = state.kind === 'known' ? [toSharedRows(state.output, nowMs())] : [];
    this.setData({ view: toSharedView(state, this.nextCursor, nowMs()), parts });
    if (state.kind === 'known')
      this.setData({ pills: toCrewPills(state.output, this.data.crewName) });
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { state } = this;
    const page = await nextPage(
      this,
      () => this.nextCursor,
      (cursor) => call(sharedNotes, { ...this.question(), cursor }),
    );
    if (page === undefined) return;
    this.nextCursor = page.nextCursor;
    this.setData({
      view: toSharedView(state, this.nextCursor, nowMs()),
      [`parts[${this.data.parts.length}]`]: toSharedRows(page, nowMs()),
    });
  },
  onNoteTap(event: WechatMiniprogram.BaseEvent<object, { noteId: string }>) {
    if (isSecondTap(event)) return;
    const { noteId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/note/open/open?noteId=${noteId}` });
  },
});
