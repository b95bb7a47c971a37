import {
  cancelNotice,
  noticeLog,
  noticesOf,
  remindUnread,
  tellInPerson,
} from '../../../../contract/notice/sending';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { confirmed } from '../../../state/confirmed';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown, type Shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { cancelErrors, remindErrors, tellErrors } from '../../../text/notice-errors';
import { mayRevise } from '../may-revise';
import {
  CANCEL_QUESTION,
  cancelledText,
  noPages,
  opening,
  remindedText,
  toldQuestion,
  toldText,
  toListView,
  toLogView,
  unknownList,
  unknownLog,
  type Log,
} from './notice-log.view';

Page({
  data: { pageStyle, view: opening, isBusy: false, problem: '', done: '' },
  /** '' shows all notices of the branch. */
  messageId: '',
  branch: pageBranch(),
  first: unknownList,
  more: noPages,
  log: unknownLog,

  onLoad({ messageId = '', branchId = '' }: { messageId?: string; branchId?: string }) {
    this.messageId = messageId;
    this.branch = pageBranch(branchId);
  },
  onShow() {
    followClock(this, { redraw: () => this.renew(), reload: () => void this.load() });
    void this.load();
  },
  /** Once a minute, as the clock sends: what is under way is asked for anew. */
  renew() {
    const { log } = this;
    const isUnderWay =
      log.kind === 'known' && !log.output.isCancelled && log.output.counts.waiting > 0;
    if (isUnderWay) void this.loadLog();
    else this.redraw();
  },
  load() {
    return this.messageId === '' ? this.loadList() : this.loadLog();
  },
  async loadLog() {
    const input = { messageId: this.messageId };
    const kept = remembered(noticeLog, input);
    this.showLog(shown(kept));
    this.showLog(shown(kept, await fetchAndRemember(noticeLog, input)));
  },
  showLog(state: Shown<Log>) {
    this.log = state;
    this.redraw();
  },
  redraw() {
    const { log, first, more } = this;
    const view =
      this.messageId === ''
        ? toListView(first, more, nowMs())
        : toLogView(log, mayRevise(log), nowMs());
    showInPieces(this, 'view', view);
  },
  async loadList() {
    const kept = remembered(noticesOf, this.branch);
    this.more = noPages;
    this.first = shown(kept);
    this.redraw();
    this.first = shown(kept, await fetchAndRemember(noticesOf, this.branch));
    this.redraw();
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { first } = this;
    const last = this.more.at(-1) ?? (first.kind === 'known' ? first.output : undefined);
    const cursor = last?.nextCursor;
    if (this.data.isBusy || cursor === null || cursor === undefined) return;
    this.setData({ isBusy: true, problem: '' });
    const result = await call(noticesOf, { ...this.branch, cursor });
    this.setData({ isBusy: false, problem: result.ok ? '' : errorText(result, {}) });
    if (!result.ok) return;
    this.more = [...this.more, result.output];
    this.redraw();
  },
  onNoticeTap(event: WechatMiniprogram.BaseEvent<object, { messageId: string }>) {
    if (isSecondTap(event)) return;
    const { messageId } = event.currentTarget.dataset;
    void wx.navigateTo({
      url: `/packages/notice-office/notice-log/notice-log?messageId=${messageId}`,
    });
  },

  async onRemindTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(remindUnread, { messageId: this.messageId });
    this.setData({ isBusy: false });
    if (result.ok) this.setData({ done: remindedText(result.output.reminded) });
    else this.setData({ problem: errorText(result, remindErrors) });
    await this.loadLog();
  },
  async onToldTap(event: WechatMiniprogram.BaseEvent<object, { memberId: string; name: string }>) {
    if (isSecondTap(event)) return;
    const { memberId, name } = event.currentTarget.dataset;
    if (!(await confirmed(this, toldQuestion(name))) || this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(tellInPerson, { messageId: this.messageId, memberIds: [memberId] });
    this.setData({ isBusy: false });
    if (result.ok) this.setData({ done: toldText(name) });
    else this.setData({ problem: errorText(result, tellErrors) });
    await this.loadLog();
  },
  onReviseTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { messageId } = this;
    void wx.navigateTo({
      url: `/packages/notice-office/revise-notice/revise-notice?messageId=${messageId}`,
    });
  },
  async onCancelTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (!(await confirmed(this, CANCEL_QUESTION)) || this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(cancelNotice, { messageId: this.messageId });
    this.setData({ isBusy: false });
    if (result.ok) this.setData({ done: cancelledText(result.output) });
    else this.setData({ problem: errorText(result, cancelErrors) });
    await this.loadLog();
  },
});
