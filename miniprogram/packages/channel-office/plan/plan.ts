import { channelCalendar, planIssue } from '../../../../contract/content/channel-editing';
import { CONTENT_CHANNELS, ISSUE_LIMITS } from '../../../../domain/content/channel/item';
import { dayOfInstant, parseLocalDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { goBack } from '../../../state/go-back';
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

Page({
  data: { pageStyle, view: opening, clock: '12:00', isBusy: false, problem: '' },
  channel: firstChannel,
  day: dayOfInstant(nowMs()),
  state: unknownCalendar,
  chosen: [] as readonly string[],
  shiftItemId: null as string | null,
  revision: 0,

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
    const { channel, day, revision, shiftItemId } = this;
    const minute = minuteOfClock(this.data.clock);
    const itemIds = [...this.chosen];
    const result = await call(planIssue, {
      channel,
      day,
      minute,
      itemIds,
      shiftItemId,
      revision,
    });
    this.setData({ isBusy: false });
    if (result.ok) {
      await wx.showToast({ title: SAVED_TEXT, icon: 'none' });
      await goBack(this, 'branch');
      return;
    }
    this.setData({ problem: errorText(result, planErrors) });
    if (result.code === 'changed-meanwhile' || result.code === 'not-ready') await this.load();
  },
});
