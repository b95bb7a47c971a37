import { exportLedger, ledger } from '../../../../contract/branch/ledger';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { madeOnPhone, type FetchedFile } from '../../../state/fetched-file';
import { followClock } from '../../../state/follow-clock';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { opening, toView, unknownLedger } from './ledger.view';

/** What the branch has to hold by rule, and what of it is held, planned or due. */
Page({
  data: {
    pageStyle,
    view: opening,
    isBusy: false,
    problem: '',
    file: null as FetchedFile | null,
  },
  branch: pageBranch(),
  state: unknownLedger,
  exportId: '',

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
  question() {
    return this.branch;
  },
  load() {
    return readAgain(this, ledger);
  },
  show(state: typeof unknownLedger) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    this.setData({ view: toView(this.state, nowMs()) });
  },

  onMeetingTap(event: WechatMiniprogram.BaseEvent<object, { studyId: string }>) {
    if (isSecondTap(event)) return;
    const { studyId } = event.currentTarget.dataset;
    if (studyId !== '') {
      void wx.navigateTo({ url: `/packages/study-office/roll/roll?studyId=${studyId}` });
    }
  },
  onMinutesTap(event: WechatMiniprogram.BaseEvent<object, { studyId: string }>) {
    if (isSecondTap(event)) return;
    const { studyId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/branch-office/minutes/minutes?studyId=${studyId}` });
  },
  async onExportTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    if (this.exportId === '') this.exportId = newRequestId();
    const { exportId } = this;
    const { file, problem } = await madeOnPhone(call(exportLedger, { ...this.branch, exportId }));
    if (file !== null) this.exportId = '';
    this.setData({ isBusy: false, file, problem });
  },
  onFileClosed() {
    this.setData({ file: null });
  },
  onPlanTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId } = this.branch;
    const query = branchId === undefined ? '' : `?branchId=${branchId}`;
    void wx.navigateTo({ url: `/packages/study-office/edit-study/edit-study${query}` });
  },
});
