import type { InputOf } from '../../../../../contract/action';
import { planSittings } from '../../../../../contract/study/planning';
import type { LocalDay } from '../../../../../domain/time/local-day';
import { call } from '../../../../api/client';
import { nowMs } from '../../../../state/clock';
import { PLAN_TEXT } from '../../../../text/edit-study';
import { errorText } from '../../../../text/errors';
import { minuteOfClock } from '../../../../text/when';
import { toPlanView, type Plan, type PlanView } from './sitting-plan.view';
import { dayChoices, toWishView, usualWish, type WishForm } from './wish.view';

type Asked = Pick<InputOf<typeof planSittings>, 'branchId' | 'kind' | 'audience'>;
type Ask = InputOf<typeof planSittings>['ask'];
type Times = Extract<Ask, { kind: 'weigh' }>['sittings'];

const nobody: Asked = { kind: 'theme-day', audience: { kind: 'branch' } };
const noTimes: Times = [];

/**
 * Who can come to the sittings of a form, crew by crew, and who is left; looked at anew whenever they
 * are changed. Finds the fewest for everybody where `canFind`. Event: found { sittings }, of which the
 * form is made.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    asked: { type: Object, value: nobody },
    minutes: { type: Number, value: 0 },
    sittings: { type: Array, value: noTimes },
    canFind: { type: Boolean, value: false },
  },
  data: {
    view: null as PlanView | null,
    wish: toWishView(usualWish(nowMs()), nowMs()),
    isWishOpen: false,
    isAsTable: false,
    isBusy: false,
    problem: '',
    dayChoices,
    /** What is shown, or asked, as a key. */
    shownKey: '',
    /** Counts the questions: only the answer to the last is shown. */
    question: 0,
  },
  observers: {
    'asked, sittings'() {
      this.weigh();
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
    weigh() {
      const sittings = this.data.sittings.filter(({ startAtMs, endAtMs }) => startAtMs < endAtMs);
      const shownKey = keyOf(this.data.asked, sittings);
      if (sittings.length === 0 || shownKey === this.data.shownKey) return;
      this.setData({ shownKey });
      void this.ask({ kind: 'weigh', sittings });
    },
    async onFindTap() {
      if (this.data.isBusy) return;
      this.setData({ isBusy: true });
      const { fromDay, days, startMinute, endMinute } = this.data.wish;
      const { minutes } = this.data;
      const wish = { fromDay, days, startMinute, endMinute, minutes };
      const plan = await this.ask({ kind: 'find', wish });
      this.setData({ isBusy: false });
      if (plan === undefined || plan.sittings.length === 0) return;
      const sittings = plan.sittings.map(({ startAtMs, endAtMs }) => ({ startAtMs, endAtMs }));
      // The form is about to give back what is shown already.
      this.setData({ shownKey: keyOf(this.data.asked, sittings) });
      this.triggerEvent('found', { sittings });
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
      this.setData({ view: toPlanView(result.output, nowMs()), problem: '' });
      return result.output;
    },
    onWishTap() {
      this.setData({ isWishOpen: !this.data.isWishOpen });
    },
    onTableTap() {
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

const keyOf = (asked: unknown, sittings: Times): string => JSON.stringify([asked, sittings]);
