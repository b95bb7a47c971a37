import { starMonth } from '../../../../contract/star/month';
import { monthBeside } from '../../../../domain/time/local-day';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { knownMe } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { orMonthFault } from '../../../text/month-fault';
import { assessmentDoors, type Door } from './doors.view';
import { opening, toView, unknownMonth } from './month.view';
import { queryOf } from './steps.view';

/** The star of a month: each step a line that opens its page. */
Page({
  data: { pageStyle, view: opening, doors: [] as readonly Door[] },
  branch: pageBranch(),
  /** '': the one that the server thinks of. */
  month: '',
  state: unknownMonth,

  onLoad({ branchId = '', month = '' }: { branchId?: string; month?: string }) {
    this.branch = pageBranch(branchId);
    this.month = month;
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
    return { ...this.branch, ...(this.month !== '' && { month: this.month }) };
  },
  load() {
    return readAgain(this, starMonth);
  },
  show(state: typeof unknownMonth) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    const { branchId = '' } = this.branch;
    const doors = assessmentDoors(knownMe(), branchId === '' ? '' : `?branchId=${branchId}`);
    const view = toView(this.state, knownMe(), nowMs());
    this.setData({ doors, view: orMonthFault(view, this.month, nowMs()) });
  },

  turn(step: -1 | 1) {
    if (this.state.kind !== 'known') return;
    this.month = monthBeside(this.state.output.month, step);
    this.show(unknownMonth);
    void this.load();
  },
  onEarlierTap() {
    this.turn(-1);
  },
  onLaterTap() {
    this.turn(1);
  },
  onStepTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    const { page } = event.currentTarget.dataset;
    if (page !== '') void wx.navigateTo({ url: page });
  },
  onPlanTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.state.kind !== 'known') return;
    void wx.navigateTo({ url: `/packages/star-office/plan/plan${queryOf(this.state.output)}` });
  },
});
