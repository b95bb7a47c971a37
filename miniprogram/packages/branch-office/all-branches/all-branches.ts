import { officeDashboard } from '../../../../contract/branch/dashboard';
import { dayOfInstant, monthOf } from '../../../../domain/time/local-day';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { monthPills, noPills } from '../month-pills.view';
import { opening, toView, unknownBranches } from './all-branches.view';

Page({
  data: { pageStyle, view: opening, pills: noPills },
  month: '',
  state: unknownBranches,

  onLoad() {
    this.month = monthOf(dayOfInstant(nowMs()));
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  onMonthTap(event: WechatMiniprogram.BaseEvent<object, { month: string }>) {
    this.month = event.currentTarget.dataset.month;
    void this.load();
  },
  onBranchTap(event: WechatMiniprogram.BaseEvent<object, { branchId: string }>) {
    if (isSecondTap(event)) return;
    const query = `branchId=${event.currentTarget.dataset.branchId}&month=${this.month}`;
    void wx.navigateTo({ url: `/packages/branch-office/dashboard/dashboard?${query}` });
  },
  onNotReachedTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/notice-office/all-not-reached/all-not-reached' });
  },

  async load() {
    const { month } = this;
    const kept = remembered(officeDashboard, { month });
    this.state = shown(kept);
    this.redraw();
    const result = await fetchAndRemember(officeDashboard, { month });
    // Another month may have been picked meanwhile.
    if (month !== this.month) return;
    this.state = shown(kept, result);
    this.redraw();
  },
  redraw() {
    this.setData({ view: toView(this.state, nowMs()), pills: monthPills(this.month, nowMs()) });
  },
});
