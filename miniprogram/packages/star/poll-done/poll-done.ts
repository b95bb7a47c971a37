import { goBack } from '../../../state/go-back';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';

/** After a ballot: that it is counted, and nothing else that anybody could be asked to show. */
Page({
  data: { pageStyle },
  onLoad({ star = '' }: { star?: string }) {
    if (star !== '') void wx.setNavigationBarTitle({ title: decodeURIComponent(star) });
  },
  onDoneTap(event: Tap) {
    if (isSecondTap(event)) return;
    void goBack(this, 'today');
  },
});
