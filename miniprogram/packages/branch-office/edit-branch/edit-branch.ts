import { placeChoices, saveBranch } from '../../../../contract/people/keeping';
import { call } from '../../../api/client';
import { fetchAndRemember } from '../../../api/remembered';
import { newRequestId } from '../../../api/request-id';
import { dropDraft, saveDraft } from '../../../state/drafts';
import { toFirstFault } from '../../../state/first-fault';
import { watchGate } from '../../../state/gate';
import { hasRole } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText, FAULTS_TEXT } from '../../../text/errors';
import { saveBranchErrors } from '../../../text/member-errors';
import {
  emptyForm,
  formName,
  formOf,
  inputOf,
  isUnsaved,
  unsavedForm,
  withGroup,
  withGroupName,
  withoutGroup,
  type BranchForm,
} from './branch-form';
import { faultsOf, NO_FAULTS, nothingSaved, opening, savedText, toView } from './edit-branch.view';

const NEW = 'new';

type RowEvent = WechatMiniprogram.BaseEvent<object, { at: number }>;

/** The name and the groups of the branch `branchId`; without it a new one is made. */
Page({
  data: {
    pageStyle,
    view: opening,
    isNew: false,
    isSaved: false,
    isBusy: false,
    problem: '',
    faults: NO_FAULTS,
    done: '',
  },
  branchId: '',
  form: emptyForm,
  saved: nothingSaved,

  onLoad({ branchId = '' }: { branchId?: string }) {
    const isNew = branchId === '';
    const sentId = isNew ? (unsavedForm(NEW)?.sentId ?? '') : '';
    this.branchId = branchId || sentId || newRequestId();
    this.setData({ isNew });
    void this.load();
  },
  draftName() {
    return formName(this.data.isNew ? NEW : this.branchId);
  },
  async load() {
    const unsaved = unsavedForm(this.data.isNew ? NEW : this.branchId);
    if (this.data.isNew) {
      this.show(unsaved ?? emptyForm);
      await watchGate(['committee-office'], (gate) => {
        if (gate.kind === 'content') this.show(this.form);
        else this.setData({ view: gate });
      });
      if (unsaved?.sentId === this.branchId) await this.lookForSent();
      return;
    }
    const state = shown(
      undefined,
      await fetchAndRemember(placeChoices, { branchId: this.branchId }),
    );
    if (state.kind !== 'known') {
      this.setData({ view: state });
      return;
    }
    this.saved = state.output;
    this.show(unsaved ?? formOf(state.output));
  },
  /** What got no answer may be made; then it is gone on with. */
  async lookForSent() {
    const made = await call(placeChoices, { branchId: this.branchId });
    if (!made.ok) return;
    const { form } = this;
    dropDraft(this.draftName());
    this.setData({ isNew: false, isSaved: true });
    if (isUnsaved(form, made.output)) saveDraft(this.draftName(), form);
    await this.load();
    this.setData({ done: savedText(true, formOf(made.output)) });
  },
  change(form: BranchForm) {
    saveDraft(this.draftName(), form);
    this.show(form);
  },
  show(form: BranchForm) {
    this.form = form;
    const view = toView(form, hasRole(['committee-office']));
    this.setData({ view, problem: '', faults: NO_FAULTS, done: '' });
  },

  onNameInput(event: WechatMiniprogram.Input) {
    this.change({ ...this.form, name: event.detail.value });
  },
  onGroupInput(event: WechatMiniprogram.Input<object, { at: number }>) {
    this.change(withGroupName(this.form, event.currentTarget.dataset.at, event.detail.value));
  },
  onGroupAddTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.change(withGroup(this.form, newRequestId()));
  },
  onGroupRemoveTap(event: RowEvent) {
    if (isSecondTap(event)) return;
    this.change(withoutGroup(this.form, event.currentTarget.dataset.at, this.saved));
  },

  async onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    const { branchId, saved, form } = this;
    const faults = faultsOf(form);
    if (Object.keys(faults).length > 0) {
      this.setData({ faults, problem: FAULTS_TEXT }, toFirstFault);
      return;
    }
    this.setData({ isBusy: true, problem: '' });
    // The page may be left before the answer is there.
    if (this.data.isNew) this.change({ ...form, sentId: branchId });
    const result = await call(saveBranch, inputOf(form, branchId, saved));
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, saveBranchErrors) });
      return;
    }
    dropDraft(this.draftName());
    const { isNew } = this.data;
    this.setData({ isNew: false, isSaved: true });
    await this.load();
    this.setData({ done: savedText(isNew, form) });
  },
  onPapersTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/branch-office/papers/papers?branchId=${this.branchId}` });
  },
  onAddTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.redirectTo({
      url: `/packages/branch-office/add-member/add-member?branchId=${this.branchId}`,
    });
  },
});
