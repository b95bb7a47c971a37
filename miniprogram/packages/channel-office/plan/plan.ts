import type { InputOf } from '../../../../contract/action';
import { channelCalendar, planIssue } from '../../../../contract/content/channel-editing';
import { CONTENT_CHANNELS, ISSUE_LIMITS } from '../../../../domain/content/channel/item';
import { dayOfInstant, parseLocalDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { goBack } from '../../../state/go-back';
import { pageStyle } from '../../../state/page-style';
import { saveOnce, type Known } from '../../../state/save-once';
import { isSecondTap, type Tap } from '../../../state/second-tap';
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

type Planned = Pick<InputOf<typeof planIssue>, 'minute' | 'itemIds' | 'shiftItemId'>;

const neverPlanned: Known<Planned> = { revision: 0, unanswered: null };

Page({
  data: { pageStyle, view: opening, clock: '12:00', isBusy: false, problem: '' },
  channel: firstChannel,
  day: dayOfInstant(nowMs()),
  state: unknownCalendar,
  chosen: [] as readonly string[],
  shiftItemId: null as string | null,
  known: neverPlanned,
  /** One for all tries of what got no answer. docs/rules.md#R-287 */
  requestId: newRequestId(),

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
      this.known = { ...this.known, revision: plan.revision };
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
  async onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
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
  save() {
    const { channel, day, shiftItemId } = this;
    const minute = minuteOfClock(this.data.clock);
    return saveOnce(
      this.known,
      { minute, itemIds: [...this.chosen], shiftItemId },
      (revision, planned) =>
        call(planIssue, { channel, day, ...planned, revision }, this.requestId),
      (known) => {
        this.known = known;
        if (known.unanswered === null) this.requestId = newRequestId();
      },
    );
  },
});
