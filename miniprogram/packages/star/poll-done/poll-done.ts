import { goBack } from '../../../state/go-back';
import { pageStyle } from '../../../state/page-style';

/** After a ballot: that it is counted, and nothing else that anybody could be asked to show. */
Page({
  data: { pageStyle },
  onLoad({ star = '' }: { star?: string }) {
    if (star !== '') void wx.setNavigationBarTitle({ title: decodeURIComponent(star) });
  },
  onDoneTap() {
    void goBack(this, 'today');
  },
});
