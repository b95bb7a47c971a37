import { preShiftItem } from '../../../../contract/content/pre-shift';
import { CHANNEL_NAME } from '../../../../contract/content/channel.text';
import { CONTENT_CHANNELS } from '../../../../domain/content/channel/item';
import { dayOfInstant, parseLocalDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { instead } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { tellErrors } from '../../../text/notice-errors';
import { markTold } from './mark-told';
import {
  firstChannel,
  markedText,
  opening,
  preShiftErrors,
  toPreShiftView,
  unknownTold,
  withTold,
} from './pre-shift.view';

Page({
  data: { pageStyle, view: opening, channelName: '', isBusy: false, problem: '', done: '' },
  channel: firstChannel,
  day: dayOfInstant(nowMs()),
  state: unknownTold,
  chosen: [] as readonly string[],

  onLoad({ channel, day = '' }: { channel?: string; day?: string }) {
    this.channel = CONTENT_CHANNELS.find((each) => each === channel) ?? firstChannel;
    this.day = parseLocalDay(day) ?? dayOfInstant(nowMs());
    this.setData({ channelName: CHANNEL_NAME[this.channel] });
    void this.load();
  },
  /** It is held up to a crew. */
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void wx.setKeepScreenOn({ keepScreenOn: true });
  },
  onHide() {
    void wx.setKeepScreenOn({ keepScreenOn: false });
  },
  onUnload() {
    void wx.setKeepScreenOn({ keepScreenOn: false });
  },
  /** Not remembered: names of people stay on the phone no longer than they are looked at. */
  async load() {
    const { channel, day } = this;
    const result = await call(preShiftItem, { channel, day });
    this.state = result.ok
      ? { kind: 'known', output: result.output, asOfAtMs: null }
      : instead(result, errorText(result, preShiftErrors));
    this.redraw();
  },
  redraw() {
    this.setData({ view: toPreShiftView(this.state, this.chosen, nowMs()) });
  },

  onPersonTap(event: WechatMiniprogram.BaseEvent<object, { memberId: string; isTold: boolean }>) {
    const { memberId, isTold } = event.currentTarget.dataset;
    if (isTold) return;
    this.chosen = this.chosen.includes(memberId)
      ? this.chosen.filter((each) => each !== memberId)
      : [...this.chosen, memberId];
    this.setData({ problem: '', done: '' });
    this.redraw();
  },
  onAllTap() {
    if (this.state.kind !== 'known') return;
    this.chosen = this.state.output.people
      .filter(({ isTold }) => !isTold)
      .map(({ memberId }) => memberId);
    this.redraw();
  },
  async onMarkTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { state, chosen } = this;
    if (this.data.isBusy || state.kind !== 'known' || chosen.length === 0) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const { memberIds, failure } = await markTold(state.output.messageId, chosen);
    this.chosen = this.chosen.filter((each) => !memberIds.includes(each));
    this.setData({
      isBusy: false,
      done: memberIds.length === 0 ? '' : markedText(memberIds.length),
      problem: failure === undefined ? '' : errorText(failure, tellErrors),
    });
    if (failure === undefined) return this.load();
    // Withdrawn since: the page says so, with the reason, and nothing is left to mark.
    if (failure.code === 'cancelled') {
      await this.load();
      if (this.data.view.kind !== 'content') this.setData({ problem: '' });
      return;
    }
    this.state = withTold(state, memberIds);
    this.redraw();
  },
});
