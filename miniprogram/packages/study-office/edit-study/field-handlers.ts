import { nowMs } from '../../../state/clock';
import type { PageBranch } from '../../../state/page-branch';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { minuteOfClock } from '../../../text/when';
import * as change from './change-form';
import { KIND_CHOICES } from './edit-study.view';
import type { Clashes } from './own-clashes.view';
import { newSittingId, type StudyForm } from './study-form';

type Times = Parameters<typeof change.withFound>[1];
type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

/** The page as these handlers use it. */
interface EditedPage {
  readonly typed: StudyForm | undefined;
  readonly branch: PageBranch;
  readonly data: { readonly isMonthly: boolean };
  hear(clashes: Clashes): void;
  /** Takes a change over; `field` is the one whose fault it answers. */
  edit(form: StudyForm, field?: string): void;
  setData(data: object): void;
}

/** What the fields of the form do when they are used: each makes another form of the one typed so far. */
export const fieldHandlers = {
  onTopicInput(this: EditedPage, event: WechatMiniprogram.Input) {
    if (this.typed) this.edit({ ...this.typed, topic: event.detail.value }, 'topic');
  },
  onWhyChange(this: EditedPage, event: Typed) {
    if (this.typed) this.edit({ ...this.typed, why: event.detail.value });
  },
  onKindPicked(this: EditedPage, event: WechatMiniprogram.CustomEvent<{ value: number }>) {
    const kind = KIND_CHOICES[event.detail.value]?.kind;
    if (this.typed && kind !== undefined) this.edit(change.withKind(this.typed, kind));
  },
  onMinutesTap(this: EditedPage, event: WechatMiniprogram.BaseEvent<object, { steps: number }>) {
    if (this.typed) this.edit(change.withMinutes(this.typed, event.currentTarget.dataset.steps));
  },

  onAddMaterialTap(this: EditedPage, event: Tap) {
    if (isSecondTap(event)) return;
    if (this.typed) this.edit(change.withMaterial(this.typed));
  },
  onRemoveMaterialTap(
    this: EditedPage,
    event: WechatMiniprogram.BaseEvent<object, { index: number }>,
  ) {
    if (isSecondTap(event)) return;
    if (!this.typed) return;
    this.setData({ faults: {}, problem: '' });
    this.edit(change.withoutMaterial(this.typed, event.currentTarget.dataset.index));
  },
  onMaterialInput(
    this: EditedPage,
    event: WechatMiniprogram.Input<object, { index: number; field: 'title' | 'url' }>,
  ) {
    const { index, field } = event.currentTarget.dataset;
    if (!this.typed) return;
    const form = change.changedMaterial(this.typed, index, { [field]: event.detail.value });
    this.edit(form, `material-${field}-${index}`);
  },
  onMustReadChange(
    this: EditedPage,
    event: WechatMiniprogram.BaseEvent<object, { index: number }>,
  ) {
    const { index } = event.currentTarget.dataset;
    const material = this.typed?.materials[index];
    if (!this.typed || material === undefined) return;
    this.edit(change.changedMaterial(this.typed, index, { isMustRead: !material.isMustRead }));
  },

  onAudienceKindPicked(
    this: EditedPage,
    event: WechatMiniprogram.CustomEvent<{ value: StudyForm['audience'] }>,
  ) {
    this.setData({ query: '' });
    if (this.typed) this.edit({ ...this.typed, audience: event.detail.value }, 'audience');
  },
  onOptionChange(this: EditedPage, event: WechatMiniprogram.BaseEvent<object, { id: string }>) {
    if (this.typed)
      this.edit(change.toggled(this.typed, event.currentTarget.dataset.id), 'audience');
  },
  onAddSittingTap(this: EditedPage, event: Tap) {
    if (isSecondTap(event)) return;
    if (this.typed) this.edit(change.withSitting(this.typed, newSittingId(), nowMs()), 'sittings');
  },
  onSittingsFound(this: EditedPage, event: WechatMiniprogram.CustomEvent<{ sittings: Times }>) {
    const { sittings } = event.detail;
    if (this.typed) this.edit(change.withFound(this.typed, sittings, newSittingId), 'sittings');
  },
  onSittingsWeighed(this: EditedPage, event: WechatMiniprogram.CustomEvent<{ clashes: Clashes }>) {
    this.hear(event.detail.clashes);
  },
  onMonthlyChange(this: EditedPage) {
    this.setData({ isMonthly: !this.data.isMonthly });
  },
  onRecurringTap(this: EditedPage, event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId } = this.branch;
    const query = branchId === undefined ? '' : `?branchId=${branchId}`;
    void wx.navigateTo({ url: `/packages/study-office/recurring/recurring${query}` });
  },
  onRemoveSittingTap(
    this: EditedPage,
    event: WechatMiniprogram.BaseEvent<object, { sittingId: string }>,
  ) {
    if (isSecondTap(event)) return;
    const { sittingId } = event.currentTarget.dataset;
    if (this.typed) this.edit(change.withoutSitting(this.typed, sittingId), `time-${sittingId}`);
  },
  onSittingChange(
    this: EditedPage,
    event: WechatMiniprogram.Input<object, { sittingId: string; field: change.SittingField }>,
  ) {
    const { sittingId, field } = event.currentTarget.dataset;
    const { value } = event.detail;
    if (!this.typed) return;
    const minute = minuteOfClock(value);
    const form = change.changedSitting(this.typed, sittingId, field, value, minute);
    this.edit(form, `${field === 'place' ? 'place' : 'time'}-${sittingId}`);
  },
  onOwnWindowTap(
    this: EditedPage,
    event: WechatMiniprogram.BaseEvent<object, { sittingId: string; isOpen: boolean }>,
  ) {
    if (isSecondTap(event)) return;
    const { sittingId, isOpen } = event.currentTarget.dataset;
    this.setData({ [`windows.${sittingId}`]: !isOpen });
  },
  onUsualWindowTap(
    this: EditedPage,
    event: WechatMiniprogram.BaseEvent<object, { sittingId: string }>,
  ) {
    if (isSecondTap(event)) return;
    const { sittingId } = event.currentTarget.dataset;
    if (this.typed) this.edit(change.withUsualWindow(this.typed, sittingId), `time-${sittingId}`);
  },
};
