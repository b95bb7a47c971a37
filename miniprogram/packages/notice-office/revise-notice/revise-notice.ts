import { noticeLog, previewRevision, reviseNotice } from '../../../../contract/notice/sending';
import { call } from '../../../api/client';
import { mayBeLost } from '../../../api/may-be-lost';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { dropDraft, readDraft, saveDraft } from '../../../state/drafts';
import { toFirstFault } from '../../../state/first-fault';
import { followClock } from '../../../state/follow-clock';
import { goBack } from '../../../state/go-back';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText, FAULTS_TEXT } from '../../../text/errors';
import { previewRevisionErrors, reviseErrors } from '../../../text/notice-errors';
import { mayRevise } from '../may-revise';
import { toPreviewView, type PreviewView } from '../../../components/told-when/told-when.view';
import {
  DONE_TEXT,
  NO_FAULTS,
  formName,
  isUrgent,
  opening,
  overtakenText,
  rebased,
  revisionOf,
  startForm,
  toView,
  unknownLog,
  type Log as NoticeLog,
  type ReviseForm,
  type Size,
} from './revise-notice.view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

Page({
  data: {
    pageStyle,
    view: opening,
    /** Who gets the new edition when; looked at before it is sent. */
    preview: null as PreviewView | null,
    isBusy: false,
    problem: '',
    faults: NO_FAULTS,
  },
  messageId: '',
  log: unknownLog,
  form: undefined as ReviseForm | undefined,
  /** One for all tries to save: a lost answer must not make two editions. */
  requestId: '',

  onLoad({ messageId = '' }: { messageId?: string }) {
    this.messageId = messageId;
    this.requestId = newRequestId();
    void this.load();
  },
  onShow() {
    const renew = () => {
      if (this.data.preview === null || this.data.isBusy || this.log.kind !== 'known') return;
      void this.look(this.log.output.kind);
    };
    followClock(this, { redraw: renew, reload: renew });
  },
  async load() {
    const input = { messageId: this.messageId };
    const result = await fetchAndRemember(noticeLog, input);
    this.log = shown(remembered(noticeLog, input), result);
    if (this.log.kind === 'known') {
      this.form = startForm(this.log.output, readDraft(formName(this.messageId)));
    }
    this.show();
  },
  /** Keeps what was typed beside what stands there by now. */
  async showNewer() {
    const { form } = this;
    const result = await fetchAndRemember(noticeLog, { messageId: this.messageId });
    if (!result.ok || form === undefined) return;
    this.log = shown(undefined, result);
    this.change(rebased(form, result.output));
    this.setData({ problem: overtakenText(result.output) });
  },
  show() {
    this.setData({ view: toView(this.log, this.form, mayRevise(this.log), nowMs()) });
  },
  change(fields: Partial<ReviseForm>) {
    if (this.form === undefined) return;
    this.form = { ...this.form, ...fields };
    saveDraft(formName(this.messageId), this.form);
    this.setData({ preview: null, problem: '', faults: NO_FAULTS });
    this.show();
  },

  onTitleInput(event: WechatMiniprogram.Input) {
    this.change({ title: event.detail.value });
  },
  onBodyChange(event: Typed) {
    this.change({ body: event.detail.value });
  },
  onSizePicked(event: WechatMiniprogram.CustomEvent<{ value: Size }>) {
    this.change({ size: event.detail.value });
  },
  onWhatChange(event: Typed) {
    this.change({ changed: event.detail.value });
  },

  async look(kind: NoticeLog['kind']) {
    this.setData({ isBusy: true, problem: '' });
    const result = await call(previewRevision, { messageId: this.messageId });
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, previewRevisionErrors) });
      return;
    }
    const isFirst = this.data.preview === null;
    this.setData({ preview: toPreviewView(result.output, isUrgent(kind)) });
    if (isFirst) await wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  onBackTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.setData({ preview: null, problem: '' });
  },

  async onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy || this.form === undefined || this.log.kind !== 'known') return;
    const checked = revisionOf(this.messageId, this.form, this.log.output, nowMs());
    if (!checked.ok) {
      const faults = { [checked.field]: checked.problem };
      this.setData({ faults, problem: FAULTS_TEXT }, toFirstFault);
      return;
    }
    if (checked.revision.size.kind === 'major' && this.data.preview === null) {
      await this.look(this.log.output.kind);
      return;
    }
    this.setData({ isBusy: true, problem: '' });
    const result = await call(reviseNotice, checked.revision, this.requestId);
    this.setData({ isBusy: false });
    if (!result.ok) {
      if (!mayBeLost(result.code)) this.requestId = newRequestId();
      this.setData({ problem: errorText(result, reviseErrors) });
      if (result.code === 'changed-meanwhile') await this.showNewer();
      return;
    }
    dropDraft(formName(this.messageId));
    void wx.showToast({ title: DONE_TEXT, icon: 'success' });
    await goBack(this, 'branch');
  },
});
