import { placeChoices } from '../../../../contract/people/keeping';
import { addMember, directory, type Standing } from '../../../../contract/people/member';
import { ROSTER_KEEPERS } from '../../../../contract/roles';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { newRequestId } from '../../../api/request-id';
import { dropDraft, saveDraft } from '../../../state/drafts';
import { toFirstFault } from '../../../state/first-fault';
import { openGate, watchGate } from '../../../state/gate';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { errorText, FAULTS_TEXT, readErrorText } from '../../../text/errors';
import { addMemberErrors } from '../../../text/member-errors';
import {
  emptyForm,
  fitting,
  formName,
  inputOf,
  nextForm,
  startForm,
  type AddForm,
} from './add-form';
import {
  addedView,
  errorsOf,
  NO_ERRORS,
  noChoices,
  placeSheet,
  toFormView,
  type AddedView,
  type Place,
  type PlaceSheet,
} from './add-member.view';

const opening = emptyForm('');

Page({
  data: {
    pageStyle,
    gate: openGate,
    form: toFormView(opening, noChoices),
    errors: NO_ERRORS,
    /** What stands in the sheet; kept while it closes. */
    sheet: null as PlaceSheet | null,
    isChoosing: false,
    added: null as AddedView | null,
    isBusy: false,
    problem: '',
  },
  branch: pageBranch(),
  values: opening,
  choices: noChoices,

  onLoad({ branchId = '' }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
    this.choices = remembered(placeChoices, this.branch)?.output ?? noChoices;
    this.change(startForm(branchId, newRequestId()));
    void watchGate(ROSTER_KEEPERS, (gate) => this.setData({ gate }));
    void this.loadChoices();
  },
  async loadChoices() {
    const result = await fetchAndRemember(placeChoices, this.branch);
    if (!result.ok) {
      this.setData({ problem: readErrorText(result) });
      return;
    }
    this.choices = result.output;
    this.change(fitting(this.values, this.choices));
  },
  change(values: AddForm) {
    this.values = values;
    saveDraft(formName(this.branch.branchId ?? ''), values);
    this.setData({ form: toFormView(values, this.choices), problem: '' });
  },

  onNameInput(event: WechatMiniprogram.Input) {
    this.change({ ...this.values, name: event.detail.value });
    this.setData({ 'errors.name': '', problem: '' });
  },
  onStaffNumberInput(event: WechatMiniprogram.Input) {
    // Another staff number is another person, also when the last try is still on its way.
    const memberId = newRequestId();
    this.change({ ...this.values, memberId, staffNumber: event.detail.value });
    this.setData({ 'errors.staffNumber': '', problem: '' });
  },
  onStandingPicked(event: WechatMiniprogram.CustomEvent<{ value: Standing }>) {
    this.change({ ...this.values, standing: event.detail.value });
  },

  onPlaceTap(event: WechatMiniprogram.BaseEvent<object, { place: Place }>) {
    if (isSecondTap(event)) return;
    const { place } = event.currentTarget.dataset;
    const people = remembered(directory, this.branch)?.output.people ?? [];
    const near = people.map(({ crewId }) => crewId);
    const sheet = placeSheet(place, this.values, this.choices, near);
    this.setData({ sheet, isChoosing: true });
  },
  onOptionPicked(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const id = event.detail.id === '' ? null : event.detail.id;
    const isGroup = this.data.sheet?.place === 'group';
    this.change({ ...this.values, ...(isGroup ? { groupId: id } : { crewId: id }) });
    this.onCloseTap();
  },
  onCloseTap(event?: Tap) {
    if (isSecondTap(event)) return;
    this.setData({ isChoosing: false });
  },
  onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!event.detail.visible) this.onCloseTap();
  },

  async onAddTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    const errors = errorsOf(this.values);
    const hasFaults = Object.keys(errors).length > 0;
    if (hasFaults) {
      this.setData({ errors, problem: FAULTS_TEXT }, toFirstFault);
      return;
    }
    this.setData({ errors, problem: '' });
    this.setData({ isBusy: true });
    const { values } = this;
    const result = await call(addMember, { ...this.branch, ...inputOf(values) });
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, addMemberErrors) });
      return;
    }
    dropDraft(formName(this.branch.branchId ?? ''));
    const hasComeBack = result.output.memberId !== values.memberId;
    this.setData({ added: addedView(values, this.choices, hasComeBack) });
    await wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  onNextTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.change(nextForm(this.values, newRequestId()));
    this.setData({ added: null });
  },
  onImportTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId = '' } = this.branch;
    void wx.navigateTo({
      url: `/packages/branch-office/roster-import/roster-import?branchId=${branchId}`,
    });
  },
  onInviteTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId = '' } = this.branch;
    void wx.navigateTo({
      url: `/packages/branch-office/invitation/invitation?branchId=${branchId}`,
    });
  },
});
