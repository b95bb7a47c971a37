import { directory } from '../../../../contract/people/member';
import { ANY_MEMBER } from '../../../../contract/roles';
import { addChange } from '../../../../contract/roster/roster';
import { dayOfInstant, localDay, parseLocalDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { dropDraft, saveDraft } from '../../../state/drafts';
import { openGate, watchGate } from '../../../state/gate';
import { goBack } from '../../../state/go-back';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { errorText } from '../../../text/errors';
import { addChangeErrors } from '../../../text/roster-errors';
import { minuteOfClock } from '../../../text/when';
import {
  draftOf,
  emptyForm,
  FORM_NAME,
  startForm,
  withFirstDay,
  type ChangeForm,
} from './change-form';
import { crewsOf, enteredText, noCrews, swapText, toFormView } from './change.view';

const opening = emptyForm(dayOfInstant(nowMs()));

type Chosen<T> = WechatMiniprogram.CustomEvent<{ value: T }>;
type Picked = Chosen<string>;

Page({
  data: {
    pageStyle,
    gate: openGate,
    form: toFormView(opening, noCrews, opening.fromDay),
    isBusy: false,
    problem: '',
    /** What the person is told before the page goes; '' when nothing. */
    told: '',
  },
  values: opening,
  crews: noCrews,
  /** Of this change: a retry enters it once. */
  overrideId: '',

  onLoad({ day = '' }: { day?: string }) {
    const today = dayOfInstant(nowMs());
    this.overrideId = newRequestId();
    this.change(startForm(parseLocalDay(day) ?? today));
    void watchGate(ANY_MEMBER, (gate) => this.setData({ gate }));
    void this.loadCrews();
  },
  async loadCrews() {
    const result = await fetchAndRemember(directory, {});
    const known = result.ok ? result.output : remembered(directory, {})?.output;
    this.crews = known === undefined ? noCrews : crewsOf(known);
    this.show();
  },
  change(values: ChangeForm) {
    this.values = values;
    saveDraft(FORM_NAME, values);
    this.show();
  },
  show() {
    const form = toFormView(this.values, this.crews, dayOfInstant(nowMs()));
    this.setData({ form, problem: '' });
  },

  onKindPicked(event: Chosen<ChangeForm['kind']>) {
    this.change({ ...this.values, kind: event.detail.value });
  },
  onLeavePicked(event: Chosen<ChangeForm['leaveKind']>) {
    this.change({ ...this.values, leaveKind: event.detail.value });
  },
  onCrewPicked(event: Chosen<string>) {
    this.change({ ...this.values, crewId: event.detail.value });
  },
  onFromPicked(event: Picked) {
    this.change(withFirstDay(this.values, localDay(event.detail.value)));
  },
  onLastPicked(event: Picked) {
    this.change({ ...this.values, lastDay: localDay(event.detail.value) });
  },
  onStartPicked(event: Picked) {
    this.change({ ...this.values, startMinute: minuteOfClock(event.detail.value) });
  },
  onEndPicked(event: Picked) {
    this.change({ ...this.values, endMinute: minuteOfClock(event.detail.value) });
  },

  async onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const { overrideId } = this;
    const result = await call(addChange, { overrideId, change: draftOf(this.values) });
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, addChangeErrors) });
      return;
    }
    dropDraft(FORM_NAME);
    const told = swapText(result.output.swapPartners);
    // What becomes of a swap is read in peace; the rest passes.
    if (told !== '') {
      this.setData({ told });
      return;
    }
    await wx.showToast({ title: enteredText(result.output), icon: 'none' });
    await goBack(this, 'today');
  },
  onToldTap() {
    void goBack(this, 'today');
  },
});
