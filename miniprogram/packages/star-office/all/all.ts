import { officeStars } from '../../../../contract/star/after';
import { monthBeside } from '../../../../domain/time/local-day';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap } from '../../../state/second-tap';
import { opening, toView, unknownStars } from './all.view';

/** Where the month of every branch stands. */
Page({
  data: { pageStyle, view: opening },
  /** '': the one that the server thinks of. */
  month: '',
  state: unknownStars,

  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  question() {
    return this.month === '' ? {} : { month: this.month };
  },
  load() {
    return readAgain(this, officeStars);
  },
  show(state: typeof unknownStars) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    this.setData({ view: toView(this.state, nowMs()) });
  },
  turn(step: -1 | 1) {
    if (this.state.kind !== 'known') return;
    this.month = monthBeside(this.state.output.month, step);
    this.show(unknownStars);
    void this.load();
  },
  onEarlierTap() {
    this.turn(-1);
  },
  onLaterTap() {
    this.turn(1);
  },
  onBranchTap(event: WechatMiniprogram.BaseEvent<object, { branchId: string }>) {
    if (isSecondTap(event)) return;
    if (this.state.kind !== 'known') return;
    const { branchId } = event.currentTarget.dataset;
    const query = `branchId=${branchId}&month=${this.state.output.month}`;
    void wx.navigateTo({ url: `/packages/star/month/month?${query}` });
  },
});
