import { whoHasNotRead } from '../../../../contract/content/library';
import { remindUnread, tellInPerson } from '../../../../contract/notice/sending';
import { call } from '../../../api/client';
import { confirmed } from '../../../state/confirmed';
import { showInPieces } from '../../../state/in-pieces';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { instead } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { remindErrors, tellErrors } from '../../../text/notice-errors';
import { whoErrors } from '../library-errors.view';
import {
  opening,
  remindedText,
  toldQuestion,
  toldText,
  toUnreadView,
  TRAIL_NOTE,
} from './unread.view';

Page({
  data: {
    pageStyle,
    view: opening,
    trailNote: TRAIL_NOTE,
    isBusy: false,
    problem: '',
    done: '',
  },
  documentId: '',
  messageId: '',

  onLoad({ documentId = '' }: { documentId?: string }) {
    this.documentId = documentId;
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  /** Not remembered: names of people stay on the phone no longer than they are looked at. */
  async load() {
    const result = await call(whoHasNotRead, { documentId: this.documentId });
    if (!result.ok) {
      this.setData({ view: instead(result, errorText(result, whoErrors)) });
      return;
    }
    this.messageId = result.output.messageId;
    showInPieces(this, 'view', toUnreadView(result.output));
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
    await this.load();
  },
  async onRemindTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(remindUnread, { messageId: this.messageId });
    this.setData({ isBusy: false });
    if (result.ok) this.setData({ done: remindedText(result.output.reminded) });
    else this.setData({ problem: errorText(result, remindErrors) });
  },
});
