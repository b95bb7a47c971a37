import { knownMe, refreshMe } from '../../state/me';
import { pageStyle } from '../../state/page-style';
import { isSecondTap } from '../../state/second-tap';
import { INVITATION_LASTS_TEXT } from '../../text/invitation';
import { opening, toView } from './me.view';

Page({
  data: {
    pageStyle,
    version: CLIENT_VERSION,
    view: opening,
    invitationLasts: INVITATION_LASTS_TEXT,
  },
  onShow() {
    void this.load();
  },
  async load() {
    this.setData({ view: toView(knownMe(), false) });
    this.setData({ view: toView(await refreshMe(), true) });
  },
  onOpenTap(event: WechatMiniprogram.BaseEvent<object, { url: string }>) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: event.currentTarget.dataset.url });
  },
});
