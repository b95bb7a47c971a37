import { exportMinutes, minutes, saveMinutes } from '../../../../contract/branch/minutes';
import { ROSTER_KEEPERS } from '../../../../contract/roles';
import { cleanWords } from '../../../../domain/words/clean-words';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { dropDraft, saveDraft } from '../../../state/drafts';
import { madeOnPhone, type FetchedFile } from '../../../state/fetched-file';
import { hasRole } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import {
  emptyForm,
  faultOf,
  formName,
  formOf,
  opening,
  SAVE_ERRORS,
  SAVED_TEXT,
  toView,
  unknownMinutes,
  unsavedForm,
  type MinutesForm,
} from './minutes.view';

type FieldEvent = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: string }>;

/** What was said and decided in a meeting; who was there stands in its register. */
Page({
  data: {
    pageStyle,
    view: opening,
    isBusy: false,
    isExporting: false,
    problem: '',
    done: '',
    file: null as FetchedFile | null,
  },
  studyId: '',
  state: unknownMinutes,
  form: emptyForm,
  /** One for each version that is saved, so that a retry writes no second. */
  requestId: '',
  exportId: '',

  onLoad({ studyId = '' }: { studyId?: string }) {
    this.studyId = studyId;
    void this.load();
  },
  async load() {
    this.state = shown(undefined, await call(minutes, { studyId: this.studyId }));
    if (this.state.kind === 'known') {
      this.form = unsavedForm(this.studyId) ?? formOf(this.state.output);
    }
    this.requestId = newRequestId();
    this.redraw();
  },
  redraw() {
    this.setData({ view: toView(this.state, this.form, hasRole(ROSTER_KEEPERS)) });
  },
  onInput(event: FieldEvent) {
    const { field } = event.currentTarget.dataset;
    const changed: MinutesForm = { ...this.form, [field]: event.detail.value };
    this.form = changed;
    this.requestId = newRequestId();
    saveDraft(formName(this.studyId), changed);
    if (this.data.done !== '') this.setData({ done: '' });
  },

  async onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    const fault = faultOf(this.form);
    if (fault !== '') {
      this.setData({ problem: fault });
      return;
    }
    this.setData({ isBusy: true, problem: '', done: '' });
    const { studyId, form, requestId } = this;
    const decisions = cleanWords(form.decisions);
    const input = {
      studyId,
      revision: form.revision,
      text: form.text,
      ...(decisions !== '' && { decisions }),
    };
    const result = await call(saveMinutes, input, requestId);
    this.setData({ isBusy: false });
    if (result.ok) dropDraft(formName(studyId));
    else if (result.code === 'changed-meanwhile') await this.takeUpNewest();
    if (!result.ok) {
      this.setData({ problem: errorText(result, SAVE_ERRORS) });
      return;
    }
    await this.load();
    this.setData({ done: SAVED_TEXT });
  },
  /** Shows what somebody else has saved; what stands in the fields stays, and is saved over it next. */
  async takeUpNewest() {
    const state = shown(undefined, await call(minutes, { studyId: this.studyId }));
    if (state.kind !== 'known') return;
    this.state = state;
    this.form = { ...this.form, revision: state.output.revision };
    saveDraft(formName(this.studyId), this.form);
    this.requestId = newRequestId();
    this.redraw();
  },

  async onExportTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isExporting) return;
    this.setData({ isExporting: true, problem: '' });
    if (this.exportId === '') this.exportId = newRequestId();
    const { exportId, studyId } = this;
    const { file, problem } = await madeOnPhone(call(exportMinutes, { exportId, studyId }));
    if (file !== null) this.exportId = '';
    this.setData({ isExporting: false, problem, file });
  },
  onFileClosed() {
    this.setData({ file: null });
  },
});
