import type { Person } from '../../../../contract/people/member';
import { ROSTER_KEEPERS } from '../../../../contract/roles';
import { studyDetail } from '../../../../contract/study/mine';
import { call, type Failure } from '../../../api/client';
import { mayBeLost } from '../../../api/may-be-lost';
import { newRequestId } from '../../../api/request-id';
import type { PreviewView } from '../../../components/told-when/told-when.view';
import { nowMs } from '../../../state/clock';
import { saveDraft as keepDraft } from '../../../state/drafts';
import { toFirstFault } from '../../../state/first-fault';
import { followClock } from '../../../state/follow-clock';
import { watchGate } from '../../../state/gate';
import { goBack, goOnTo } from '../../../state/go-back';
import { dropKept, openKept, type Opened } from '../../../state/kept-form';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { instead } from '../../../state/shown';
import { CHANGED_BY_NEWER, SAVE_DRAFT_TEXT } from '../../../text/edit-study';
import { errorText, FAULTS_TEXT, readErrorText } from '../../../text/errors';
import { toAudienceView, type AudienceView, type Choices } from './audience.view';
import {
  CHANGE_TITLE,
  dayLimits,
  DONE_TEXT,
  firstStep,
  KIND_CHOICES,
  NOT_YOURS,
  opening,
  closedWindows,
  STEPS,
  toFormView,
  type FormView,
  type Step,
} from './edit-study.view';
import { fieldHandlers } from './field-handlers';
import { faultOfRefusal, faultsOf, noFaults } from './form-faults';
import { clashLines, noClashes, type Clashes } from './own-clashes.view';
import { unsavedHandlers, unsavedNameOf, unsavedStudy } from './unsaved-form';
import { consequenceOf, toPreview, type Consequence, type Preview } from './preview.view';
import {
  CALLED_OFF_CODE,
  fetchAudience,
  fetchClashes,
  fetchTold,
  isOutdated,
  keepMonthly,
  sendStudy,
  storeDraft,
} from './study-calls';
import { formOf, newForm, newSittingId, newStudyId, type StudyForm } from './study-form';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

Page({
  ...fieldHandlers,
  ...unsavedHandlers,
  data: {
    pageStyle,
    view: opening,
    step: firstStep,
    form: null as FormView | null,
    audience: null as AudienceView | null,
    audienceProblem: '',
    preview: null as Preview | null,
    /** Who hears of it when; null: of a change, or not known. */
    told: null as PreviewView | null,
    /** What sittings collide with, said once more before publishing. */
    clashLines: [] as readonly string[],
    /** Of a change of what is published. */
    consequence: null as Consequence | null,
    isToldToAll: false,
    /** Of a new study: whether it is held every month from now on. */
    isMonthly: false,
    kinds: KIND_CHOICES.map(({ text }) => text),
    days: dayLimits(nowMs()),
    query: '',
    /** Field → what is missing; filled when going on is tried. */
    faults: noFaults,
    problem: '',
    isOutdated: false,
    /** It was called off: what is typed can become a new study. */
    isCalledOff: false,
    /** That is what this form is. */
    isAnew: false,
    isBusy: false,
    isResumed: false,
    hasAside: false,
    isPublished: false,
    /** sittingId → whether the times of its check-in are shown for changing. */
    windows: closedWindows,
  },
  /** undefined while a new study is written. */
  studyId: undefined as string | undefined,
  /** The new study, once somebody else has changed or published it: it is gone on with as it stands. */
  storedId: undefined as string | undefined,
  branch: pageBranch(),
  /** Under which what is typed and not sent stays in the phone. */
  unsavedName: '',
  typed: undefined as StudyForm | undefined,
  /** The study as published; sittings that stand unchanged may lie in the past. */
  known: null as StudyForm | null,
  heard: noClashes,
  /** How many people the study that is being looked over reaches. */
  expected: 0,
  choices: undefined as Choices | undefined,
  people: [] as readonly Person[],
  /** One for all tries to publish: a lost answer must not publish twice. */
  requestId: '',
  /** The same for saving the draft: what a lost answer has saved is nobody else's. */
  saveRequestId: '',

  onLoad({ studyId, branchId }: { studyId?: string; branchId?: string }) {
    this.studyId = studyId;
    this.branch = pageBranch(branchId);
    this.unsavedName = unsavedNameOf(studyId, branchId);
    this.requestId = newRequestId();
    this.saveRequestId = newRequestId();
    void this.load();
  },

  /** What is looked at before publishing is true when it is published. */
  onShow() {
    followClock(this, { redraw: () => void this.showTold(), reload: () => void this.showTold() });
  },

  async load() {
    const studyId = this.storedId ?? this.studyId;
    if (studyId === undefined) {
      void this.loadAudience();
      this.goOn(newForm(newStudyId(), newSittingId(), nowMs()));
      void watchGate(ROSTER_KEEPERS, (view) => this.setData({ view }));
      return;
    }
    const result = await call(studyDetail, { studyId });
    if (!result.ok) {
      this.setData({ view: instead(result, readErrorText(result)) });
      return;
    }
    const { study, canEdit } = result.output;
    if (!canEdit) {
      this.setData({ view: NOT_YOURS });
      return;
    }
    this.branch = pageBranch(study.branchId);
    void this.loadAudience();
    if (study.state === 'cancelled') {
      this.beginAnew(study.branchId);
      return;
    }
    const form = formOf(study);
    if (form === undefined) {
      this.setData({ view: { kind: 'error', text: CHANGED_BY_NEWER } });
      return;
    }
    this.known = form.revision === null ? null : form;
    if (form.revision !== null) {
      void wx.setNavigationBarTitle({ title: CHANGE_TITLE });
    }
    this.goOn(form);
  },

  goOn(fresh: StudyForm) {
    this.begin(openKept(this.unsavedName, unsavedStudy, fresh));
  },
  begin({ form, isResumed, hasAside }: Opened<StudyForm>) {
    this.setData({
      view: { kind: 'content' },
      isResumed,
      isAnew: false,
      hasAside,
      isPublished: form.revision !== null,
      isOutdated: false,
      faults: noFaults,
      problem: '',
    });
    this.show(form);
  },

  async loadAudience(event?: Tap) {
    if (isSecondTap(event)) return;
    const { choices, people, problem } = await fetchAudience(this.branch);
    this.choices = choices;
    this.people = people;
    this.setData({ audienceProblem: problem });
    this.showAudience();
  },

  show(form: StudyForm) {
    this.typed = form;
    const view = toFormView(form, this.data.step, this.branch, nowMs(), this.heard);
    this.setData({ form: view, clashLines: clashLines(view.sittings) });
    this.showAudience();
  },
  /** What other studies hold at the times of the sittings. */
  hear(heard: Clashes) {
    this.heard = heard;
    if (this.typed) this.show(this.typed);
  },
  showAudience() {
    const { typed, choices } = this;
    if (typed === undefined || choices === undefined) return;
    this.setData({ audience: toAudienceView(typed, choices, this.people, this.data.query) });
  },

  /** Takes a change over, keeps it in the phone and lets go of the fault it answers. */
  edit(form: StudyForm, field = '') {
    keepDraft(this.unsavedName, form);
    const faults = Object.fromEntries(
      Object.entries(this.data.faults).filter(([name]) => name !== field),
    );
    this.setData({ faults, problem: '' });
    this.show(form);
  },

  onQueryChange(event: Typed) {
    this.setData({ query: event.detail.value });
    this.showAudience();
  },

  onBackTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.go(STEPS[STEPS.indexOf(this.data.step) - 1] ?? 'content');
  },
  async onNextTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { step } = this.data;
    const { typed } = this;
    if (typed === undefined || this.data.isBusy) return;
    const faults = faultsOf(typed, nowMs(), this.known).filter((fault) => fault.step === step);
    if (faults.length > 0) {
      const texts = Object.fromEntries(faults.map(({ field, text }) => [field, text]));
      this.setData({ faults: texts, problem: FAULTS_TEXT }, toFirstFault);
      return;
    }
    if (step === 'publish') await this.send(typed);
    else if (step === 'sittings') await this.preview(typed);
    else this.go(STEPS[STEPS.indexOf(step) + 1] ?? 'publish');
  },
  go(step: Step) {
    this.setData({ step, faults: {}, problem: '' });
    if (this.typed) this.show(this.typed);
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  /** The server's copy of the draft comes before publishing: it counts whom the choice reaches. */
  async preview(typed: StudyForm) {
    let expected = this.data.audience?.reach ?? 0;
    if (typed.revision === null) {
      this.setData({ isBusy: true, isOutdated: false });
      const result = await storeDraft(typed, this.branch, this.saveRequestId);
      if (result.ok || !mayBeLost(result.code)) this.saveRequestId = newRequestId();
      this.setData({ isBusy: false });
      if (!result.ok) {
        this.refuse(result, errorText(result, SAVE_DRAFT_TEXT));
        return;
      }
      expected = result.output.study.expected || expected;
      this.stored(typed, result.output.study.revision);
    }
    this.expected = expected;
    this.setData({ preview: toPreview(typed, expected, nowMs()), told: null, isToldToAll: false });
    this.showConsequence(typed);
    this.go('publish');
    await Promise.all([this.showTold(), this.hearClashes()]);
  },
  /** A place may have been written since the sittings were weighed. */
  async hearClashes() {
    if (this.data.form === null) return;
    const heard = await fetchClashes(this.data.form);
    // Back among the sittings they are weighed as they are then.
    if (heard !== undefined && this.data.step === 'publish') this.hear(heard);
  },
  async showTold() {
    if (this.data.step !== 'publish' || this.typed === undefined) return;
    const isNew = this.typed.revision === null;
    this.setData({ told: isNew ? await fetchTold(this.typed.studyId) : null });
  },

  showConsequence(typed: StudyForm) {
    const { known, expected } = this;
    const consequence =
      known === null ? null : consequenceOf(known, typed, expected, this.data.isToldToAll);
    this.setData({ consequence });
  },
  onTellAllChange() {
    this.setData({ isToldToAll: !this.data.isToldToAll });
    if (this.typed) this.showConsequence(this.typed);
  },

  async send(typed: StudyForm) {
    this.setData({ isBusy: true, problem: '', isOutdated: false });
    const sent = await sendStudy(typed, this.data.isToldToAll, this.requestId);
    if (sent.ok) {
      const isMonthly = this.data.isMonthly && sent.done === 'published';
      const next = isMonthly ? await keepMonthly(typed, this.branch) : '';
      this.finish(typed.studyId, `${DONE_TEXT[sent.done]}${next}`);
      return;
    }
    this.refuse(sent.failure, sent.problem);
  },

  /** What is wrong with one sitting is told there, everything else where the button is. */
  refuse(failure: Failure, problem: string) {
    // An answered refusal ends this intention; a lost answer is asked for again with the same id.
    if (!mayBeLost(failure.code)) this.requestId = newRequestId();
    const fault =
      this.typed === undefined ? undefined : faultOfRefusal(failure, this.typed, problem);
    this.setData({
      isBusy: false,
      problem,
      isOutdated: isOutdated(failure.code),
      isCalledOff: failure.code === CALLED_OFF_CODE,
    });
    if (fault === undefined) return;
    this.go(fault.step);
    this.setData({ faults: { [fault.field]: fault.text }, problem: FAULTS_TEXT }, toFirstFault);
  },

  finish(studyId: string, title: string) {
    dropKept(this.unsavedName);
    void wx.showToast({ title, icon: 'none' });
    if (this.studyId === undefined) {
      void goOnTo(this, `/packages/study/detail/detail?studyId=${studyId}`);
    } else void goBack(this, 'studies');
  },
});
