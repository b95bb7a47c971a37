import { PRIVACY_VERSION } from '../../../../contract/people/member';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { allPeriods, keptFor } from '../kept.view';
import { readYears } from '../read-years';

Page({
  data: {
    pageStyle,
    version: PRIVACY_VERSION,
    looksKeptFor: keptFor('audit-entry', null),
    periods: allPeriods(null),
    isGuideMissing: false,
  },
  async onLoad() {
    const years = await readYears();
    this.setData({ looksKeptFor: keptFor('audit-entry', years), periods: allPeriods(years) });
  },
  onContractTap(event: Tap) {
    if (isSecondTap(event)) return;
    // Outside a published mini program WeChat has no guide to open.
    wx.openPrivacyContract({ fail: () => this.setData({ isGuideMissing: true }) });
  },
});
