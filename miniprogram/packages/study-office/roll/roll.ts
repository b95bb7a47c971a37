import { OFFICERS, ROSTER_KEEPERS } from '../../../../contract/roles';
import { exportRegister, openLine, roll, type RollLine } from '../../../../contract/study/register';
import type { OutputOf } from '../../../../contract/action';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { dropWords } from '../../../state/kept-words';
import { hasRole, knownMe, whoIsHere } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { madeOnPhone, type FetchedFile } from '../../../state/fetched-file';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { readErrorText } from '../../../text/errors';
import { admitByScan, type Admitted } from '../admit-by-scan';
import { nextPollMs } from '../codes/codes.view';
import {
  afterRefusal,
  noSheet,
  toEntrySheet,
  toLeaveSheet,
  withSitting,
  withState,
  type EntrySheet,
  type EntryState,
} from './entry-sheet.view';
import { withReasons } from './leave.view';
import { isKept, isMarkable } from './roll-person.view';
import { markableSittings, openSittings } from './roll-head.view';
import { opening, toView, type GroupKey } from './roll.view';
import { sendEntry } from './send-entry';

type Roll = OutputOf<typeof roll>;

/** Refusals after which the sheet shows what stands now. */
const LOOK_AGAIN = ['changed-meanwhile', 'leave-withdrawn'];

Page({
  data: {
    pageStyle,
    view: opening,
    query: '',
    sheet: noSheet,
    isSheetOpen: false,
    keptAs: '',
    isBusy: false,
    problem: '',
    notice: null as Admitted | null,
    canCorrect: false,
    canExport: false,
    isExporting: false,
    exportProblem: '',
    file: null as FetchedFile | null,
  },
  studyId: '',
  /** The sitting that is looked at; '' for all of them. */
  sittingId: '',
  wasSittingChosen: false,
  reply: undefined as Roll | undefined,
  /** Since when it is known, if it could not be asked anew. */
  asOfAtMs: null as number | null,
  /** Lines of which the reasons were opened since the page is on the screen. */
  opened: new Map<string, RollLine>(),
  unfolded: [] as GroupKey[],
  isShown: false,
  failures: 0,
  timer: 0,
  /** One per opened sheet, so that pressing again after a lost answer enters nobody twice. */
  requestId: '',
  /** Of the sheet that is asked for: the same until it is here. */
  exportId: '',

  onLoad(query: { studyId?: string; sittingId?: string }) {
    this.studyId = query.studyId ?? '';
    this.sittingId = query.sittingId ?? '';
    this.wasSittingChosen = this.sittingId !== '';
  },
  onShow() {
    this.isShown = true;
    this.opened = new Map();
    followClock(this, { redraw: () => this.showAgain(), reload: () => void this.load() });
    void this.showRights();
    void this.load();
  },
  async showRights() {
    await whoIsHere();
    this.setData({ canCorrect: hasRole(ROSTER_KEEPERS), canExport: hasRole(OFFICERS) });
    this.showAgain();
  },
  onHide() {
    this.leave();
  },
  onUnload() {
    this.leave();
  },
  leave() {
    this.isShown = false;
    clearTimeout(this.timer);
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },

  /** Whether what is shown was just read. */
  async load(): Promise<boolean> {
    clearTimeout(this.timer);
    const { studyId, sittingId } = this;
    const of = sittingId === '' ? { studyId } : { studyId, sittingId, isBySitting: true };
    const input = { ...of, opensReasons: true };
    const kept = remembered(roll, input);
    const isFirst = this.reply === undefined;
    if (isFirst) this.show(shown(kept));
    // Written to storage once per visit, not at every look at who has come.
    const result = await (isFirst ? fetchAndRemember(roll, input) : call(roll, input));
    // Another sitting was chosen meanwhile.
    if (sittingId !== this.sittingId) return false;
    this.failures = result.ok ? 0 : this.failures + 1;
    this.show(shown(kept, result));
    this.lookLater();
    if (!this.wasSittingChosen) this.lookAtOpenSitting();
    return result.ok;
  },
  /** Of several sittings the one in which people come in just now is looked at first. */
  lookAtOpenSitting() {
    const study = this.reply?.study;
    if (study === undefined || study.sittings.length === 1) return;
    const open = openSittings(study, nowMs())[0];
    if (open !== undefined) this.lookAt(open.sittingId);
  },
  lookAt(sittingId: string) {
    this.wasSittingChosen = true;
    this.sittingId = sittingId;
    void this.load();
  },
  onSittingTap(event: WechatMiniprogram.BaseEvent<object, { sittingId: string }>) {
    this.lookAt(event.currentTarget.dataset.sittingId);
  },
  lookLater() {
    const { reply } = this;
    clearTimeout(this.timer);
    if (!this.isShown || reply?.isFinal === true) return;
    const isOpen = reply !== undefined && openSittings(reply.study, nowMs()).length > 0;
    this.timer = setTimeout(() => void this.load(), nextPollMs(isOpen, this.failures));
  },

  show(state: Parameters<typeof toView>[0]) {
    let opened = state;
    if (state.kind === 'known') {
      const { lines, ...rest } = state.output;
      this.reply = {
        ...rest,
        lines: lines.map((line) => withReasons(line, this.opened.get(line.memberId))),
      };
      this.asOfAtMs = state.asOfAtMs;
      opened = { ...state, output: this.reply };
    }
    const { query, canCorrect } = this.data;
    const { unfolded, sittingId } = this;
    const memberId = knownMe()?.memberId ?? '';
    const choice = { query, canCorrect, unfolded, sittingId, memberId };
    showInPieces(this, 'view', toView(opened, choice, nowMs()));
  },
  showAgain() {
    const { reply, asOfAtMs } = this;
    if (reply !== undefined) this.show({ kind: 'known', output: reply, asOfAtMs });
  },

  onQueryChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ query: event.detail.value });
    this.showAgain();
  },
  onFoldTap(event: WechatMiniprogram.BaseEvent<object, { group: GroupKey }>) {
    if (isSecondTap(event)) return;
    const { group } = event.currentTarget.dataset;
    this.unfolded = this.unfolded.includes(group)
      ? this.unfolded.filter((key) => key !== group)
      : [...this.unfolded, group];
    this.showAgain();
  },

  onReasonTap(event: WechatMiniprogram.BaseEvent<object, { memberId: string }>) {
    if (isSecondTap(event)) return;
    void this.openReasons(event.currentTarget.dataset.memberId);
  },
  /** Whether the reasons of the line are here; each look at them stands in the trail of the person. */
  async openReasons(memberId: string): Promise<boolean> {
    const result = await call(openLine, { studyId: this.studyId, memberId });
    if (!result.ok) {
      this.setData({ notice: { tone: 'warn', text: readErrorText(result) } });
      return false;
    }
    this.opened.set(memberId, result.output.line);
    this.showAgain();
    return true;
  },
  /** Whether what stands on the sheet may be answered: nobody answers leave without having read why it was asked. */
  async readBefore(memberId: string): Promise<boolean> {
    const line = this.reply?.lines.find((each) => each.memberId === memberId);
    const isUnread = this.sheetOf(memberId)?.leave !== undefined && line?.hasReason === true;
    return !isUnread || (await this.openReasons(memberId));
  },
  async onPersonTap(event: WechatMiniprogram.BaseEvent<object, { memberId: string }>) {
    if (isSecondTap(event)) return;
    const { memberId } = event.currentTarget.dataset;
    if (!(await this.readBefore(memberId))) return;
    const sheet = this.sheetOf(memberId);
    if (sheet === undefined) return;
    this.requestId = newRequestId();
    const deed = sheet.leave === undefined ? sheet.kind : 'answer-leave';
    const keptAs = `${deed}:${this.studyId}:${memberId}`;
    this.setData({ sheet, isSheetOpen: true, keptAs, problem: '' });
  },
  sheetOf(memberId: string): EntrySheet | undefined {
    const { reply } = this;
    const line = reply?.lines.find((each) => each.memberId === memberId);
    if (reply === undefined || line === undefined || memberId === knownMe()?.memberId) return;
    const isMark = isMarkable(reply);
    if (!isMark && !(this.data.canCorrect && isKept(reply.study))) return;
    const sittings = isMark ? markableSittings(reply.study, nowMs(), this.sittingId) : [];
    return isMark && line.leave !== undefined && this.data.canCorrect
      ? toLeaveSheet(line, reply.study, sittings, nowMs())
      : toEntrySheet(line, !isMark, sittings, nowMs());
  },
  onStatePicked(event: WechatMiniprogram.CustomEvent<{ value: EntryState }>) {
    this.setData({ sheet: withState(this.data.sheet, event.detail.value) });
  },
  onSittingPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ sheet: withSitting(this.data.sheet, event.detail.value) });
  },
  onSheetClosed() {
    this.setData({ isSheetOpen: false });
  },

  async onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { sheet } = this.data;
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const sent = await sendEntry(this.studyId, sheet, event.detail.reason, this.requestId);
    if ('line' in sent) {
      this.put(sent.line);
      dropWords(this.data.keptAs);
      this.setData({ isBusy: false, isSheetOpen: false });
      await this.load();
      return;
    }
    const { code, text } = sent.refused;
    if (!LOOK_AGAIN.includes(code)) {
      this.setData({ isBusy: false, problem: text });
      return;
    }
    // It is said only together with what stands now.
    const { memberId } = sheet;
    const isRead = (await this.load()) && (await this.readBefore(memberId));
    const after = afterRefusal(sheet, isRead ? this.sheetOf(memberId) : null, text);
    this.setData({
      isBusy: false,
      sheet: after.sheet,
      isSheetOpen: after.isOpen,
      problem: after.problem,
      ...(!after.isOpen && { notice: { tone: 'warn' as const, text: after.problem } }),
    });
  },

  /** Shows the new line at once; the next answer brings the whole register. */
  put(line: RollLine) {
    const { reply } = this;
    if (reply === undefined) return;
    const lines = reply.lines.map((each) => (each.memberId === line.memberId ? line : each));
    this.reply = { ...reply, lines };
    this.showAgain();
  },

  async onAdmitTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { reply } = this;
    if (reply === undefined || this.data.isBusy) return;
    const open = openSittings(reply.study, nowMs());
    const sitting = open.find(({ sittingId }) => sittingId === this.sittingId) ?? open[0];
    if (sitting === undefined) return;
    this.setData({ isBusy: true });
    const notice = await admitByScan(this, this.studyId, sitting.sittingId);
    this.setData({ isBusy: false, notice: notice ?? null });
    await this.load();
  },

  async onExportTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isExporting) return;
    this.setData({ isExporting: true, exportProblem: '' });
    if (this.exportId === '') this.exportId = newRequestId();
    const { exportId, studyId } = this;
    const { file, problem } = await madeOnPhone(call(exportRegister, { exportId, studyId }));
    if (file !== null) this.exportId = '';
    this.setData({ isExporting: false, exportProblem: problem, file });
  },
  onFileClosed() {
    this.setData({ file: null });
  },
});
