import { channelDuty, giveDuty } from '../../../../contract/content/duty';
import { CONTENT_CHANNELS } from '../../../../domain/content/channel/item';
import { dayOfInstant, parseLocalDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { knownMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { errorText } from '../../../text/errors';
import { giveErrors } from '../channel-errors.view';
import {
  firstChannel,
  GIVEN_TEXT,
  giveQuestion,
  opening,
  toDutyView,
  unknownDuty,
} from './duty.view';

const myId = () => knownMe()?.memberId ?? '';

Page({
  data: { pageStyle, view: opening, isBusy: false, problem: '', done: '' },
  channel: firstChannel,
  day: dayOfInstant(nowMs()),
  state: unknownDuty,
  /** Of the giving that is under way: pressing again after a lost answer does it once. */
  deed: { memberId: '', deedId: '' },

  onLoad({ channel, day = '' }: { channel?: string; day?: string }) {
    this.channel = CONTENT_CHANNELS.find((each) => each === channel) ?? firstChannel;
    this.day = parseLocalDay(day) ?? dayOfInstant(nowMs());
  },
  onShow() {
    const reload = () => void this.load();
    followClock(this, { redraw: () => this.redraw(), reload });
    reload();
  },
  question() {
    return { channel: this.channel, day: this.day };
  },
  load() {
    return readAgain(this, channelDuty);
  },
  show(state: typeof unknownDuty) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    this.setData({ view: toDutyView(this.state, this.channel, this.day, myId(), nowMs()) });
  },

  async onChoiceTap(event: WechatMiniprogram.BaseEvent<object, { memberId: string }>) {
    if (isSecondTap(event)) return;
    const { memberId } = event.currentTarget.dataset;
    const known = this.state.kind === 'known' ? this.state.output : undefined;
    const choice = known?.choices.find((each) => each.memberId === memberId);
    if (known?.duty == null || choice === undefined || this.data.isBusy) return;
    const { channel, day } = this;
    const question = giveQuestion(choice.name, day, nowMs(), memberId === myId());
    if (!(await confirmed(this, question))) return;
    if (this.deed.memberId !== memberId) this.deed = { memberId, deedId: newRequestId() };
    const { deedId } = this.deed;
    const { revision } = known.duty;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(giveDuty, { channel, day, memberId, revision, deedId });
    const said = result.ok ? { done: GIVEN_TEXT } : { problem: errorText(result, giveErrors) };
    this.setData({ isBusy: false, ...said });
    // It is done, or refused as it stands: another giving is another deed.
    if (result.ok || result.code === 'changed-meanwhile') {
      this.deed = { memberId: '', deedId: '' };
    }
    await this.load();
  },
  onItemTap(event: WechatMiniprogram.BaseEvent<object, { itemId: string }>) {
    if (isSecondTap(event)) return;
    const { itemId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/channel-office/check/check?itemId=${itemId}` });
  },
  onWriteTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/channel-office/write/write?${this.query()}` });
  },
  onPlanTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/channel-office/plan/plan?${this.query()}` });
  },
  query() {
    return `channel=${this.channel}&day=${this.day}`;
  },
});
