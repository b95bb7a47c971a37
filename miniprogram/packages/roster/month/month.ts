import { myRoster, removeChange } from '../../../../contract/roster/roster';
import {
  dayOfInstant,
  monthBeside,
  monthOf,
  type LocalDay,
} from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { confirmed } from '../../../state/confirmed';
import { knownMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { phoneRefusal } from '../../../state/phone-refusal';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { phoneRefusalText } from '../../../text/phone-refusal';
import { removeChangeErrors } from '../../../text/roster-errors';
import {
  addedText,
  monthTitle,
  NOT_ADDED_TEXT,
  opening,
  takeBackQuestion,
  toView,
  unknownRoster,
  type ChangeRow,
} from './month.view';

Page({
  data: { pageStyle, view: opening, title: '', problem: '', done: '' },
  month: '',
  /** Undefined until the page is open. */
  picked: undefined as LocalDay | undefined,
  state: unknownRoster,

  onLoad() {
    const today = dayOfInstant(nowMs());
    this.month = monthOf(today);
    this.picked = today;
    this.setData({ title: monthTitle(this.month) });
  },
  onShow() {
    followClock(this, { redraw: () => this.show(), reload: () => void this.load() });
    void this.load();
  },

  async load() {
    const { month } = this;
    const kept = remembered(myRoster, { month });
    this.state = shown(kept);
    this.show();
    const result = await fetchAndRemember(myRoster, { month });
    // Another month may have been picked meanwhile.
    if (month !== this.month) return;
    this.state = shown(kept, result);
    this.show();
  },
  show() {
    const now = nowMs();
    const picked = this.picked ?? dayOfInstant(now);
    this.setData({ view: toView(this.state, picked, knownMe()?.memberId ?? '', now) });
  },

  onEarlierTap() {
    this.turn(-1);
  },
  onLaterTap() {
    this.turn(1);
  },
  turn(step: -1 | 1) {
    this.month = monthBeside(this.month, step);
    this.setData({ title: monthTitle(this.month), problem: '', done: '' });
    void this.load();
  },
  onDayTap(event: WechatMiniprogram.BaseEvent<object, { day: LocalDay | '' }>) {
    const { day } = event.currentTarget.dataset;
    if (day === '') return;
    this.picked = day;
    this.setData({ done: '' });
    this.show();
  },

  onEnterTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/roster/change/change?day=${this.picked ?? ''}` });
  },
  onSwapTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/roster/swap/swap?day=${this.picked ?? ''}` });
  },
  onSwapRowTap(event: WechatMiniprogram.BaseEvent<object, { swapId: string }>) {
    if (isSecondTap(event)) return;
    const { swapId } = event.currentTarget.dataset;
    void wx.navigateTo({
      url: `/packages/roster/swap/swap?swapId=${swapId}&month=${this.month}`,
    });
  },
  async onChangeTap(event: WechatMiniprogram.BaseEvent<object, { row: ChangeRow }>) {
    if (isSecondTap(event)) return;
    const { row } = event.currentTarget.dataset;
    if (!row.isRemovable || !(await confirmed(this, takeBackQuestion(row)))) return;
    const result = await call(removeChange, { overrideId: row.overrideId });
    this.setData({ problem: result.ok ? '' : errorText(result, removeChangeErrors) });
    await this.load();
  },

  /** One entry a tap: WeChat asks the person each time. */
  async onCalendarTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { view } = this.data;
    if (view.kind !== 'content' || view.entry === null) return;
    const { title, startAtMs, endAtMs, text } = view.entry;
    try {
      await wx.addPhoneCalendar({
        title,
        startTime: Math.floor(startAtMs / 1000),
        endTime: String(Math.floor(endAtMs / 1000)),
        alarm: false,
      });
      this.setData({ done: addedText(text) });
    } catch (error) {
      this.setData({ done: phoneRefusalText(phoneRefusal(error), 'calendar', NOT_ADDED_TEXT) });
    }
  },
});
