import { SECRETARIES } from '../../../../contract/roles';
import { branchSheets } from '../../../../contract/star/assessment';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { hasRole, knownMe } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { orMonthFault } from '../../../text/month-fault';
import { opening, toView, unknownBranch } from './sheets.view';

const whoReads = () => ({
  memberId: knownMe()?.memberId ?? '',
  isLeader: hasRole(['group-leader']),
});

/** The sheets of a branch in a month, by what they wait for. */
Page({
  data: { pageStyle, view: opening, gradesYears: false },
  branch: pageBranch(),
  /** '': the newest. */
  month: '',
  state: unknownBranch,
  /** Sections that were opened. */
  opened: [] as string[],

  onLoad({ branchId = '', month = '' }: { branchId?: string; month?: string }) {
    this.branch = pageBranch(branchId);
    this.month = month;
    this.opened = [];
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
    return { ...this.branch, ...(this.month !== '' && { month: this.month }) };
  },
  load() {
    return readAgain(this, branchSheets);
  },
  show(state: typeof unknownBranch) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    const view = toView(this.state, this.opened, whoReads(), nowMs());
    const gradesYears = hasRole(SECRETARIES);
    this.setData({ view: orMonthFault(view, this.month, nowMs()), gradesYears });
  },
  turnTo(month: string | null) {
    if (month === null) return;
    this.month = month;
    this.show(unknownBranch);
    void this.load();
  },
  onEarlierTap() {
    if (this.state.kind === 'known') this.turnTo(this.state.output.earlierMonth);
  },
  onLaterTap() {
    if (this.state.kind === 'known') this.turnTo(this.state.output.laterMonth);
  },
  onOpenTap(event: WechatMiniprogram.BaseEvent<object, { place: string }>) {
    if (isSecondTap(event)) return;
    this.opened = [...this.opened, event.currentTarget.dataset.place];
    this.redraw();
  },
  onSheetTap(event: WechatMiniprogram.BaseEvent<object, { sheetId: string }>) {
    if (isSecondTap(event)) return;
    const { sheetId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/star-office/assess/assess?sheetId=${sheetId}` });
  },
  onStandardTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId = '' } = this.branch;
    const query = branchId === '' ? '' : `?branchId=${branchId}`;
    void wx.navigateTo({ url: `/packages/star-office/standard/standard${query}` });
  },
  onYearTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId = '' } = this.branch;
    const query = branchId === '' ? '' : `?branchId=${branchId}`;
    void wx.navigateTo({ url: `/packages/star-office/year/year${query}` });
  },
});
