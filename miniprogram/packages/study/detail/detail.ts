import type { InputOf } from '../../../../contract/action';
import { OFFICERS } from '../../../../contract/roles';
import { reply, studyDetail } from '../../../../contract/study/mine';
import { cancelStudy } from '../../../../contract/study/writing';
import { call } from '../../../api/client';
import { keptWrites, onDelivered, sendOrKeep } from '../../../api/outbox';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { dropWords } from '../../../state/kept-words';
import { hasRole } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { waitingReplies } from '../../../state/waiting-answers';
import { CANCEL_TEXT } from '../../../text/edit-study';
import { errorText } from '../../../text/errors';
import { notCopiedText } from '../../../text/phone-refusal';
import { replyErrors } from '../../../text/reply-errors';
import { shownStudy } from './asked.view';
import { COPIED_TEXT, opening, toView, unknownDetail } from './detail.view';
import { dropLeaveWords, keepLeaveWords, leaveWords } from '../leave-words';
import { openMaterial } from '../open-material';
import { drafts } from '../../note/note-draft';

type Reply = InputOf<typeof reply>['reply'];
type Sheet = 'none' | 'excuse' | 'cancel';

Page({
  data: {
    pageStyle,
    view: opening,
    readsMinutes: false,
    sheet: noSheet(),
    isBusy: false,
    problem: '',
    sheetProblem: '',
    leaveReason: '',
    keptAs: '',
  },
  studyId: '',
  state: unknownDetail,
  /** As it was read last: what waits for the network is listed by it. */
  topic: '',
  /** One per opened sheet: pressing again after a lost answer must not cancel twice. */
  cancelRequestId: '',
  stopListening: undefined as (() => void) | undefined,

  onLoad(query: { studyId?: string }) {
    this.studyId = query.studyId ?? '';
    this.stopListening = onDelivered(() => void this.load());
  },
  onUnload() {
    this.stopListening?.();
  },
  onShow() {
    followClock(this, {
      redraw: () => this.redraw(),
      reload: () => void this.load(),
    });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },

  async load() {
    const input = { studyId: this.studyId };
    const kept = remembered(studyDetail, input);
    this.show(shown(kept));
    this.show(shownStudy(kept, await fetchAndRemember(studyDetail, input)));
  },
  show(state: typeof unknownDetail) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    const view = toView(this.state, waitingReplies(), keptWrites(), nowMs(), drafts());
    if (view.kind === 'content') this.topic = view.topic;
    this.setData({ view, readsMinutes: hasRole(OFFICERS) });
  },

  onSittingTap(event: WechatMiniprogram.BaseEvent<object, { sittingId: string; can: boolean }>) {
    if (isSecondTap(event)) return;
    const { sittingId, can } = event.currentTarget.dataset;
    if (can) void this.answer({ kind: 'coming', sittingId });
  },

  onExcuseTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { reason, problem } = leaveWords(this.studyId);
    const keptAs = `ask-leave:${this.studyId}`;
    this.setData({ sheet: 'excuse', keptAs, leaveReason: reason, sheetProblem: problem });
  },
  onTakeBackTap(event: Tap) {
    if (isSecondTap(event)) return;
    void this.answer({ kind: 'none' });
  },
  onCancelTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.cancelRequestId = newRequestId();
    this.setData({ sheet: 'cancel', keptAs: `cancel-study:${this.studyId}`, sheetProblem: '' });
  },
  onSheetClosed() {
    this.setData({ sheet: 'none' });
  },

  onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { reason } = event.detail;
    if (this.data.sheet === 'excuse') void this.answer({ kind: 'excused', reason });
    else void this.cancel(reason);
  },

  async answer(answer: Reply) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '', sheetProblem: '' });
    const { studyId } = this;
    const input = { studyId, reply: answer };
    if (answer.kind === 'excused') keepLeaveWords(studyId, { reason: answer.reason, problem: '' });
    const result = await sendOrKeep(reply, input, this.topic);
    if (result.ok === true && answer.kind === 'excused') dropLeaveWords(studyId);
    const problem = result.ok === false ? errorText(result, replyErrors) : '';
    if (result.ok === false && result.code === 'words-refused') {
      // The reason stays where it was typed, to be said in other words.
      this.setData({ isBusy: false, sheetProblem: problem });
      return;
    }
    // Sent, or among the leave words.
    if (answer.kind === 'excused') dropWords(this.data.keptAs);
    this.setData({ isBusy: false, sheet: 'none', problem });
    await this.load();
  },

  async cancel(reason: string) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, sheetProblem: '' });
    const input = { studyId: this.studyId, reason };
    const result = await call(cancelStudy, input, this.cancelRequestId);
    if (!result.ok) {
      this.setData({ isBusy: false, sheetProblem: errorText(result, CANCEL_TEXT) });
      await this.load();
      return;
    }
    dropWords(this.data.keptAs);
    this.setData({ isBusy: false, sheet: 'none' });
    await this.load();
  },

  async onMaterialTap(event: WechatMiniprogram.BaseEvent<object, { url: string }>) {
    if (isSecondTap(event)) return;
    const how = await openMaterial(event.currentTarget.dataset.url);
    if (how === 'copied') await wx.showToast({ title: COPIED_TEXT, icon: 'none' });
    this.setData({ problem: how === 'opened' || how === 'copied' ? '' : notCopiedText(how) });
  },

  onMakeUpTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/study/make-up/make-up?studyId=${this.studyId}` });
  },

  onCheckInTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.view.kind !== 'content') return;
    const sittingId = this.data.view.checkInSittingId;
    void wx.navigateTo({
      url: `/packages/study/check-in/check-in?studyId=${this.studyId}&sittingId=${sittingId}&start=scan`,
    });
  },

  onNoteTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: event.currentTarget.dataset.page });
  },
  onWriteTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.view.kind !== 'content') return;
    const topic = encodeURIComponent(this.data.view.topic);
    void wx.navigateTo({
      url: `/packages/note/write/write?studyId=${this.studyId}&topic=${topic}`,
    });
  },

  async onCodesTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.view.kind !== 'content') return;
    const codes = this.data.view.officer?.codes ?? [];
    const sitting = codes.length > 1 ? await pick(codes) : codes[0];
    if (sitting === undefined) return;
    await wx.navigateTo({
      url: `/packages/study-office/codes/codes?studyId=${this.studyId}&sittingId=${sitting.sittingId}`,
    });
  },
  onRollTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/study-office/roll/roll?studyId=${this.studyId}` });
  },
  onMakeUpsTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/study-office/make-ups/make-ups?studyId=${this.studyId}` });
  },
  onMinutesTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({
      url: `/packages/branch-office/minutes/minutes?studyId=${this.studyId}`,
    });
  },
  onEditTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({
      url: `/packages/study-office/edit-study/edit-study?studyId=${this.studyId}`,
    });
  },
});

function noSheet(): Sheet {
  return 'none';
}

/** Lets the person choose; undefined when they close the sheet without choosing. */
async function pick<T extends { readonly text: string }>(
  choices: readonly T[],
): Promise<T | undefined> {
  try {
    const { tapIndex } = await wx.showActionSheet({ itemList: choices.map(({ text }) => text) });
    return choices[tapIndex];
  } catch {
    return undefined;
  }
}
