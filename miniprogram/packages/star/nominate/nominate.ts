import { nominate, nominationChoices, starNominations } from '../../../../contract/star/nomination';
import { PRESENTERS } from '../../../../contract/roles';
import type { NominationWay } from '../../../../domain/star/nomination';
import { cleanWords } from '../../../../domain/words/clean-words';
import { call } from '../../../api/client';
import { remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { goBack } from '../../../state/go-back';
import { hasRole, knownMe } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { nominateErrors } from '../../../text/star-errors';
import { orMonthFault } from '../../../text/month-fault';
import { dropForm, keepForm, keptForm, type DraftOf } from './nominate-draft';
import {
  emptyForm,
  keyOf,
  opening,
  sentText,
  toView,
  withRecord,
  type Choices,
  type NominateForm,
  type Records,
} from './nominate.view';

type Tap<D extends object> = WechatMiniprogram.BaseEvent<object, D>;

/** Nominates somebody, or oneself; opened with `memberId`, the words that were written before. */
Page({
  data: { pageStyle, view: opening, unsent: '', isBusy: false, problem: '' },
  branch: pageBranch(),
  month: '',
  form: emptyForm,
  choices: undefined as Choices | undefined,
  draftOf: ['', ''] as DraftOf,
  /** Of whom the records were read, and of whom they could not be. */
  read: undefined as string | undefined,
  unread: undefined as string | undefined,

  onLoad({
    branchId = '',
    month = '',
    memberId = '',
  }: {
    branchId?: string;
    month?: string;
    memberId?: string;
  }) {
    this.branch = pageBranch(branchId);
    this.month = month;
    this.begin(memberId);
    void this.load();
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
  },
  begin(memberId: string) {
    const { branch, month } = this;
    const me = knownMe();
    const kept = remembered(starNominations, { ...branch, month })?.output.given ?? [];
    this.draftOf = [month, memberId];
    const typed = keptForm(this.draftOf, me?.memberId ?? '', kept);
    if (typed !== undefined) this.form = typed;
    if (typed !== undefined || memberId === '') return;
    const before = kept.find((each) => each.memberId === memberId);
    const isSelf = memberId === me?.memberId;
    this.form = {
      ...this.form,
      memberId,
      way: isSelf ? 'self' : before?.way === 'group' ? 'group' : 'colleague',
      deeds: before?.deeds ?? '',
    };
  },
  memberId(): string {
    return this.form.way === 'self' ? (knownMe()?.memberId ?? '') : this.form.memberId;
  },
  async load() {
    const memberId = this.memberId();
    const input = { ...this.branch, month: this.month, ...(memberId !== '' && { memberId }) };
    const state = shown(undefined, await call(nominationChoices, input));
    // Somebody else may have been picked meanwhile.
    if (memberId !== this.memberId()) return;
    if (state.kind === 'known') {
      this.choices = state.output;
      this.read = memberId;
      this.setData({ unsent: '' });
    } else if (state.kind === 'error' && this.choices !== undefined) {
      // What is typed stands there, whatever the network does. docs/rules.md#R-351
      this.unread = memberId;
    } else {
      this.choices = undefined;
      const view = orMonthFault(state, this.month, nowMs());
      this.setData({ view, unsent: cleanWords(this.form.deeds) });
    }
    this.redraw();
  },
  records(): Records {
    const memberId = this.memberId();
    if (this.read === memberId) return 'read';
    return this.unread === memberId ? 'unread' : 'reading';
  },
  redraw() {
    if (this.choices === undefined) return;
    const isOfGroup = hasRole(PRESENTERS);
    const view = toView(this.choices, this.form, isOfGroup, nowMs(), this.records());
    this.setData({ view });
  },
  change(form: NominateForm) {
    this.form = form;
    keepForm(this.draftOf, form);
    this.setData({ problem: '' });
    this.redraw();
  },
  onRecordsTap(event: Tap<object>) {
    if (isSecondTap(event)) return;
    this.unread = undefined;
    this.redraw();
    void this.load();
  },

  onWayTap({ currentTarget }: Tap<{ way: NominationWay }>) {
    this.change({ ...this.form, way: currentTarget.dataset.way, evidence: [] });
    void this.load();
  },
  onPersonPicked(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
    const memberId = this.choices?.people[event.detail.value]?.memberId ?? '';
    this.change({ ...this.form, memberId, evidence: [] });
    void this.load();
  },
  onDeedsChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.change({ ...this.form, deeds: event.detail.value });
  },
  onRecordChange(
    event: WechatMiniprogram.CustomEvent<{ checked: boolean }, object, { key: string }>,
  ) {
    this.change(withRecord(this.form, event.currentTarget.dataset.key, event.detail.checked));
  },
  onNamedChange(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
    this.change({ ...this.form, isNamed: event.detail.checked });
  },

  async onSendTap(event: Tap<object>) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy || this.choices === undefined) return;
    const { way, deeds, evidence, isNamed } = this.form;
    const records = this.records() === 'read' ? this.choices.evidence : [];
    this.setData({ isBusy: true, problem: '' });
    const result = await call(nominate, {
      ...this.branch,
      month: this.month,
      memberId: this.memberId(),
      way,
      deeds: cleanWords(deeds),
      evidence: records
        .filter((record) => evidence.includes(keyOf(record)))
        .flatMap(({ kind, id }) => (kind === 'newer' ? [] : [{ kind, id }])),
      isNamed,
    });
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, nominateErrors) });
      await this.load();
      return;
    }
    dropForm(this.draftOf);
    const title = sentText(result.output.reachesAtMs, nowMs());
    await wx.showToast({ title, icon: 'none' });
    await goBack(this, 'branch');
  },
});
