import { ROSTER_KEEPERS } from '../../../contract/roles';
import { myStudies } from '../../../contract/study/mine';
import { dayOfInstant, monthBeside } from '../../../domain/time/local-day';
import { keptWrites, onDelivered } from '../../api/outbox';
import { fetchAndRemember, remembered } from '../../api/remembered';
import { nowMs } from '../../state/clock';
import { followClock } from '../../state/follow-clock';
import { hasRole, whoIsHere } from '../../state/me';
import { pageStyle } from '../../state/page-style';
import { isSecondTap, type Tap } from '../../state/second-tap';
import { shown } from '../../state/shown';
import { waitingReplies } from '../../state/waiting-answers';
import { monthText } from '../../text/when';
import {
  currentMonth,
  opening,
  openingPast,
  toOpenView,
  toPastView,
  unknownStudies,
} from './studies.view';

Page({
  data: {
    pageStyle,
    view: opening,
    past: openingPast,
    month: '',
    monthText: '',
    lastMonth: '',
    canCreate: false,
  },
  open: unknownStudies,
  stopListening: undefined as (() => void) | undefined,

  onLoad() {
    this.stopListening = onDelivered(() => void this.load());
    this.setMonth(currentMonth(nowMs()));
  },
  onUnload() {
    this.stopListening?.();
  },
  onShow() {
    followClock(this, {
      redraw: () => this.redraw(),
      reload: () => void this.load(),
    });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },

  async load() {
    await Promise.all([this.showRights(), this.loadOpen(), this.loadPast()]);
  },

  async showRights() {
    await whoIsHere();
    this.setData({ canCreate: hasRole(ROSTER_KEEPERS) });
  },

  async loadOpen() {
    const kept = remembered(myStudies, {});
    this.open = shown(kept);
    this.redraw();
    this.open = shown(kept, await fetchAndRemember(myStudies, {}));
    this.redraw();
  },
  redraw() {
    const now = nowMs();
    this.setData({
      view: toOpenView(this.open, waitingReplies(), keptWrites(), now),
      lastMonth: currentMonth(now),
    });
  },

  async loadPast() {
    const { month } = this.data;
    const input = { month };
    const kept = remembered(myStudies, input);
    this.setData({ past: toPastView(shown(kept), month, nowMs()) });
    const result = await fetchAndRemember(myStudies, input);
    // Another month may have been picked while this one was under way.
    if (month !== this.data.month) return;
    this.setData({ past: toPastView(shown(kept, result), month, nowMs()) });
  },

  setMonth(month: string) {
    this.setData({ month, monthText: monthText(month, dayOfInstant(nowMs())) });
  },

  onMonthPicked(event: WechatMiniprogram.PickerChange) {
    this.setMonth(String(event.detail.value).slice(0, 7));
    void this.loadPast();
  },

  onEarlierTap() {
    this.setMonth(monthBeside(this.data.month, -1));
    void this.loadPast();
  },

  onRetryTap() {
    void this.load();
  },

  onStudyTap(event: WechatMiniprogram.BaseEvent<object, { studyId: string }>) {
    if (isSecondTap(event)) return;
    const { studyId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/study/detail/detail?studyId=${studyId}` });
  },

  onCheckInTap(event: WechatMiniprogram.BaseEvent<object, { studyId: string; sittingId: string }>) {
    if (isSecondTap(event)) return;
    const { studyId, sittingId } = event.currentTarget.dataset;
    void wx.navigateTo({
      url: `/packages/study/check-in/check-in?studyId=${studyId}&sittingId=${sittingId}`,
    });
  },

  onCreateTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/study-office/edit-study/edit-study' });
  },
});
