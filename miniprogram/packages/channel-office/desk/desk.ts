import { channelDesk } from '../../../../contract/content/channel-editing';
import { COMMENT_CHECKERS } from '../../../../contract/roles';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { hasRole } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { opening, toDeskView, unknownDesk } from './desk.view';

Page({
  data: { pageStyle, view: opening, checksComments: false, setsTakedown: false },
  state: unknownDesk,
  /** Of the branch from whose page the reader came: commentators are a branch's. */
  branchQuery: '',

  onLoad({ branchId = '' }: { branchId?: string }) {
    this.branchQuery = branchId === '' ? '' : `?branchId=${branchId}`;
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
    return readAgain(this, channelDesk);
  },
  show(state: typeof unknownDesk) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    const checksComments = hasRole(COMMENT_CHECKERS);
    const setsTakedown = hasRole(['committee-office']);
    this.setData({ checksComments, setsTakedown });
    showInPieces(this, 'view', toDeskView(this.state, nowMs()));
  },

  onItemTap(event: WechatMiniprogram.BaseEvent<object, { itemId: string }>) {
    if (isSecondTap(event)) return;
    const { itemId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/channel-office/check/check?itemId=${itemId}` });
  },
  onWriteTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/channel-office/write/write' });
  },
  onPageTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    const { page } = event.currentTarget.dataset;
    const query = page === 'commentators' ? this.branchQuery : '';
    void wx.navigateTo({ url: `/packages/channel-office/${page}/${page}${query}` });
  },
  onCalendarTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/channel-office/calendar/calendar' });
  },
});
