import { ledger } from '../../../../contract/branch/ledger';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { shown } from '../../../state/shown';
import { opening, toView, unknownLedger } from './ledger.view';

/** What the branch has to hold by rule, and what of it is held, planned or due. */
Page({
  data: { pageStyle, view: opening },
  branch: pageBranch(),
  state: unknownLedger,

  onLoad({ branchId }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
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
    const kept = remembered(ledger, this.branch);
    this.state = shown(kept);
    this.redraw();
    this.state = shown(kept, await fetchAndRemember(ledger, this.branch));
    this.redraw();
  },
  redraw() {
    this.setData({ view: toView(this.state, nowMs()) });
  },

  onMeetingTap(event: WechatMiniprogram.BaseEvent<object, { studyId: string }>) {
    const { studyId } = event.currentTarget.dataset;
    if (studyId !== '') {
      void wx.navigateTo({ url: `/packages/study-office/roll/roll?studyId=${studyId}` });
    }
  },
  onPlanTap() {
    const { branchId } = this.branch;
    const query = branchId === undefined ? '' : `?branchId=${branchId}`;
    void wx.navigateTo({ url: `/packages/study-office/edit-study/edit-study${query}` });
  },
});
