import { ROSTER_KEEPERS } from '../../../../contract/roles';
import { planStarMonth, starMonth } from '../../../../contract/star/month';
import type { StandingBar } from '../../../../domain/star/star-month';
import { dayOfInstant, localDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { fetchAndRemember } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { goBack } from '../../../state/go-back';
import { hasRole } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { planStarMonthErrors } from '../../../text/star-errors';
import { minuteOfClock } from '../../../text/when';
import { orMonthFault } from '../../../text/month-fault';
import { formOf, planOf, withBar, type PlanForm } from './plan-form';
import { opening, toView, whyNot } from './plan.view';

type Picked = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  { key: 'nominations' | 'meeting' | 'decision' }
>;
type Checked = WechatMiniprogram.CustomEvent<{ checked: boolean }, object, { id: StandingBar }>;

/** Begins the star of a month, or changes its plan. */
Page({
  data: { pageStyle, view: opening, isBusy: false, problem: '' },
  branch: pageBranch(),
  month: '',
  form: undefined as PlanForm | undefined,
  /** null: not begun. */
  revision: null as number | null,

  onLoad({ branchId = '', month = '' }: { branchId?: string; month?: string }) {
    this.branch = pageBranch(branchId);
    this.month = month;
    void this.load();
  },
  async load() {
    const input = { ...this.branch, ...(this.month !== '' && { month: this.month }) };
    const state = shown(undefined, await fetchAndRemember(starMonth, input));
    if (state.kind !== 'known') {
      this.setData({ view: orMonthFault(state, this.month, nowMs()) });
      return;
    }
    const { output } = state;
    if (!output.canPlan) {
      this.setData({ view: whyNot(output, hasRole(ROSTER_KEEPERS), nowMs()) });
      return;
    }
    this.month = output.month;
    this.revision = output.revision;
    this.change(formOf(output, nowMs()));
  },
  change(form: PlanForm) {
    this.form = form;
    const view = toView(form, this.month, this.revision === null, dayOfInstant(nowMs()));
    this.setData({ view, problem: '' });
  },

  onDayPicked(event: Picked) {
    const { key } = event.currentTarget.dataset;
    if (this.form === undefined) return;
    const when = { ...this.form[key], day: localDay(event.detail.value) };
    this.change({ ...this.form, [key]: when });
  },
  onTimePicked(event: Picked) {
    const { key } = event.currentTarget.dataset;
    if (this.form === undefined) return;
    const when = { ...this.form[key], minute: minuteOfClock(event.detail.value) };
    this.change({ ...this.form, [key]: when });
  },
  onDaysPicked(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
    if (this.form !== undefined) this.change({ ...this.form, publicDays: event.detail.value });
  },
  onBarChange(event: Checked) {
    const { id } = event.currentTarget.dataset;
    if (this.form !== undefined) this.change(withBar(this.form, id, event.detail.checked));
  },

  async onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { form, revision, month } = this;
    if (this.data.isBusy || form === undefined) return;
    this.setData({ isBusy: true, problem: '' });
    const result = await call(planStarMonth, {
      ...this.branch,
      month,
      revision,
      plan: planOf(form),
    });
    this.setData({ isBusy: false });
    if (result.ok) {
      await goBack(this, 'branch');
      return;
    }
    if (result.code === 'changed-meanwhile' || result.code === 'already-listed') await this.load();
    this.setData({ problem: errorText(result, planStarMonthErrors) });
  },
});
