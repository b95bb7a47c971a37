import { takeBackResponse } from '../../../../contract/note/exchange';
import { answerSharing, noteDetail, withdrawNote } from '../../../../contract/note/writing';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { goBack } from '../../../state/go-back';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { takeBackReplyQuestion } from '../replies.view';
import { answerSharingErrors } from '../../../text/note-errors';
import {
  ANSWERED_TEXT,
  CARD,
  NOT_SHOWN,
  opening,
  REPLY_BACK_TEXT,
  STOPPED_TEXT,
  stopQuestion,
  takeBackQuestion,
  toOpenView,
  unknownDetail,
} from './open.view';

type Answer = keyof typeof ANSWERED_TEXT;

Page({
  data: { pageStyle, view: opening, opened: 0, isBusy: false, problem: '', done: '' },
  noteId: '',
  state: unknownDetail,

  onLoad({ noteId = '' }: { noteId?: string }) {
    this.noteId = noteId;
    void wx.hideShareMenu();
  },
  onShow() {
    followClock(this, { redraw: () => this.renew(), reload: () => void this.load() });
    void this.load();
  },
  /** Once a minute: a verdict on a picture may have come. */
  renew() {
    const { state } = this;
    const waits =
      state.kind === 'known' && state.output.note.pictures.some(({ check }) => check === 'pending');
    if (waits) void this.load();
    else this.redraw();
  },
  /** Not remembered: addresses of pictures end, and what was shared may not be any more. */
  async load() {
    const { noteId } = this;
    const result = await call(noteDetail, { noteId });
    const isNotShown = !result.ok && result.code === 'not-found';
    this.state = isNotShown ? NOT_SHOWN : shown(undefined, result);
    this.redraw();
  },
  redraw() {
    const view = toOpenView(this.state, nowMs());
    this.setData({ view });
    void (view.kind === 'content' && view.canPass ? wx.showShareMenu({}) : wx.hideShareMenu());
  },
  /** Opens this page; to whom nobody is bound it shows how to be. docs/rules.md#R-264 */
  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    return { ...CARD, path: `/packages/note/open/open?noteId=${this.noteId}` };
  },

  onPictureTap(event: WechatMiniprogram.BaseEvent<object, { src: string }>) {
    if (isSecondTap(event)) return;
    if (this.data.view.kind !== 'content') return;
    const urls = this.data.view.pictures.map(({ src }) => src).filter((src) => src !== '');
    void wx.previewImage({ urls, current: event.currentTarget.dataset.src });
  },
  onVersionTap(event: WechatMiniprogram.BaseEvent<object, { version: number }>) {
    if (isSecondTap(event)) return;
    const { version } = event.currentTarget.dataset;
    this.setData({ opened: this.data.opened === version ? 0 : version });
  },

  async onAnswerTap(event: WechatMiniprogram.BaseEvent<object, { answer: Answer }>) {
    if (isSecondTap(event)) return;
    const { answer } = event.currentTarget.dataset;
    const { state, noteId } = this;
    if (this.data.isBusy || state.kind !== 'known' || state.output.note.ask === null) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const { askId } = state.output.note.ask;
    const result = await call(answerSharing, { noteId, askId, answer });
    this.setData({
      isBusy: false,
      problem: result.ok ? '' : errorText(result, answerSharingErrors),
      done: result.ok ? ANSWERED_TEXT[answer] : '',
    });
    await this.load();
  },
  onChangeTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/note/write/write?noteId=${this.noteId}` });
  },
  async onReplyTakeBack({ detail }: WechatMiniprogram.CustomEvent<{ replyId: string }>) {
    if (this.data.isBusy || !(await confirmed(this, takeBackReplyQuestion))) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(takeBackResponse, { responseId: detail.replyId });
    this.setData({
      isBusy: false,
      problem: result.ok ? '' : errorText(result, {}),
      done: result.ok ? REPLY_BACK_TEXT : '',
    });
    await this.load();
  },
  async onStopTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (!(await confirmed(this, stopQuestion))) return;
    if (!(await this.withdraw('sharing'))) return;
    this.setData({ done: STOPPED_TEXT });
    await this.load();
  },
  async onTakeBackTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (!(await confirmed(this, takeBackQuestion))) return;
    if (await this.withdraw('note')) await goBack(this, 'today');
  },
  async withdraw(what: 'sharing' | 'note'): Promise<boolean> {
    if (this.data.isBusy) return false;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(withdrawNote, { noteId: this.noteId, what });
    this.setData({ isBusy: false, problem: result.ok ? '' : errorText(result, {}) });
    return result.ok;
  },
});
