import { dashboard, peopleToTalkTo } from '../../../../contract/branch/dashboard';
import { holdsOneOf } from '../../../../contract/roles';
import { dayOfInstant, monthOf } from '../../../../domain/time/local-day';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { knownMe } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
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
  },
  branch: pageBranch(),
  month: '',
  state: unknownDashboard,

  /** Without a month: the present one. */
  onLoad({ branchId = '', month = '' }: { branchId?: string; month?: string }) {
    this.branch = pageBranch(branchId);
    this.month = month === '' ? monthOf(dayOfInstant(nowMs())) : month;
  },
  onShow() {
    this.setData({ seesAll: holdsOneOf(knownMe()?.roles ?? [], ['committee-office']) });
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  onMonthTap(event: WechatMiniprogram.BaseEvent<object, { month: string }>) {
    this.month = event.currentTarget.dataset.month;
    void this.load();
  },
  onFigureTap(event: WechatMiniprogram.BaseEvent<object, { of: string }>) {
    this.openList(`of=${event.currentTarget.dataset.of}`);
  },
  onCellTap(event: WechatMiniprogram.BaseEvent<object, { studyIds: string; crew?: string }>) {
    const { studyIds, crew = '' } = event.currentTarget.dataset;
    if (studyIds !== '') this.openList(`of=rate&studyIds=${studyIds}&crew=${crew}`);
  },
  openList(query: string) {
    const { branchId = '' } = this.branch;
    const of = `branchId=${branchId}&month=${this.month}`;
    void wx.navigateTo({
      url: `/packages/branch-office/dashboard-list/dashboard-list?${of}&${query}`,
    });
  },
  onLedgerTap() {
    const { branchId = '' } = this.branch;
    void wx.navigateTo({ url: `/packages/branch-office/ledger/ledger?branchId=${branchId}` });
  },
  onAllTap() {
    void wx.navigateTo({ url: '/packages/branch-office/all-branches/all-branches' });
  },
  onTableTap() {
    this.setData({ isTable: !this.data.isTable });
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
    const kept = remembered(peopleToTalkTo, this.branch)?.output;
    show(kept);
    if (!isNow()) return;
    const result = await fetchAndRemember(peopleToTalkTo, this.branch);
    show(result.ok ? result.output : kept);
  },
  redraw() {
    this.setData({ view: toView(this.state, nowMs()), pills: monthPills(this.month, nowMs()) });
  },
});
