import { norms, saveNorms } from '../../../../contract/branch/norms';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { dropDraft, saveDraft } from '../../../state/drafts';
import { hasRole, knownMe, whoIsHere } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import {
  firstScope,
  formName,
  formOf,
  unsavedForm,
  type NormsForm,
  type Scope,
} from './norms-form';
import {
  NEWER_VIEW,
  opening,
  savedText,
  SAVE_ERRORS,
  toForm,
  toRead,
  unknownNorms,
  withPicked,
} from './norms.view';

/** What is asked of branches and for how long things are kept; the committee office sets it. */
Page({
  data: { pageStyle, view: opening, isBusy: false, problem: '', done: '' },
  branch: pageBranch(),
  scope: firstScope,
  state: unknownNorms,
  form: undefined as NormsForm | undefined,
  /** One for each that is saved, so that a retry writes no second. */
  requestId: '',

  onLoad({ branchId = '' }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
    void this.load();
  },
  async load() {
    await whoIsHere();
    this.state = shown(undefined, await call(norms, this.branch));
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
    if (!hasRole(['committee-office'])) {
      this.setData({ view: toRead(state.output) });
      return;
    }
    const form = formOf(state.output, scope);
    if (form === undefined) {
      this.setData({ view: NEWER_VIEW });
      return;
    }
    const unsaved = unsavedForm(this.branchId(), scope);
    this.requestId = newRequestId();
    this.draw(unsaved?.version === form.version ? unsaved : form);
  },
  draw(form: NormsForm) {
    if (this.state.kind !== 'known') return;
    this.form = form;
    const view = toForm(this.state.output, this.scope, form);
    this.setData({ view, problem: '', done: '' });
  },

  onScopePicked(event: WechatMiniprogram.CustomEvent<{ value: Scope }>) {
    this.scope = event.detail.value;
    this.take();
  },
  onPicked(event: WechatMiniprogram.CustomEvent<{ value: number }, object, { key: string }>) {
    const { form, state, scope } = this;
    if (form === undefined || state.kind !== 'known') return;
    const { key } = event.currentTarget.dataset;
    const changed = withPicked(state.output, scope, form, { key, index: event.detail.value });
    this.requestId = newRequestId();
    saveDraft(formName(this.branchId(), scope), changed);
    this.draw(changed);
  },

  async onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { form, scope, requestId } = this;
    if (this.data.isBusy || form === undefined) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const input = { ...this.branch, isForAll: scope === 'common', ...form };
    const result = await call(saveNorms, input, requestId);
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, SAVE_ERRORS) });
      return;
    }
    dropDraft(formName(this.branchId(), scope));
    await this.load();
    this.setData({ done: savedText(result.output.fromMonth, nowMs()) });
  },
});
