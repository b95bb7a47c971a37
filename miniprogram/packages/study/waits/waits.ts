import { today } from '../../../../contract/today';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { onDelivered } from '../../../api/outbox';
import { remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { openPage } from '../../../state/open-page';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap } from '../../../state/second-tap';
import { handedInPages, waitingReplies } from '../../../state/waiting-answers';
import { opening, toWaitsView, unknownWaits } from './waits.view';

Page({
  data: { pageStyle, view: opening },
  state: unknownWaits,
  stopListening: undefined as (() => void) | undefined,

  onLoad() {
    this.stopListening = onDelivered(() => void this.load());
  },
  onUnload() {
    this.stopListening?.();
  },
  onShow() {
    const reload = () => void this.load();
    followClock(this, { redraw: () => this.redraw(), reload });
    reload();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  question() {
    return {};
  },
  load() {
    return readAgain(this, waitsForMe);
  },
  show(state: typeof unknownWaits) {
    this.state = state;
    this.redraw();
  },
  /** Studies are those of the today page, as it has heard of them last. */
  redraw() {
    const known = remembered(today, {})?.output;
    const waiting = { replies: waitingReplies(), handedIn: handedInPages() };
    showInPieces(this, 'view', toWaitsView(this.state, known, waiting, nowMs()));
  },

  onTaskTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    const { page } = event.currentTarget.dataset;
    if (page === '') void wx.switchTab({ url: '/pages/inbox/inbox' });
    else void openPage(page);
  },
});
