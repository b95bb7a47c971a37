import { myAttendance } from '../../../../contract/study/mine';
import { dayOfInstant, monthBeside, monthOf } from '../../../../domain/time/local-day';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { monthText } from '../../../text/when';
import { mayHaveClosed, opening, toView, unknownAttendance } from './attendance.view';

Page({
  data: { pageStyle, monthText: '', hasNext: false, view: opening },
  month: '',
  state: unknownAttendance,

  onLoad() {
    this.show(monthOf(dayOfInstant(nowMs())));
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => this.show(this.month) });
    if (this.state.kind !== 'loading') void this.load();
  },
  onEarlierTap() {
    this.show(monthBeside(this.month, -1));
  },
  onLaterTap() {
    if (this.data.hasNext) this.show(monthBeside(this.month, 1));
  },
  onEntryTap(event: WechatMiniprogram.BaseEvent<object, { studyId: string }>) {
    if (isSecondTap(event)) return;
    const { studyId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/study/detail/detail?studyId=${studyId}` });
  },

  show(month: string) {
    const today = dayOfInstant(nowMs());
    this.month = month;
    this.setData({ monthText: monthText(month, today), hasNext: month < monthOf(today) });
    void this.load();
  },

  async load() {
    const { month } = this;
    const kept = remembered(myAttendance, { month });
    this.state = shown(kept);
    this.setData({ view: toView(this.state, nowMs()) });
    const result = await fetchAndRemember(myAttendance, { month });
    // Another month may have been picked meanwhile.
    if (month !== this.month) return;
    this.state = shown(kept, result);
    this.setData({ view: toView(this.state, nowMs()) });
  },
  /** What closed meanwhile counts from then on, which the server sums up. */
  redraw() {
    if (mayHaveClosed(this.state, nowMs())) void this.load();
  },
});
