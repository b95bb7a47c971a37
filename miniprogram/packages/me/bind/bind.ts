import { bind } from '../../../../contract/people/member';
import { call } from '../../../api/client';
import { dropDraft, readDraft, saveDraft } from '../../../state/drafts';
import { toFirstFault } from '../../../state/first-fault';
import { knownMe, refreshMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { bindErrors } from '../../../text/bind-errors';
import { errorText, FAULTS_TEXT } from '../../../text/errors';
import { INVITATION_LASTS_TEXT } from '../../../text/invitation';
import {
  boundState,
  boundText,
  checkForm,
  formOfDraft,
  NO_ERRORS,
  type BindForm,
} from './bind.view';

const DRAFT = 'bind';
/** Time to read a name and a branch. */
const READ_MS = 3000;

Page({
  data: {
    pageStyle,
    invitationLasts: INVITATION_LASTS_TEXT,
    /** What stands instead of the form for who is bound. */
    bound: boundState(null),
    form: formOfDraft(undefined),
    hasAgreed: false,
    errors: NO_ERRORS,
    problem: '',
    isBusy: false,
  },

  onLoad() {
    this.setData({ form: formOfDraft(readDraft(DRAFT)), bound: boundState(knownMe()) });
    void refreshMe().then((me) => {
      if (!this.data.isBusy) this.setData({ bound: boundState(me) });
    });
  },

  onFieldInput(event: WechatMiniprogram.Input<object, { field: keyof BindForm }>) {
    const { field } = event.currentTarget.dataset;
    const form = { ...this.data.form, [field]: event.detail.value };
    saveDraft(DRAFT, form);
    this.setData({ form, [`errors.${field}`]: '', problem: '' });
  },

  onAgreeTap() {
    this.setData({ hasAgreed: !this.data.hasAgreed, 'errors.agreed': '', problem: '' });
  },

  onPrivacyTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/me/privacy/privacy' });
  },

  async onBindTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    const checked = checkForm(this.data.form, this.data.hasAgreed);
    if (checked.kind === 'incomplete') {
      this.setData({ errors: checked.errors, problem: FAULTS_TEXT }, toFirstFault);
      return;
    }
    this.setData({ isBusy: true, errors: {}, problem: '' });
    const result = await call(bind, checked.input);
    if (!result.ok) {
      this.setData({ isBusy: false, problem: errorText(result, bindErrors) });
      return;
    }
    dropDraft(DRAFT);
    await refreshMe();
    await wx.switchTab({ url: '/pages/today/today' });
    await wx.showToast({ title: boundText(result.output.me), icon: 'none', duration: READ_MS });
  },

  onLookTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.switchTab({ url: '/pages/today/today' });
  },
});
