import { issueCoverage } from '../../../../contract/content/coverage';
import { tellInPerson } from '../../../../contract/notice/sending';
import { branches } from '../../../../contract/people/member';
import { CONTENT_CHANNELS } from '../../../../domain/content/channel/item';
import { dayOfInstant, parseLocalDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { hasRole } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap } from '../../../state/second-tap';
import { instead } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { tellErrors } from '../../../text/notice-errors';
import {
  branchPills,
  coverageErrors,
  firstChannel,
  noPills,
  opening,
  toCoverageView,
  toldQuestion,
  toldText,
  unknownCoverage,
} from './coverage.view';

interface Query {
  readonly channel?: string;
  readonly day?: string;
  readonly branchId?: string;
}

Page({
  data: {
    pageStyle,
    view: opening,
    pills: noPills,
    branchId: '',
    isBusy: false,
    problem: '',
    done: '',
  },
  channel: firstChannel,
  day: dayOfInstant(nowMs()),
  state: unknownCoverage,

  /** Without a branch: one's own. */
  onLoad({ channel, day = '', branchId = '' }: Query) {
    this.setData({ branchId });
    this.channel = CONTENT_CHANNELS.find((each) => each === channel) ?? 'party';
    this.day = parseLocalDay(day) ?? dayOfInstant(nowMs());
  },
  async onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    await this.load();
    if (hasRole(['committee-office']) && this.data.pills.length === 0) await this.loadBranches();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  /** Not remembered: names of people stay on the phone no longer than they are looked at. */
  async load() {
    const { channel, day } = this;
    const { branchId } = this.data;
    const result = await call(issueCoverage, { ...pageBranch(branchId), channel, day });
    // Another branch may have been picked meanwhile.
    if (branchId !== this.data.branchId) return;
    this.state = result.ok
      ? { kind: 'known', output: result.output, asOfAtMs: null }
      : instead(result, errorText(result, coverageErrors));
    this.redraw();
  },
  redraw() {
    showInPieces(this, 'view', toCoverageView(this.state, this.channel, this.day, nowMs()));
  },
  async loadBranches() {
    const result = await call(branches, {});
    if (!result.ok || this.state.kind !== 'known') return;
    const { branchId } = this.state.output;
    this.setData({ branchId, pills: branchPills(result.output, branchId) });
  },
  onBranchPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const branchId = event.detail.value;
    const pills = this.data.pills.map((pill) => ({ ...pill, isOn: pill.value === branchId }));
    this.setData({ branchId, pills, problem: '', done: '', view: opening });
    void this.load();
  },
  async onToldTap(event: WechatMiniprogram.BaseEvent<object, { memberId: string; name: string }>) {
    if (isSecondTap(event)) return;
    const { memberId, name } = event.currentTarget.dataset;
    const { state } = this;
    if (state.kind !== 'known' || this.data.isBusy) return;
    if (!(await confirmed(this, toldQuestion(name)))) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const { messageId } = state.output;
    const result = await call(tellInPerson, { messageId, memberIds: [memberId] });
    this.setData({ isBusy: false });
    if (result.ok) this.setData({ done: toldText(name) });
    else this.setData({ problem: errorText(result, tellErrors) });
    await this.load();
  },
});
