import { paperStyles, savePaperStyle } from '../../../../contract/branch/paper-style';
import type { BookPart, Paper } from '../../../../domain/branch/paper-style';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { dropDraft, saveDraft } from '../../../state/drafts';
import { toFirstFault } from '../../../state/first-fault';
import { hasRole, knownMe } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText, FAULTS_TEXT } from '../../../text/errors';
import {
  firstScope,
  formName,
  formOf,
  hasNewer,
  styleOf,
  unsavedForm,
  withPart,
  type PapersForm,
  type Scope,
} from './papers-form';
import {
  faultsOf,
  inheritedParts,
  NEWER_VIEW,
  NO_FAULTS,
  opening,
  SAVE_ERRORS,
  SAVED_TEXT,
  toView,
  unknownStyles,
} from './papers.view';

type Typed = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  { field: 'organisation' | 'closing' }
>;
type HeadTyped = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  { paper: Paper; field: 'title' | 'signers' }
>;
type Checked = WechatMiniprogram.CustomEvent<{ checked: boolean }, object, { id: BookPart }>;

/** What an office sets of the documents that it prints. */
Page({
  data: { pageStyle, view: opening, isBusy: false, problem: '', faults: NO_FAULTS, done: '' },
  branch: pageBranch(),
  scope: firstScope,
  state: unknownStyles,
  form: undefined as PapersForm | undefined,
  /** One for each that is saved, so that a retry writes no second. */
  requestId: '',

  onLoad({ branchId = '' }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
    void this.load();
  },
  async load() {
    this.state = shown(undefined, await call(paperStyles, this.branch));
    this.take();
  },
  branchId() {
    return this.branch.branchId ?? knownMe()?.branchId ?? '';
  },
  /** What stands for the scope, or what was begun on this phone. */
  take() {
    const { state, scope } = this;
    if (state.kind !== 'known') {
      this.setData({ view: state });
      return;
    }
    if (hasNewer(state.output[scope])) {
      this.setData({ view: NEWER_VIEW });
      return;
    }
    const unsaved = unsavedForm(this.branchId(), scope);
    const form = formOf(state.output, scope);
    this.requestId = newRequestId();
    this.draw(unsaved?.revision === form.revision ? unsaved : form);
  },
  draw(form: PapersForm) {
    if (this.state.kind !== 'known') return;
    this.form = form;
    const view = toView(this.state.output, this.scope, form, hasRole(['committee-office']));
    this.setData({ view, problem: '', faults: NO_FAULTS, done: '' });
  },
  change(form: PapersForm) {
    this.requestId = newRequestId();
    saveDraft(formName(this.branchId(), this.scope), form);
    this.draw(form);
  },

  onScopePicked(event: WechatMiniprogram.CustomEvent<{ value: Scope }>) {
    this.scope = event.detail.value;
    this.take();
  },
  onInput(event: Typed) {
    const { field } = event.currentTarget.dataset;
    if (this.form === undefined || this.form[field] === event.detail.value) return;
    this.change({ ...this.form, [field]: event.detail.value });
  },
  onHeadInput(event: HeadTyped) {
    const { paper, field } = event.currentTarget.dataset;
    if (this.form === undefined) return;
    const head = { ...this.form.papers[paper], [field]: event.detail.value };
    this.change({ ...this.form, papers: { ...this.form.papers, [paper]: head } });
  },
  onPartChange(event: Checked) {
    const { id } = event.currentTarget.dataset;
    if (this.form === undefined || this.state.kind !== 'known') return;
    const inherited = inheritedParts(this.state.output, this.scope);
    this.change(withPart(this.form, id, event.detail.checked, inherited));
  },
  onUsualPartsTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.form !== undefined) this.change({ ...this.form, hidden: null });
  },

  async onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { form, scope, requestId } = this;
    if (this.data.isBusy || form === undefined) return;
    const faults = faultsOf(form);
    if (Object.keys(faults).length > 0) {
      this.setData({ faults, problem: FAULTS_TEXT }, toFirstFault);
      return;
    }
    this.setData({ isBusy: true, problem: '', done: '' });
    const input = {
      ...this.branch,
      forAll: scope === 'common',
      revision: form.revision,
      style: styleOf(form),
    };
    const result = await call(savePaperStyle, input, requestId);
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, SAVE_ERRORS) });
      return;
    }
    dropDraft(formName(this.branchId(), scope));
    await this.load();
    this.setData({ done: SAVED_TEXT });
  },
});
