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
import { isSecondTap, type Tap } from '../../../state/second-tap';
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
  type Commentators,
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
  /** Who is chosen; '' nobody yet. */
  memberId: '',
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
    if (this.state.kind === 'known') this.choose(this.state.output);
    this.setData({ view: toView(this.state, nowMs()) });
  },
  /** The same person wherever they stand in the list now; the first while nobody is chosen. */
  choose({ people }: Commentators) {
    const at = people.findIndex(({ memberId }) => memberId === this.memberId);
    if (at === -1) {
      if (this.memberId !== '') this.setData({ problem: APPOINT_ERRORS['not-in-branch'] });
      this.memberId = people[0]?.memberId ?? '';
      this.termId = newRequestId();
    }
    this.setData({ person: Math.max(at, 0) });
  },
  write(form: TermForm) {
    this.form = form;
    this.termId = newRequestId();
    this.setData({ form: toFormView(form, nowMs()), problem: '', done: '' });
  },
  onPersonPicked(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
    const people = this.state.kind === 'known' ? this.state.output.people : [];
    this.memberId = people[event.detail.value]?.memberId ?? this.memberId;
    this.termId = newRequestId();
    this.setData({ person: event.detail.value, problem: '', done: '' });
  },
  onFromPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.write(withDay(this.form, 'fromDay', event.detail.value));
  },
  onToPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.write(withDay(this.form, 'toDay', event.detail.value));
  },
  async onAppointTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { form, termId, memberId } = this;
    if (memberId === '' || this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(appointCommentator, { ...this.branch, termId, memberId, ...form });
    this.setData({
      isBusy: false,
      ...(result.ok ? { done: APPOINTED_TEXT } : { problem: errorText(result, APPOINT_ERRORS) }),
    });
    if (result.ok) this.termId = newRequestId();
    await this.load();
  },
  async onEndTap(event: WechatMiniprogram.BaseEvent<object, { termId: string; name: string }>) {
    if (isSecondTap(event)) return;
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
