import { officeNotReached } from '../../../../contract/branch/not-reached';
import type { NotReachedDays } from '../../../../domain/notice/not-reached';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { daysPills, firstDays } from '../not-reached.view';
import { opening, toAllView, unknownAll } from './all-not-reached.view';

Page({
  data: { pageStyle, view: opening, pills: daysPills(firstDays) },
  days: firstDays,
  state: unknownAll,

  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  onDaysTap(event: WechatMiniprogram.BaseEvent<object, { days: NotReachedDays }>) {
    this.days = event.currentTarget.dataset.days;
    this.setData({ pills: daysPills(this.days) });
    void this.load();
  },
  onBranchTap(event: WechatMiniprogram.BaseEvent<object, { branchId: string }>) {
    if (isSecondTap(event)) return;
    const query = `branchId=${event.currentTarget.dataset.branchId}&days=${this.days}`;
    void wx.navigateTo({ url: `/packages/notice-office/not-reached/not-reached?${query}` });
  },

  async load() {
    const { days } = this;
    const kept = remembered(officeNotReached, { days });
    this.state = shown(kept);
    this.redraw();
    const result = await fetchAndRemember(officeNotReached, { days });
    // Another number of days may have been picked meanwhile.
    if (days !== this.days) return;
    this.state = shown(kept, result);
    this.redraw();
  },
  redraw() {
    this.setData({ view: toAllView(this.state, this.days, nowMs()) });
  },
});
