import { channelCalendar } from '../../../../contract/content/channel-editing';
import type { ContentChannel } from '../../../../domain/content/channel/item';
import { addDays, type LocalDay } from '../../../../domain/time/local-day';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap } from '../../../state/second-tap';
import { firstChannel, opening, toCalendarView, unknownCalendar } from './calendar.view';

Page({
  data: { pageStyle, view: opening, channel: firstChannel },
  fromDay: undefined as LocalDay | undefined,
  state: unknownCalendar,

  onShow() {
    const reload = () => void this.load();
    followClock(this, { redraw: () => this.redraw(), reload });
    reload();
  },
  question() {
    return this.fromDay === undefined ? {} : { fromDay: this.fromDay };
  },
  load() {
    return readAgain(this, channelCalendar);
  },
  show(state: typeof unknownCalendar) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    showInPieces(this, 'view', toCalendarView(this.state, this.data.channel, nowMs()));
  },

  onEarlierTap() {
    this.turn(-7);
  },
  onLaterTap() {
    this.turn(7);
  },
  turn(days: number) {
    if (this.state.kind !== 'known') return;
    this.fromDay = addDays(this.state.output.fromDay, days);
    this.state = unknownCalendar;
    this.redraw();
    void this.load();
  },
  onChannelPicked(event: WechatMiniprogram.CustomEvent<{ value: ContentChannel }>) {
    this.setData({ channel: event.detail.value });
    this.redraw();
  },
  onDayTap(event: WechatMiniprogram.BaseEvent<object, { day: string; canPlan: boolean }>) {
    if (isSecondTap(event)) return;
    const { day, canPlan } = event.currentTarget.dataset;
    if (!canPlan) return;
    const query = `channel=${this.data.channel}&day=${day}`;
    void wx.navigateTo({ url: `/packages/channel-office/plan/plan?${query}` });
  },
  onDutyTap(event: WechatMiniprogram.BaseEvent<object, { day: string }>) {
    if (isSecondTap(event)) return;
    const query = `channel=${this.data.channel}&day=${event.currentTarget.dataset.day}`;
    void wx.navigateTo({ url: `/packages/channel-office/duty/duty?${query}` });
  },
  onItemTap(event: WechatMiniprogram.BaseEvent<object, { itemId: string }>) {
    if (isSecondTap(event)) return;
    const { itemId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/channel-office/check/check?itemId=${itemId}` });
  },
});
