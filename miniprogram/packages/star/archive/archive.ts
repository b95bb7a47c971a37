import { starArchive } from '../../../../contract/star/after';
import { dayOfInstant } from '../../../../domain/time/local-day';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { opening, toView, unknownArchive } from './archive.view';

/** The stars of a branch, year by year. */
Page({
  data: { pageStyle, view: opening, hasLater: false },
  branch: pageBranch(),
  year: 0,
  state: unknownArchive,

  onLoad({ branchId = '', year = '' }: { branchId?: string; year?: string }) {
    this.branch = pageBranch(branchId);
    this.year = Number(year === '' ? this.thisYear() : year);
    void this.load();
  },
  thisYear(): number {
    return Number(dayOfInstant(nowMs()).slice(0, 4));
  },
  async load() {
    const { year } = this;
    const input = { ...this.branch, year };
    const kept = remembered(starArchive, input);
    this.show(shown(kept));
    const result = await fetchAndRemember(starArchive, input);
    if (year === this.year) this.show(shown(kept, result));
  },
  show(state: typeof unknownArchive) {
    this.state = state;
    const hasLater = this.year < this.thisYear();
    this.setData({ view: toView(state, this.year, nowMs()), hasLater });
  },
  turn(step: -1 | 1) {
    this.year += step;
    void this.load();
  },
  onEarlierTap() {
    this.turn(-1);
  },
  onLaterTap() {
    if (this.data.hasLater) this.turn(1);
  },
  onMonthTap(event: WechatMiniprogram.BaseEvent<object, { month: string; branchId?: string }>) {
    if (isSecondTap(event)) return;
    const { month, branchId = this.branch.branchId ?? '' } = event.currentTarget.dataset;
    const query = `branchId=${branchId}&month=${month}`;
    void wx.navigateTo({ url: `/packages/star/outcome/outcome?${query}` });
  },
});
