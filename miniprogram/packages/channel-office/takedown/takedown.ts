import { saveTakedown, takedownPlan } from '../../../../contract/content/takedown';
import type { TakenKind } from '../../../../domain/content/takedown';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import {
  formOf,
  isChangedFrom,
  opening,
  savedText,
  SAVE_ERRORS,
  toTakedownView,
  unknownPlan,
  withPicked,
  type Going,
  type TakedownForm,
} from './takedown.view';

type KindTap = WechatMiniprogram.BaseEvent<object, { kind: TakenKind; months: number }>;

/** What goes by rule in the next month; the committee office sets the months. */
Page({
  data: { pageStyle, view: opening, isBusy: false, problem: '', done: '' },
  state: unknownPlan,
  form: undefined as TakedownForm | undefined,
  /** How much goes by the form, once it is counted. */
  tried: undefined as Going | undefined,
  /** One for each that is saved, so that a retry writes no second. */
  requestId: '',

  onShow() {
    const reload = () => void this.load();
    followClock(this, { redraw: () => this.redraw(), reload });
    reload();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  /** What was chosen and not saved stays, as long as nobody else has saved. */
  async load() {
    this.state = shown(undefined, await call(takedownPlan, {}));
    if (this.state.kind === 'known') {
      const saved = formOf(this.state.output);
      if (this.form === undefined || this.form.version !== saved?.version) this.form = saved;
    }
    await this.tryOut();
  },
  /** Counts what goes by what is chosen. */
  async tryOut() {
    const { form, state } = this;
    this.tried = undefined;
    this.redraw();
    if (form === undefined || state.kind !== 'known' || !isChangedFrom(state.output, form)) return;
    const result = await call(takedownPlan, { rules: form.rules });
    if (this.form !== form) return;
    if (result.ok) this.tried = result.output.going;
    else this.setData({ problem: errorText(result, {}) });
    this.redraw();
  },
  redraw() {
    this.setData({ view: toTakedownView(this.state, this.form, this.tried) });
  },

  onPicked(event: WechatMiniprogram.CustomEvent<{ value: number }, object, { kind: TakenKind }>) {
    if (this.form === undefined) return;
    const { kind } = event.currentTarget.dataset;
    this.form = withPicked(this.form, kind, event.detail.value);
    this.requestId = newRequestId();
    this.setData({ problem: '', done: '' });
    void this.tryOut();
  },
  onListTap(event: KindTap) {
    if (isSecondTap(event)) return;
    const { kind, months } = event.currentTarget.dataset;
    if (months === 0) return;
    const query = `kind=${kind}&months=${months}`;
    void wx.navigateTo({ url: `/packages/channel-office/takedown-list/takedown-list?${query}` });
  },
  async onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { form, requestId } = this;
    if (this.data.isBusy || form === undefined || this.tried === undefined) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(saveTakedown, form, requestId);
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, SAVE_ERRORS) });
      return;
    }
    this.form = undefined;
    await this.load();
    this.setData({ done: savedText(result.output.fromMonth, nowMs()) });
  },
});
