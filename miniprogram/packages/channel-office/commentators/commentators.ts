import {
  appointCommentator,
  commentators,
  endCommentator,
} from '../../../../contract/content/commentators';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import {
  APPOINT_ERRORS,
  APPOINTED_TEXT,
  ENDED_TEXT,
  endQuestion,
  firstTerm,
  opening,
  toFormView,
  toView,
  unknownCommentators,
  withDay,
  type TermForm,
} from './commentators.view';

Page({
  data: {
    pageStyle,
    view: opening,
    form: toFormView(firstTerm(nowMs()), nowMs()),
    person: 0,
    isBusy: false,
    problem: '',
    done: '',
  },
  state: unknownCommentators,
  form: firstTerm(nowMs()),
  /** Of the term that is being set: pressing again after a lost answer does it once. */
  termId: newRequestId(),

  branch: pageBranch(),

  onLoad({ branchId = '' }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
    this.write(firstTerm(nowMs()));
    void this.load();
  },
  async load() {
    this.state = shown(undefined, await call(commentators, this.branch));
    this.setData({ view: toView(this.state, nowMs()) });
  },
  write(form: TermForm) {
    this.form = form;
    this.termId = newRequestId();
    this.setData({ form: toFormView(form, nowMs()), problem: '', done: '' });
  },
  onPersonPicked(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
    this.termId = newRequestId();
    this.setData({ person: event.detail.value, problem: '', done: '' });
  },
  onFromPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.write(withDay(this.form, 'fromDay', event.detail.value));
  },
  onToPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.write(withDay(this.form, 'toDay', event.detail.value));
  },
  async onAppointTap() {
    const people = this.state.kind === 'known' ? this.state.output.people : [];
    const person = people[this.data.person];
    if (person === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const { form, termId } = this;
    const { memberId } = person;
    const result = await call(appointCommentator, { ...this.branch, termId, memberId, ...form });
    this.setData({
      isBusy: false,
      ...(result.ok ? { done: APPOINTED_TEXT } : { problem: errorText(result, APPOINT_ERRORS) }),
    });
    if (result.ok) this.termId = newRequestId();
    await this.load();
  },
  async onEndTap(event: WechatMiniprogram.BaseEvent<object, { termId: string; name: string }>) {
    const { termId, name } = event.currentTarget.dataset;
    if (this.data.isBusy || !(await confirmed(this, endQuestion(name)))) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(endCommentator, { ...this.branch, termId });
    this.setData({
      isBusy: false,
      ...(result.ok ? { done: ENDED_TEXT } : { problem: errorText(result, {}) }),
    });
    await this.load();
  },
});
