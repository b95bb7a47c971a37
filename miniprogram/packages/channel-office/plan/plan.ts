import type { InputOf } from '../../../../contract/action';
import { channelCalendar, planIssue } from '../../../../contract/content/channel-editing';
import { CONTENT_CHANNELS, ISSUE_LIMITS } from '../../../../domain/content/channel/item';
import { dayOfInstant, parseLocalDay } from '../../../../domain/time/local-day';
import { call, type Result } from '../../../api/client';
import { mayBeStored } from '../../../api/may-be-lost';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { goBack } from '../../../state/go-back';
import { isAlike } from '../../../state/is-alike';
import { pageStyle } from '../../../state/page-style';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { minuteOfClock } from '../../../text/when';
import { planErrors } from '../channel-errors.view';
import {
  clockText,
  firstChannel,
  FULL_TEXT,
  opening,
  SAVED_TEXT,
  storedPlan,
  toPlanView,
  unknownCalendar,
} from './plan.view';

interface Sending {
  readonly plan: InputOf<typeof planIssue>;
  readonly requestId: string;
}

Page({
  data: { pageStyle, view: opening, clock: '12:00', isBusy: false, problem: '' },
  channel: firstChannel,
  day: dayOfInstant(nowMs()),
  state: unknownCalendar,
  chosen: [] as readonly string[],
  shiftItemId: null as string | null,
  revision: 0,
  /** What was sent and may be stored: it goes first the next time, the very same. docs/rules.md#R-287 */
  unheard: undefined as Sending | undefined,

  onLoad({ channel, day = '' }: { channel?: string; day?: string }) {
    this.channel = CONTENT_CHANNELS.find((each) => each === channel) ?? firstChannel;
    this.day = parseLocalDay(day) ?? dayOfInstant(nowMs());
    void this.load();
  },
  async load() {
    const result = await call(channelCalendar, { fromDay: this.day });
    this.state = shown(undefined, result);
    if (this.state.kind === 'known') {
      const plan = storedPlan(this.state.output, this.channel, this.day);
      this.chosen = plan.itemIds;
      this.shiftItemId = plan.shiftItemId;
      this.revision = plan.revision;
      this.setData({ clock: clockText(plan.minute) });
    }
    this.redraw();
  },
  redraw() {
    const { state, channel, day, chosen, shiftItemId } = this;
    this.setData({ view: toPlanView(state, channel, day, chosen, shiftItemId, nowMs()) });
  },

  onItemTap(event: WechatMiniprogram.BaseEvent<object, { itemId: string }>) {
    const { itemId } = event.currentTarget.dataset;
    const isChosen = this.chosen.includes(itemId);
    if (!isChosen && this.chosen.length >= ISSUE_LIMITS.items) {
      this.setData({ problem: FULL_TEXT });
      return;
    }
    this.chosen = isChosen
      ? this.chosen.filter((each) => each !== itemId)
      : [...this.chosen, itemId];
    if (!this.chosen.includes(this.shiftItemId ?? '')) this.shiftItemId = null;
    this.setData({ problem: '' });
    this.redraw();
  },
  onShiftTap(event: WechatMiniprogram.BaseEvent<object, { itemId: string }>) {
    const { itemId } = event.currentTarget.dataset;
    this.shiftItemId = this.shiftItemId === itemId ? null : itemId;
    this.setData({ problem: '' });
    this.redraw();
  },
  onClockPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ clock: event.detail.value });
  },
  async onSaveTap() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const result = await this.save();
    this.setData({ isBusy: false });
    if (result.ok) {
      await wx.showToast({ title: SAVED_TEXT, icon: 'none' });
      await goBack(this, 'branch');
      return;
    }
    this.setData({ problem: errorText(result, planErrors) });
    if (result.code === 'changed-meanwhile' || result.code === 'not-ready') await this.load();
  },
  async save(): Promise<Result<typeof planIssue>> {
    const { unheard, channel, day, shiftItemId, revision } = this;
    const minute = minuteOfClock(this.data.clock);
    const plan = { channel, day, minute, itemIds: [...this.chosen], shiftItemId, revision };
    if (unheard === undefined) return this.send({ plan, requestId: newRequestId() });
    const earlier = await this.send(unheard);
    if (this.unheard !== undefined || isAlike(unheard.plan, plan)) return earlier;
    if (earlier.ok) this.revision = earlier.output.revision;
    return this.send({ plan: { ...plan, revision: this.revision }, requestId: newRequestId() });
  },
  async send(sending: Sending): Promise<Result<typeof planIssue>> {
    const result = await call(planIssue, sending.plan, sending.requestId);
    this.unheard = !result.ok && mayBeStored(result.code) ? sending : undefined;
    return result;
  },
});
