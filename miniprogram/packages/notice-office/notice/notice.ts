import { directory } from '../../../../contract/people/member';
import { PRESENTERS } from '../../../../contract/roles';
import { previewNotice, sendNotice } from '../../../../contract/notice/sending';
import type { NoticeDraft } from '../../../../contract/notice/notice-shapes';
import { type Channel } from '../../../../domain/notice/kind-rules';
import type { NoticeKind } from '../../../../domain/notice/kind-names';
import { KIND_RULES } from '../../../../domain/notice/notice-kinds';
import { localDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { dropDraft, saveDraft } from '../../../state/drafts';
import { toFirstFault } from '../../../state/first-fault';
import { followClock } from '../../../state/follow-clock';
import { goOnTo } from '../../../state/go-back';
import { openGate, watchGate } from '../../../state/gate';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { errorText, FAULTS_TEXT } from '../../../text/errors';
import { previewErrors, sendErrors } from '../../../text/notice-errors';
import { minuteOfClock } from '../../../text/when';
import {
  draftOf,
  emptyForm,
  formName,
  reachOf,
  startForm,
  unknownReach,
  withKind,
  withToggled,
  type AudienceKind,
  type NoticeForm,
} from './notice-form';
import { faultOf, NO_FAULTS, noDirectoryText, toFormView } from './notice-form.view';
import { toPreviewView, type PreviewView } from '../../../components/told-when/told-when.view';

const opening = emptyForm(nowMs());

type Picked<T = string> = WechatMiniprogram.CustomEvent<{ value: T }>;

Page({
  data: {
    pageStyle,
    gate: openGate,
    form: toFormView(opening, unknownReach, nowMs()),
    preview: null as PreviewView | null,
    isBusy: false,
    problem: '',
    faults: NO_FAULTS,
  },
  values: opening,
  reach: unknownReach,
  branch: pageBranch(),
  /** What the preview on the screen speaks of. */
  draft: undefined as NoticeDraft | undefined,

  onShow() {
    // A plan is of its minute: what is sent is what was looked at.
    const renew = () => {
      if (this.data.preview !== null) void this.onPreviewTap();
    };
    followClock(this, { redraw: renew, reload: renew });
  },
  onLoad({ branchId = '' }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
    this.change(startForm(nowMs(), this.branch.branchId));
    void watchGate(PRESENTERS, (gate) => this.setData({ gate }));
    void this.loadReach();
  },
  async loadReach() {
    const result = await fetchAndRemember(directory, this.branch);
    const known = result.ok ? result.output : remembered(directory, this.branch)?.output;
    if (known === undefined) {
      if (!result.ok) this.setData({ problem: noDirectoryText(result) });
      return;
    }
    this.reach = reachOf(known);
    this.setData({ form: toFormView(this.values, this.reach, nowMs()) });
  },
  change(values: NoticeForm) {
    this.values = values;
    saveDraft(formName(this.branch.branchId), values);
    const form = toFormView(values, this.reach, nowMs());
    this.setData({ form, preview: null, problem: '', faults: NO_FAULTS });
  },

  onKindPicked(event: Picked<NoticeKind>) {
    this.change(withKind(this.values, event.detail.value, nowMs()));
  },
  onChannelPicked(event: Picked<Channel>) {
    this.change({ ...this.values, channel: event.detail.value });
  },
  onTitleInput(event: WechatMiniprogram.Input) {
    this.change({ ...this.values, title: event.detail.value });
  },
  onBodyChange(event: Picked) {
    this.change({ ...this.values, body: event.detail.value });
  },
  onAudiencePicked(event: Picked<AudienceKind>) {
    this.change({ ...this.values, audience: event.detail.value });
  },
  onPartChange(event: WechatMiniprogram.BaseEvent<object, { id: string }>) {
    const { id } = event.currentTarget.dataset;
    const { values } = this;
    this.change(
      values.audience === 'crews'
        ? { ...values, crewIds: withToggled(values.crewIds, id) }
        : { ...values, groupIds: withToggled(values.groupIds, id) },
    );
  },
  onDigestChange() {
    this.change({ ...this.values, isDigest: !this.values.isDigest });
  },
  onLaterChange() {
    this.change({ ...this.values, isLater: !this.values.isLater });
  },
  onSendDay(event: Picked) {
    this.change({ ...this.values, sendDay: localDay(event.detail.value) });
  },
  onSendTime(event: Picked) {
    this.change({ ...this.values, sendMinute: minuteOfClock(event.detail.value) });
  },
  onDeadlineDay(event: Picked) {
    this.change({ ...this.values, deadlineDay: localDay(event.detail.value) });
  },
  onDeadlineTime(event: Picked) {
    this.change({ ...this.values, deadlineMinute: minuteOfClock(event.detail.value) });
  },

  async onPreviewTap(event?: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    const checked = draftOf(this.values);
    if (!checked.ok) {
      const faults = faultOf(checked.problem);
      this.setData({ faults, problem: FAULTS_TEXT }, toFirstFault);
      return;
    }
    this.draft = checked.draft;
    this.setData({ isBusy: true, problem: '' });
    const result = await call(previewNotice, { ...this.branch, draft: checked.draft });
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, previewErrors) });
      return;
    }
    const isUrgent = KIND_RULES[checked.draft.kind].urgency === 'urgent';
    const isFirst = this.data.preview === null;
    this.setData({ preview: toPreviewView(result.output, isUrgent) });
    if (isFirst) await wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  onBackTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.setData({ preview: null, problem: '' });
  },

  async onSendTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { draft, values } = this;
    const { messageId } = values;
    if (this.data.isBusy || draft === undefined) return;
    this.setData({ isBusy: true, problem: '' });
    const result = await call(sendNotice, { ...this.branch, messageId, draft });
    this.setData({ isBusy: false });
    if (!result.ok) {
      if (result.code === 'written-before') this.change({ ...values, messageId: newRequestId() });
      this.setData({ problem: errorText(result, sendErrors) });
      return;
    }
    dropDraft(formName(this.branch.branchId));
    await goOnTo(this, `/packages/notice-office/notice-log/notice-log?messageId=${messageId}`);
  },
});
