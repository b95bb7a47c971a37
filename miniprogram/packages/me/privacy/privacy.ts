import { PRIVACY_VERSION } from '../../../../contract/people/member';
import { pageStyle } from '../../../state/page-style';

Page({
  data: { pageStyle, version: PRIVACY_VERSION, isGuideMissing: false },
  onContractTap() {
    // Outside a published mini program WeChat has no guide to open.
    wx.openPrivacyContract({ fail: () => this.setData({ isGuideMissing: true }) });
  },
});
