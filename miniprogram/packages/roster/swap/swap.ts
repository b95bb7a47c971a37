import { MOST_CHARACTERS } from '../../../../contract/limits';
import { dropWords, keepWords, keptWords } from '../../../state/kept-words';
import { tooLongText } from '../../../text/too-long';
import type { Swap } from '../../../../contract/roster/roster-shapes';
import { myRoster } from '../../../../contract/roster/roster';
import { answerSwap, proposeSwap, swapPartners } from '../../../../contract/roster/swaps';
import {
  addDays,
  dayOfInstant,
  localDay,
  monthOf,
  parseLocalDay,
  type LocalDay,
} from '../../../../domain/time/local-day';
import { cleanWords } from '../../../../domain/words/clean-words';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { goBack } from '../../../state/go-back';
import { knownMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { answerSwapErrors, proposeSwapErrors } from '../../../text/roster-errors';
import { monthsAbout, noDays } from './rest.view';
import {
  dayLine,
  opening,
  proposedText,
  toProposeView,
  toSwapView,
  unknownPartners,
} from './swap.view';

/** What is typed to whoever is asked is kept, whatever day is picked. */
const REASON = 'swap';

Page({
  data: {
    pageStyle,
    view: opening,
    day: '',
    dayText: '',
    firstDay: '',
    partnerId: '',
    query: '',
    reason: '',
    isBusy: false,
    problem: '',
  },
  /** '' proposes a new one. */
  swapId: '',
  month: '',
  day: undefined as LocalDay | undefined,
  state: unknownPartners,
  /** Undefined: not among those of the month. */
  swap: undefined as Swap | undefined,
  /** My days about the one that is picked, or those of the swap. */
  worked: noDays,
  /** Of this proposal: a retry makes it once. */
  proposalId: '',

  onLoad({ day = '', swapId = '', month = '' }: { day?: string; swapId?: string; month?: string }) {
    // A message that leads here knows no month.
    this.month = month === '' ? monthOf(dayOfInstant(nowMs())) : month;
    this.swapId = swapId;
    if (swapId !== '') {
      void this.loadSwap();
      return;
    }
    // Today can be swapped too, with those whose shift has not begun.
    const today = dayOfInstant(nowMs());
    const wanted = parseLocalDay(day) ?? addDays(today, 1);
    this.setData({ firstDay: today, reason: keptWords(REASON) });
    this.pick(wanted < today ? today : wanted);
  },
  onShow() {
    followClock(this, {
      redraw: () => {
        if (this.swapId === '') this.show();
        else if (this.data.view.kind === 'swap') this.showSwap();
      },
      reload: () => this.follow(),
    });
    if (this.data.view.kind !== 'loading') this.follow();
  },
  /** A day that is over cannot be swapped any more; what was chosen for one ahead stays. */
  follow() {
    const { day } = this;
    const today = dayOfInstant(nowMs());
    this.setData({ firstDay: today });
    if (day === undefined) void this.loadSwap();
    else if (day < today) this.pick(today);
    else {
      this.setData({ dayText: dayLine(day, nowMs()) });
      void this.loadPartners();
    }
  },
  load() {
    return this.swapId === '' ? this.loadPartners() : this.loadSwap();
  },

  pick(day: LocalDay) {
    this.day = day;
    this.setData({ day, dayText: dayLine(day, nowMs()), partnerId: '', query: '', problem: '' });
    void this.loadPartners();
    void this.loadDaysAbout([day]);
  },
  async loadPartners() {
    const { day } = this;
    if (day === undefined) return;
    this.state = unknownPartners;
    this.show();
    const result = await call(swapPartners, { day });
    // Another day may have been picked meanwhile.
    if (day !== this.day) return;
    this.state = shown(undefined, result);
    this.show();
  },
  /** None of them unless all are known: a day that is missing would look like rest. */
  async loadDaysAbout(days: readonly LocalDay[]) {
    this.worked = noDays;
    const results = await Promise.all(
      monthsAbout(days).map((month) => fetchAndRemember(myRoster, { month })),
    );
    if (this.swapId === '' && days[0] !== this.day) return;
    const months = results.flatMap((result) => (result.ok ? [result.output.days] : []));
    if (months.length === results.length) this.worked = months.flat();
    if (this.swapId === '') this.show();
  },
  show() {
    const { day } = this;
    if (day === undefined) return;
    const { partnerId, query } = this.data;
    const view = toProposeView(this.state, { day, partnerId, query }, this.worked, nowMs());
    this.setData({ view });
  },
  async loadSwap() {
    const input = { month: this.month };
    const kept = remembered(myRoster, input);
    const state = shown(kept, await fetchAndRemember(myRoster, input));
    if (state.kind !== 'known') {
      this.setData({ view: state });
      return;
    }
    this.swap = state.output.swaps.find(({ swapId }) => swapId === this.swapId);
    this.showSwap();
    if (this.swap?.state !== 'proposed') return;
    await this.loadDaysAbout(this.swap.days);
    this.showSwap();
  },
  showSwap() {
    const me = knownMe()?.memberId ?? '';
    this.setData({ view: toSwapView(this.swap, me, this.worked, nowMs()) });
  },

  onDayPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.pick(localDay(event.detail.value));
  },
  onPartnerPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ partnerId: event.detail.value });
    // Another partner is another proposal.
    this.proposalId = newRequestId();
    this.show();
  },
  onQueryChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ query: event.detail.value });
    this.show();
  },
  onReasonInput(event: WechatMiniprogram.Input) {
    keepWords(REASON, event.detail.value);
    this.setData({ reason: event.detail.value });
  },

  async onProposeTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { partnerId, reason, isBusy } = this.data;
    const { day } = this;
    if (isBusy || day === undefined || partnerId === '') return;
    const tooLong = tooLongText(reason, MOST_CHARACTERS.reason);
    if (tooLong !== '') {
      this.setData({ problem: tooLong });
      return;
    }
    this.setData({ isBusy: true, problem: '' });
    const words = cleanWords(reason);
    const result = await call(proposeSwap, {
      swapId: this.proposalId,
      partnerId,
      days: [day],
      reason: words === '' ? null : words,
    });
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, proposeSwapErrors) });
      return;
    }
    dropWords(REASON);
    await wx.showToast({ title: proposedText(result.output.swap), icon: 'none' });
    await goBack(this, 'today');
  },
  onAgreeTap(event: Tap) {
    if (isSecondTap(event)) return;
    void this.answer('agree');
  },
  onDeclineTap(event: Tap) {
    if (isSecondTap(event)) return;
    void this.answer('decline');
  },
  onWithdrawTap(event: Tap) {
    if (isSecondTap(event)) return;
    void this.answer('withdraw');
  },
  async answer(answer: 'agree' | 'decline' | 'withdraw') {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const result = await call(answerSwap, { swapId: this.swapId, answer });
    this.setData({ isBusy: false });
    if (!result.ok) this.setData({ problem: errorText(result, answerSwapErrors) });
    await this.loadSwap();
  },
});
