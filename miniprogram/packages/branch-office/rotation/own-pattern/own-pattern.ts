import { saveDraft } from '../../../../state/drafts';
import { isSecondTap, type Tap } from '../../../../state/second-tap';
import { minuteOfClock } from '../../../../text/when';
import {
  emptyForm,
  FORM_NAME,
  patternOf,
  startForm,
  withLength,
  withMore,
  withName,
  withNext,
  without,
  withShift,
  type Label,
  type OwnForm,
  type OwnShift,
} from './own-form';
import { LENGTH_TEXTS, toOwnView } from './own-pattern.view';

const NONE = -1;

type At = WechatMiniprogram.BaseEvent<object, { index: number }>;
type Chosen<T> = WechatMiniprogram.CustomEvent<{ value: T }, object, { index: number }>;
type Picked = Chosen<string>;

/** A cycle of one's own, drawn by tapping. Event: drawn { pattern }. */
Component({
  options: { styleIsolation: 'apply-shared' },
  data: {
    view: toOwnView(emptyForm, NONE),
    lengthTexts: LENGTH_TEXTS,
    form: emptyForm,
    open: NONE,
  },
  lifetimes: {
    attached() {
      this.show(startForm(), NONE);
    },
  },
  methods: {
    show(form: OwnForm, open: number) {
      this.setData({ form, open, view: toOwnView(form, open) });
    },
    /** @param open absent: what is being changed stays open */
    change(form: OwnForm, open?: number) {
      saveDraft(FORM_NAME, form);
      this.show(form, open ?? this.data.open);
    },
    changeShift(index: number, given: Partial<OwnShift>) {
      this.change(withShift(this.data.form, index, given));
    },

    onLessTap() {
      this.change(withLength(this.data.form, this.data.form.days.length - 1));
    },
    onMoreTap() {
      this.change(withLength(this.data.form, this.data.form.days.length + 1));
    },
    onLengthPicked(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.change(withLength(this.data.form, event.detail.value + 1));
    },
    onNameInput(event: WechatMiniprogram.Input) {
      this.change({ ...this.data.form, name: event.detail.value });
    },
    onDayTap(event: At) {
      this.change(withNext(this.data.form, event.currentTarget.dataset.index));
    },
    onWorkdaysTap() {
      this.change({ ...this.data.form, isWorkdaysOnly: !this.data.form.isWorkdaysOnly });
    },

    onShiftTap(event: At) {
      if (isSecondTap(event)) return;
      const { index } = event.currentTarget.dataset;
      this.show(this.data.form, index === this.data.open ? NONE : index);
    },
    onAddTap(event: Tap) {
      if (isSecondTap(event)) return;
      this.change(withMore(this.data.form), this.data.form.shifts.length);
    },
    onRemoveTap(event: At) {
      if (isSecondTap(event)) return;
      this.change(without(this.data.form, event.currentTarget.dataset.index), NONE);
    },
    onLabelPicked(event: Chosen<Label>) {
      this.change(withName(this.data.form, event.currentTarget.dataset.index, event.detail.value));
    },
    onKindPicked(event: Chosen<OwnShift['kind']>) {
      this.changeShift(event.currentTarget.dataset.index, { kind: event.detail.value });
    },
    onStartPicked(event: Picked) {
      const startMinute = minuteOfClock(event.detail.value);
      this.changeShift(event.currentTarget.dataset.index, { startMinute });
    },
    onEndPicked(event: Picked) {
      const endMinute = minuteOfClock(event.detail.value);
      this.changeShift(event.currentTarget.dataset.index, { endMinute });
    },
    onAfterMidnightTap(event: At) {
      const { index } = event.currentTarget.dataset;
      const isAfterMidnight = this.data.form.shifts[index]?.isAfterMidnight !== true;
      this.changeShift(index, { isAfterMidnight });
    },

    onDoneTap(event: Tap) {
      if (isSecondTap(event)) return;
      if (this.data.view.problem !== '') return;
      this.triggerEvent('drawn', { pattern: patternOf(this.data.form) });
    },
  },
});
