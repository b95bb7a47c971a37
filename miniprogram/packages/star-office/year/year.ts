import { giveGrade, yearlyReview } from '../../../../contract/star/reviews';
import { needsReason, type Grade } from '../../../../domain/star/assessment/grades';
import { call } from '../../../api/client';
import { mayBeLost } from '../../../api/may-be-lost';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { dropWords } from '../../../state/kept-words';
import { lastKnown } from '../../../state/last-known';
import { knownMe } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap } from '../../../state/second-tap';
import { errorText } from '../../../text/errors';
import { giveGradeErrors } from '../../../text/sheet-errors';
import {
  canGrade,
  CHOICES,
  firstGrade,
  opening,
  toView,
  unknownYear,
  usualYear,
  type Year,
} from './year.view';

/** Under which what is typed of a grade is kept. */
const reasonOf = (year: number, memberId: string): string => `grade:${year}:${memberId}`;

/** The yearly review of a branch: what the months say beside the grades that were decided. */
Page({
  data: {
    pageStyle,
    view: opening,
    choices: CHOICES,
    grading: '',
    keptAs: '',
    name: '',
    grade: firstGrade,
    isReasonOptional: !needsReason(firstGrade),
    isBusy: false,
    problem: '',
  },
  branch: pageBranch(),
  year: 0,
  state: unknownYear,
  known: undefined as Year | undefined,
  /** Of what is being done: pressing again after a lost answer does it once. */
  gradeId: '',

  onLoad({ branchId = '' }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
    this.year = usualYear(nowMs());
    this.gradeId = newRequestId();
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
    return { ...this.branch, year: this.year };
  },
  load() {
    return readAgain(this, yearlyReview);
  },
  show(state: typeof unknownYear) {
    this.state = state;
    this.known = lastKnown(this.known, state);
    this.redraw();
  },
  redraw() {
    this.setData({ view: toView(this.state, knownMe()?.memberId, nowMs()) });
  },
  turn(step: -1 | 1) {
    this.year += step;
    this.known = undefined;
    this.show(unknownYear);
    void this.load();
  },
  onEarlierTap() {
    this.turn(-1);
  },
  onLaterTap() {
    this.turn(1);
  },
  rowOf(memberId: string) {
    return this.known?.rows.find((row) => row.memberId === memberId);
  },
  onPersonTap(event: WechatMiniprogram.BaseEvent<object, { memberId: string }>) {
    if (isSecondTap(event)) return;
    const { memberId } = event.currentTarget.dataset;
    const row = this.rowOf(memberId);
    if (row === undefined || !canGrade(row, knownMe()?.memberId, this.year, nowMs())) {
      return;
    }
    const before = row.given?.grade;
    this.setData({
      grading: memberId,
      keptAs: reasonOf(this.year, memberId),
      name: row.name,
      problem: '',
    });
    this.choose(before === undefined || before === 'newer' ? firstGrade : before);
  },
  choose(grade: Grade) {
    this.setData({ grade, isReasonOptional: !needsReason(grade) });
  },
  onGradeTap(event: WechatMiniprogram.BaseEvent<object, { grade: Grade }>) {
    this.choose(event.currentTarget.dataset.grade);
  },
  onClosed() {
    this.setData({ grading: '' });
  },
  async onGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { grading: memberId, grade, isBusy } = this.data;
    if (isBusy || memberId === '') return;
    this.setData({ isBusy: true, problem: '' });
    const { year, gradeId } = this;
    const over = this.rowOf(memberId)?.given?.gradeId ?? null;
    const reason = event.detail.reason === '' ? null : event.detail.reason;
    const result = await call(giveGrade, { memberId, year, gradeId, grade, reason, over });
    if (result.ok || !mayBeLost(result.code)) this.gradeId = newRequestId();
    if (result.ok) dropWords(reasonOf(year, memberId));
    this.setData({
      isBusy: false,
      grading: result.ok ? '' : memberId,
      problem: result.ok ? '' : errorText(result, giveGradeErrors),
    });
    await this.load();
  },
});
