import { preferences, savePreferences } from '../../../../contract/notice/preferences';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { pageStyle } from '../../../state/page-style';
import { toFirstFault } from '../../../state/first-fault';
import { requestInTap } from '../../../state/refill';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText, FAULTS_TEXT } from '../../../text/errors';
import { savePreferencesErrors } from '../../../text/notice-errors';
import { minuteOfClock } from '../../../text/when';
import {
  ASKED_TEXT,
  BREAKS_TEXT,
  DELAYS,
  DELAY_TEXTS,
  isSleepPossible,
  LENGTHS,
  LENGTH_TEXTS,
  noPreferences,
  opening,
  savedText,
  toView,
  unknown,
  withAfterNight,
  withNight,
  savable,
  UNSAVABLE_TEXT,
  type Duty,
} from './preferences.view';

/** One-time templates that WeChat asks for in one dialog. */
const MOST_AT_ONCE = 3;

type Picked = WechatMiniprogram.CustomEvent<{ value: string }>;

Page({
  data: {
    pageStyle,
    view: opening,
    delayTexts: DELAY_TEXTS,
    lengthTexts: LENGTH_TEXTS,
    breaksText: BREAKS_TEXT,
    isChanged: false,
    isBusy: false,
    problem: '',
    /** Of the hours of the night and of the ways on duty; '' while they can be saved. */
    nightFault: '',
    dutyFault: '',
    done: '',
  },
  state: unknown,
  chosen: noPreferences,

  onLoad() {
    void this.load();
  },
  async load() {
    const kept = remembered(preferences, {});
    this.take(shown(kept));
    this.take(shown(kept, await fetchAndRemember(preferences, {})));
  },
  take(state: typeof unknown) {
    this.state = state;
    if (state.kind === 'known' && !this.data.isChanged) this.chosen = state.output.preferences;
    this.show();
  },
  show() {
    this.setData({ view: toView(this.state, this.chosen, nowMs()) });
  },
  change(chosen: typeof noPreferences) {
    this.chosen = chosen;
    this.setData({ isChanged: true, problem: '', nightFault: '', dutyFault: '', done: '' });
    this.show();
  },

  onNightStart(event: Picked) {
    if (this.state.kind !== 'known') return;
    const startMinute = minuteOfClock(event.detail.value);
    this.change(withNight(this.state.output, this.chosen, { startMinute }));
  },
  onNightEnd(event: Picked) {
    if (this.state.kind !== 'known') return;
    const endMinute = minuteOfClock(event.detail.value);
    this.change(withNight(this.state.output, this.chosen, { endMinute }));
  },
  onUsualNightTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.change({ ...this.chosen, night: null });
  },
  onDelayPicked(event: Picked) {
    const delayMinutes = DELAYS[Number(event.detail.value)];
    if (this.state.kind !== 'known' || delayMinutes === undefined) return;
    this.change(withAfterNight(this.state.output, this.chosen, { delayMinutes }));
  },
  onLengthPicked(event: Picked) {
    const lengthMinutes = LENGTHS[Number(event.detail.value)];
    if (this.state.kind !== 'known' || lengthMinutes === undefined) return;
    this.change(withAfterNight(this.state.output, this.chosen, { lengthMinutes }));
  },
  onUsualAfterNightTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.change({ ...this.chosen, afterNight: null });
  },
  onDutyPicked(event: WechatMiniprogram.CustomEvent<{ value: Duty }>) {
    this.change({ ...this.chosen, onDuty: event.detail.value });
  },
  onDigestPicked(event: Picked) {
    this.change({ ...this.chosen, digestMinute: minuteOfClock(event.detail.value) });
  },

  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.state.kind !== 'known') return;
    const ids = this.state.output.credits.map(({ templateId }) => templateId);
    const asked = await requestInTap(ids.slice(0, MOST_AT_ONCE));
    this.setData({ done: ASKED_TEXT[asked] });
    await this.load();
  },

  async onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    if (!isSleepPossible(this.chosen)) {
      const nightFault = savePreferencesErrors['bad-sleep-window'];
      this.setData({ nightFault, problem: FAULTS_TEXT }, toFirstFault);
      return;
    }
    const chosen = savable(this.chosen);
    if (chosen === undefined) {
      this.setData({ dutyFault: UNSAVABLE_TEXT, problem: FAULTS_TEXT }, toFirstFault);
      return;
    }
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(savePreferences, { preferences: chosen });
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, savePreferencesErrors) });
      return;
    }
    this.setData({ isChanged: false, done: savedText(result.output.movedDeliveries) });
    await this.load();
  },
});
