import { knownMe, refreshMe } from '../../state/me';
import { pageStyle } from '../../state/page-style';
import { opening, toView } from './inbox.view';

Page({
  data: { pageStyle, view: opening },
  async onShow() {
    this.setData({ view: toView(knownMe()) });
    this.setData({ view: toView(await refreshMe()) });
  },
});
