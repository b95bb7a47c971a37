import { poll as pollAction } from '../../../../contract/star/ballot';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { opening, toResultView, unknownPoll } from './poll-result.view';

Page({
  data: { pageStyle, view: opening },
  pollId: '',
  state: unknownPoll,

  onLoad({ pollId = '' }: { pollId?: string }) {
    this.pollId = pollId;
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    this.state = shown(undefined, await call(pollAction, { pollId: this.pollId }));
    this.redraw();
  },
  redraw() {
    const view = toResultView(this.state, nowMs());
    this.setData({ view });
    if (view.kind === 'content') void wx.setNavigationBarTitle({ title: view.star });
  },
  onDoorTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: event.currentTarget.dataset.page });
  },
  onSecrecyTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/star/poll-secrecy/poll-secrecy' });
  },
});
