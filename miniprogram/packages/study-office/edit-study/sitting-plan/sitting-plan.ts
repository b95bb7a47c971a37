import type { InputOf } from '../../../../../contract/action';
import { planSittings } from '../../../../../contract/study/planning';
import type { LocalDay } from '../../../../../domain/time/local-day';
import { call } from '../../../../api/client';
import { nowMs } from '../../../../state/clock';
import { isSecondTap, type Tap } from '../../../../state/second-tap';
import { PLAN_TEXT } from '../../../../text/edit-study';
import { errorText } from '../../../../text/errors';
import { minuteOfClock } from '../../../../text/when';
import {
  aheadIn,
  clashesOf,
  heldIn,
  nothingFound,
  overText,
  placeOf,
  placesKey,
  timesKey,
  toWeighed,
  withFound,
  type Asked,
  type Held,
} from './held.view';
import { toPlanView, type Plan, type PlanView } from './sitting-plan.view';
import { dayChoices, toWishView, usualWish, type WishForm } from './wish.view';

type Ask = InputOf<typeof planSittings>['ask'];

const nobody: Asked = { kind: 'theme-day', audience: { kind: 'branch' } };
const noSittings: Held[] = [];
/** So long after the last letter of a place it is asked who else has it. */
const TYPING_MS = 600;

/**
 * Who can come to the sittings of a form, crew by crew, and who is left; looked at anew whenever they
 * are changed. Finds the fewest for everybody where `canFind`. Events: found { sittings }, of which the
 * form is made; weighed { clashes }, what each collides with, by sittingId.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    asked: { type: Object, value: nobody },
    minutes: { type: Number, value: 0 },
    sittings: { type: Array, value: noSittings },
    canFind: { type: Boolean, value: false },
  },
  data: {
    view: null as PlanView | null,
    wish: toWishView(usualWish(nowMs()), nowMs()),
    isWishOpen: false,
    isAsTable: false,
    isBusy: false,
    problem: '',
    /** That the time of some is over. */
    over: '',
    dayChoices,
    /** What is shown, or asked, as keys. */
    shownTimes: '',
    shownPlaces: '',
    found: nothingFound,
    /** Counts the questions: only the answer to the last is shown. */
    question: 0,
  },
  observers: {
    'asked, sittings'() {
      this.look();
    },
  },
  lifetimes: {
    attached() {
      this.setWish(usualWish(nowMs()));
    },
  },
  methods: {
    setWish(wish: WishForm) {
      this.setData({ wish: toWishView(wish, nowMs()), problem: '' });
    },
    /** What is published is weighed whole: some were there. */
    weighable(): readonly Held[] {
      const { sittings, canFind } = this.data;
      return canFind ? aheadIn(sittings, nowMs()) : heldIn(sittings);
    },
    look() {
      const sittings = this.weighable();
      const over = overText(this.data.sittings, sittings);
      if (over !== this.data.over) this.setData({ over });
      if (over !== '' && sittings.length === 0) {
        this.setData({ view: null, shownTimes: '', question: this.data.question + 1 });
      }
      const [times, places] = [timesKey(this.data.asked, sittings), placesKey(sittings)];
      const isSameTime = times === this.data.shownTimes;
      if (sittings.length === 0 || (isSameTime && places === this.data.shownPlaces)) return;
      const question = this.data.question + 1;
      this.setData({ shownTimes: times, shownPlaces: places, question });
      const weigh = () => {
        if (this.data.question === question) void this.weigh(sittings, times);
      };
      if (isSameTime) setTimeout(weigh, TYPING_MS);
      else weigh();
    },
    async weigh(sittings: readonly Held[], times: string) {
      const plan = await this.ask({ kind: 'weigh', sittings: toWeighed(sittings) });
      if (plan !== undefined) this.show(withFound(plan, times, this.data.found), sittings);
    },
    async onFindTap(event: Tap) {
      if (isSecondTap(event)) return;
      if (this.data.isBusy) return;
      this.setData({ isBusy: true });
      const { fromDay, days, startMinute, endMinute } = this.data.wish;
      const { minutes, asked } = this.data;
      const [first] = this.data.sittings;
      const wish = { fromDay, days, startMinute, endMinute, minutes };
      const plan = await this.ask({ kind: 'find', wish, ...placeOf(first?.place) });
      this.setData({ isBusy: false });
      if (plan === undefined) return;
      const sittings = plan.sittings.map(({ startAtMs, endAtMs }) => ({ startAtMs, endAtMs }));
      if (sittings.length > 0) {
        // The form is about to give back what is shown already.
        const times = timesKey(asked, sittings);
        const { isFewest, holidays } = plan;
        const own = this.data.sittings;
        const places = sittings.map((_, at) => ({ place: (own[at] ?? first)?.place ?? '' }));
        this.setData({ found: { times, isFewest, holidays }, shownTimes: times });
        this.setData({ shownPlaces: placesKey(places) });
        this.triggerEvent('found', { sittings });
      }
      this.show(plan, heldIn(this.data.sittings));
    },
    show(plan: Plan, sittings: readonly Held[]) {
      this.setData({ view: toPlanView(plan, nowMs()), problem: '' });
      this.triggerEvent('weighed', { clashes: clashesOf(plan, sittings) });
    },
    async ask(ask: Ask): Promise<Plan | undefined> {
      const question = this.data.question + 1;
      this.setData({ question });
      const result = await call(planSittings, { ...this.data.asked, ask });
      if (this.data.question !== question) return undefined;
      if (!result.ok) {
        this.setData({ problem: errorText(result, PLAN_TEXT) });
        return undefined;
      }
      return result.output;
    },
    onWishTap(event: Tap) {
      if (isSecondTap(event)) return;
      this.setData({ isWishOpen: !this.data.isWishOpen });
    },
    onTableTap(event: Tap) {
      if (isSecondTap(event)) return;
      this.setData({ isAsTable: !this.data.isAsTable });
    },
    onFromPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ fromDay: event.detail.value as LocalDay });
    },
    onDaysPicked(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.change({ days: event.detail.value });
    },
    onOpensPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ startMinute: minuteOfClock(event.detail.value) });
    },
    onClosesPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ endMinute: minuteOfClock(event.detail.value) });
    },
    change(change: Partial<WishForm>) {
      const { fromDay, days, startMinute, endMinute } = this.data.wish;
      this.setWish({ fromDay, days, startMinute, endMinute, ...change });
    },
  },
});
