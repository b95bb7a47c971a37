import { myReview } from '../../../../contract/star/reviews';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap } from '../../../state/second-tap';
import { opening, thisYear, toView, unknownReview } from './review.view';

/** The own months of a year, and the grade that the branch has decided on. */
Page({
  data: { pageStyle, view: opening },
  year: 0,
  state: unknownReview,

  onLoad({ year }: { year?: string }) {
    this.year = year === undefined ? thisYear(nowMs()) : Number(year);
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
    return { year: this.year };
  },
  load() {
    return readAgain(this, myReview);
  },
  show(state: typeof unknownReview) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    this.setData({ view: toView(this.state, nowMs()) });
  },
  turn(step: -1 | 1) {
    this.year += step;
    this.show(unknownReview);
    void this.load();
  },
  onEarlierTap() {
    this.turn(-1);
  },
  onLaterTap() {
    this.turn(1);
  },
  onMonthTap(event: WechatMiniprogram.BaseEvent<object, { month: string }>) {
    if (isSecondTap(event)) return;
    const { month } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/star/sheet/sheet?month=${month}` });
  },
});
