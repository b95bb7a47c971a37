import { makeUpsOf, openMakeUp } from '../../../../contract/study/make-up';
import { call } from '../../../api/client';
import { mayBeLost } from '../../../api/may-be-lost';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { dropWords } from '../../../state/kept-words';
import { knownMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { errorText } from '../../../text/errors';
import { OPEN_MAKE_UP_TEXT } from '../../../text/make-up-office';
import { opening, toView, unknownMakeUps } from './make-ups.view';

Page({
  data: {
    pageStyle,
    view: opening,
    name: '',
    isSheetOpen: false,
    keptAs: '',
    isBusy: false,
    problem: '',
  },
  studyId: '',
  memberId: '',
  state: unknownMakeUps,
  /** One per opened sheet: pressing again after a lost answer tells nobody twice. */
  requestId: '',

  onLoad(query: { studyId?: string }) {
    this.studyId = query.studyId ?? '';
  },
  onShow() {
    followClock(this, { redraw: () => this.show(this.state), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },

  question() {
    return { studyId: this.studyId };
  },
  load() {
    return readAgain(this, makeUpsOf);
  },
  show(state: typeof unknownMakeUps) {
    this.state = state;
    showInPieces(this, 'view', toView(state, nowMs(), knownMe()?.memberId ?? ''));
  },

  onContentTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({
      url: `/packages/study-office/make-up-content/make-up-content?studyId=${this.studyId}`,
    });
  },
  onOpenTap(event: WechatMiniprogram.BaseEvent<object, { memberId: string; name: string }>) {
    if (isSecondTap(event)) return;
    const { memberId, name } = event.currentTarget.dataset;
    this.memberId = memberId;
    this.requestId = newRequestId();
    const keptAs = `open-make-up:${this.studyId}:${memberId}`;
    this.setData({ name, isSheetOpen: true, keptAs, problem: '' });
  },
  onSheetClosed() {
    this.setData({ isSheetOpen: false });
  },
  async onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const { studyId, memberId, requestId } = this;
    const input = { studyId, memberId, reason: event.detail.reason };
    const result = await call(openMakeUp, input, requestId);
    if (!result.ok) {
      if (!mayBeLost(result.code)) this.requestId = newRequestId();
      this.setData({ isBusy: false, problem: errorText(result, OPEN_MAKE_UP_TEXT) });
      return;
    }
    dropWords(this.data.keptAs);
    this.setData({ isBusy: false, isSheetOpen: false });
    await this.load();
  },
});
