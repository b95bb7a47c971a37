import { contests } from '../../../../contract/content/contest';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { cursorAfter, nextPage } from '../../../state/next-page';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { noMorePages, opening, toView, unknownContests } from './list.view';

type RowTap = WechatMiniprogram.BaseEvent<object, { contestId: string; page: string }>;

Page({
  data: { pageStyle, view: opening, isLoadingMore: false },
  branch: pageBranch(),
  state: unknownContests,
  more: noMorePages,

  onLoad({ branchId }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
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
    return this.branch;
  },
  load() {
    return readAgain(this, contests);
  },
  show(state: typeof unknownContests) {
    this.state = state;
    this.more = noMorePages;
    this.redraw();
  },
  redraw() {
    showInPieces(this, 'view', toView(this.state, this.more, nowMs()));
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const cursor = () => cursorAfter(this.state, this.more);
    const page = await nextPage(this, cursor, (at) =>
      call(contests, { ...this.branch, cursor: at }),
    );
    if (page === undefined) return;
    this.more = [...this.more, page];
    this.redraw();
  },
  onWriteTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.write('contest-office/edit/edit');
  },
  onLecturesTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.write('lecture-office/edit/edit');
  },
  write(page: string) {
    const { branchId } = this.branch;
    const query = branchId === undefined ? '' : `?branchId=${branchId}`;
    void wx.navigateTo({ url: `/packages/${page}${query}` });
  },
  onRowTap(event: RowTap) {
    if (isSecondTap(event)) return;
    const { contestId, page } = event.currentTarget.dataset;
    const { branchId } = this.branch;
    const branch = branchId === undefined ? '' : `&branchId=${branchId}`;
    void wx.navigateTo({ url: `/packages/${page}?contestId=${contestId}${branch}` });
  },
});
