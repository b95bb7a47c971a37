import type { InputOf } from '../../../../contract/action';
import {
  contestForm,
  contestWindow,
  publishContest,
  saveContest,
} from '../../../../contract/content/contest-writing';
import { CONTEST_WRITERS } from '../../../../contract/roles';
import { CONTEST_LIMITS } from '../../../../domain/content/contest/contest';
import { localDay, type LocalDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { takeOver } from '../picked-questions';
import { newRequestId } from '../../../api/request-id';
import * as questions from '../../../components/questions/question-form';
import { questionHandlers } from '../../../components/questions/question-handlers';
import { KIND_CHOICES } from '../../../components/questions/questions.view';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { contestDraft } from '../../../state/contest-draft';
import { gateOf } from '../../../state/gate';
import { goBack } from '../../../state/go-back';
import type { Opened } from '../../../state/kept-form';
import { knownMe, whoIsHere } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { instead } from '../../../state/shown';
import { PUBLISHED_ALREADY_TEXT, toldOfPublishingText } from '../../../text/contest-draft';
import { errorText, readErrorText } from '../../../text/errors';
import {
  begun,
  ContestForm,
  FIRST_DAYS,
  formOf,
  LOOKED_DAYS,
  roomIn,
  timesOf,
  toDraft,
  windowOf,
  withPicked,
} from './contest-form';
import {
  CHANGED_BY_NEWER,
  dropQuestion,
  faultsOf,
  noFaults,
  opening,
  publishErrors,
  publishQuestion,
  saveErrors,
  toView,
  windowErrors,
  type FoundWindow,
} from './edit.view';

type Tapped<D extends object> = WechatMiniprogram.BaseEvent<object, D>;
type Typed<D extends object> = WechatMiniprogram.CustomEvent<{ value: string }, object, D>;
type TimeField = 'startDay' | 'startTime' | 'endDay' | 'endTime';

Page({
  ...questionHandlers,
  ...contestDraft({
    schema: ContestForm,
    faultsOf,
    toDraft,
    write: (input) => call(saveContest, input),
    problemOf: (refused) => errorText(refused, saveErrors),
    mayDrop: (page) => confirmed(page, dropQuestion),
  }),
  data: {
    pageStyle,
    view: opening,
    kinds: KIND_CHOICES,
    faults: noFaults,
    problem: '',
    isBusy: false,
    isOutdated: false,
    hasAside: false,
  },
  branch: pageBranch(),
  /** '': a new one. */
  contestId: '',
  form: undefined as ContestForm | undefined,
  found: undefined as FoundWindow | undefined,
  days: FIRST_DAYS,

  onLoad({ contestId = '', branchId }: { contestId?: string; branchId?: string }) {
    this.contestId = contestId;
    this.branch = pageBranch(branchId);
    void this.load();
  },

  /** Back from the bank with what was chosen there. */
  onShow() {
    const picked = this.form === undefined ? [] : takeOver();
    if (this.form === undefined || picked.length === 0) return;
    this.edit(withPicked(this.form, picked));
  },

  async load() {
    await whoIsHere();
    if (this.contestId === '') {
      const gate = gateOf(CONTEST_WRITERS);
      if (gate.kind !== 'content') this.setData({ view: gate });
      else this.goOn(begun(newRequestId, nowMs()));
      return;
    }
    const result = await call(contestForm, { contestId: this.contestId });
    if (!result.ok) {
      this.setData({ view: instead(result, readErrorText(result)) });
      return;
    }
    const stored = formOf(this.contestId, result.output);
    if (stored === undefined || result.output.state !== 'draft') {
      const text = stored === undefined ? CHANGED_BY_NEWER : PUBLISHED_ALREADY_TEXT;
      this.setData({ view: { kind: 'not-yours', text } });
      return;
    }
    this.branch = pageBranch(result.output.branchId);
    this.goOn(stored);
  },
  begin({ form, hasAside }: Opened<ContestForm>) {
    this.setData({ problem: '', isOutdated: false, faults: noFaults, hasAside });
    this.show(form);
    void this.weigh();
  },
  /** Of whoever is bound here: it says what is right. */
  draftName(): string {
    const { branchId = '' } = this.branch;
    const which = this.contestId === '' ? `new:${branchId}` : this.contestId;
    return `contest-form:${knownMe()?.memberId ?? ''}:${which}`;
  },
  show(form: ContestForm) {
    this.form = form;
    this.setData({ view: toView(form, this.found, this.days, nowMs()) });
  },
  onTitleInput({ detail }: Typed<object>) {
    if (this.form) this.edit({ ...this.form, title: detail.value });
  },
  onRoundTap({ currentTarget }: Tapped<{ step: number }>) {
    if (this.form) this.edit({ ...this.form, round: this.form.round + currentTarget.dataset.step });
  },
  onTimePicked({ currentTarget, detail }: Typed<{ field: TimeField }>) {
    if (!this.form) return;
    this.edit({ ...this.form, [currentTarget.dataset.field]: detail.value });
    void this.weigh();
  },
  onDaysTap({ currentTarget }: Tapped<{ step: number }>) {
    if (!this.form) return;
    this.days += currentTarget.dataset.step;
    this.show(this.form);
  },
  /** Of the window as it stands; one that cannot be is told when it is saved. */
  async weigh() {
    const { form } = this;
    if (form === undefined) return;
    const window = windowOf(form);
    const result = await call(contestWindow, { ...this.branch, ask: { kind: 'weigh', ...window } });
    if (JSON.stringify(windowOf(this.form ?? form)) !== JSON.stringify(window)) return;
    this.found = result.ok ? result.output : undefined;
    this.show(this.form ?? form);
  },
  onFindTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.form) void this.find(localDay(this.form.startDay), this.days);
  },
  async find(fromDay: LocalDay, days: number) {
    const { form } = this;
    if (form === undefined || this.data.isBusy) return;
    const ask: InputOf<typeof contestWindow>['ask'] = {
      kind: 'find',
      fromDay,
      days: LOOKED_DAYS,
      hours: days * 24,
    };
    this.setData({ isBusy: true, problem: '' });
    const result = await call(contestWindow, { ...this.branch, ask });
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, windowErrors) });
      return;
    }
    this.found = result.output;
    this.edit({ ...(this.form ?? form), ...timesOf(result.output) });
  },
  onEqualTap(event: Tap) {
    if (isSecondTap(event)) return;
    const equal = this.found?.equal ?? null;
    if (equal === null || this.form === undefined) return;
    this.edit({ ...this.form, ...timesOf(equal) });
    void this.weigh();
  },

  onBankTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId = '' } = this.branch;
    const room = this.form === undefined ? 0 : roomIn(this.form);
    void wx.navigateTo({
      url: `/packages/contest-office/bank/bank?branchId=${branchId}&room=${room}`,
    });
  },
  onAddQuestionTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.form) {
      this.edit(questions.withQuestion(this.form, newRequestId, CONTEST_LIMITS.questions));
    }
  },
  onRemoveQuestionTap(event: Tapped<{ questionId: string }>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    if (this.form && this.form.questions.length > 1) {
      this.edit(questions.withoutQuestion(this.form, currentTarget.dataset.questionId));
    }
  },
  ask(questionId: string, how: (question: questions.QuestionForm) => questions.QuestionForm) {
    if (this.form) this.edit(questions.changedQuestion(this.form, questionId, how));
  },

  async onPublishTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { form } = this;
    const revision = await this.saved();
    if (form === undefined || revision === undefined) return;
    const { view } = this.data;
    const fairness = view.kind === 'content' ? (view.fairness?.text ?? '') : '';
    if (!(await confirmed(this, publishQuestion(fairness)))) return;
    this.setData({ isBusy: true });
    const { contestId } = form;
    const result = await call(publishContest, { contestId, revision });
    this.setData({ isBusy: false, problem: result.ok ? '' : errorText(result, publishErrors) });
    if (!result.ok) return;
    void wx.showToast({ title: toldOfPublishingText(result.output.asked), icon: 'none' });
    await goBack(this, 'branch');
  },
});
