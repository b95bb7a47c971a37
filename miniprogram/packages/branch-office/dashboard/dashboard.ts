import { dashboard, exportDashboard, peopleToTalkTo } from '../../../../contract/branch/dashboard';
import { DATA_KEEPERS } from '../../../../contract/people/data-asks';
import { dayOfInstant, monthOf } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { madeOnPhone, type FetchedFile } from '../../../state/fetched-file';
import { followClock } from '../../../state/follow-clock';
import { hasRole, whoIsHere } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { monthPills, noPills } from '../month-pills.view';
import type { WordPage } from '../word.view';
import { noWords, opening, toView, toWords, unknownDashboard } from './dashboard.view';

Page({
  data: {
    pageStyle,
    view: opening,
    pills: noPills,
    words: noWords,
    isTable: false,
    seesAll: false,
    seesAsks: false,
    problem: '',
    isBusy: false,
    file: null as FetchedFile | null,
  },
  branch: pageBranch(),
  month: '',
  state: unknownDashboard,
  /** Of the file that is asked for: the same until it is here, so that asking again makes no other. */
  exportId: '',

  /** Without a month: the present one. */
  onLoad({ branchId = '', month = '' }: { branchId?: string; month?: string }) {
    this.branch = pageBranch(branchId);
    this.pick(month === '' ? monthOf(dayOfInstant(nowMs())) : month);
  },
  onShow() {
    void this.showDoors();
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async showDoors() {
    await whoIsHere();
    this.setData({ seesAll: hasRole(['committee-office']), seesAsks: hasRole(DATA_KEEPERS) });
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  onMonthTap(event: WechatMiniprogram.BaseEvent<object, { month: string }>) {
    this.pick(event.currentTarget.dataset.month);
    void this.load();
  },
  pick(month: string) {
    this.month = month;
    this.exportId = newRequestId();
    this.setData({ problem: '' });
  },
  onFigureTap(event: WechatMiniprogram.BaseEvent<object, { of: string; part?: string }>) {
    if (isSecondTap(event)) return;
    const { of, part = '' } = event.currentTarget.dataset;
    if (of !== 'note') {
      this.openList(`of=${of}&part=${part}`, this.month);
      return;
    }
    const { branchId = '' } = this.branch;
    const query = `branchId=${branchId}&month=${this.month}&type=${part}`;
    void wx.navigateTo({ url: `/packages/note-office/notes/notes?${query}` });
  },
  onTrendTap(event: WechatMiniprogram.BaseEvent<object, { month: string }>) {
    if (isSecondTap(event)) return;
    this.openList('of=rate', event.currentTarget.dataset.month);
  },
  onCellTap(event: WechatMiniprogram.BaseEvent<object, { studyIds: string; crew?: string }>) {
    if (isSecondTap(event)) return;
    const { studyIds, crew = '' } = event.currentTarget.dataset;
    if (studyIds !== '') this.openList(`of=rate&studyIds=${studyIds}&crew=${crew}`, this.month);
  },
  openList(query: string, month: string) {
    const { branchId = '' } = this.branch;
    const of = `branchId=${branchId}&month=${month}`;
    void wx.navigateTo({
      url: `/packages/branch-office/dashboard-list/dashboard-list?${of}&${query}`,
    });
  },
  onLedgerTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId = '' } = this.branch;
    void wx.navigateTo({ url: `/packages/branch-office/ledger/ledger?branchId=${branchId}` });
  },
  onNormsTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId = '' } = this.branch;
    void wx.navigateTo({ url: `/packages/branch-office/norms/norms?branchId=${branchId}` });
  },
  onAsksTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId = '' } = this.branch;
    void wx.navigateTo({ url: `/packages/branch-office/data-asks/data-asks?branchId=${branchId}` });
  },
  onNotReachedTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId = '' } = this.branch;
    const page = '/packages/notice-office/not-reached/not-reached';
    void wx.navigateTo({ url: `${page}?branchId=${branchId}` });
  },
  onAllTap(event: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: '/packages/branch-office/all-branches/all-branches' });
  },
  onTableTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.setData({ isTable: !this.data.isTable });
  },

  async onExportTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const { exportId, month } = this;
    const { file, problem } = await madeOnPhone(
      call(exportDashboard, { ...this.branch, exportId, month }),
    );
    if (file !== null) this.exportId = newRequestId();
    this.setData({ isBusy: false, file, problem });
  },
  onFileClosed() {
    this.setData({ file: null });
  },

  async load() {
    await Promise.all([this.loadFigures(), this.loadWords()]);
  },
  async loadFigures() {
    const { month } = this;
    const input = { ...this.branch, month };
    const kept = remembered(dashboard, input);
    this.state = shown(kept);
    this.redraw();
    const result = await fetchAndRemember(dashboard, input);
    // Another month may have been picked meanwhile.
    if (month !== this.month) return;
    this.state = shown(kept, result);
    this.redraw();
  },
  async loadWords() {
    const isNow = () => this.month === monthOf(dayOfInstant(nowMs()));
    const show = (page: WordPage | undefined) => {
      this.setData({ words: page === undefined || !isNow() ? noWords : toWords(page) });
    };
    const input = { ...this.branch, isShort: true };
    const kept = remembered(peopleToTalkTo, input)?.output;
    show(kept);
    if (!isNow()) return;
    const result = await fetchAndRemember(peopleToTalkTo, input);
    show(result.ok ? result.output : kept);
  },
  redraw() {
    this.setData({ view: toView(this.state, nowMs()), pills: monthPills(this.month, nowMs()) });
  },
});
