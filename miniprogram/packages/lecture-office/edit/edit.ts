import {
  lectureForm,
  publishLectureContest,
  saveLectureContest,
} from '../../../../contract/content/lecture-writing';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { contestDraft } from '../../../state/contest-draft';
import { goBack } from '../../../state/go-back';
import type { Opened } from '../../../state/kept-form';
import { knownMe, whoIsHere } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { instead } from '../../../state/shown';
import { PUBLISHED_ALREADY_TEXT, toldOfPublishingText } from '../../../text/contest-draft';
import { errorText, readErrorText } from '../../../text/errors';
import {
  candidatesOf,
  dropQuestion,
  faultsOf,
  noFaults,
  opening,
  publishErrors,
  publishQuestion,
  saveErrors,
  toView,
  type People,
} from './edit.view';
import {
  begun,
  formOf,
  LectureForm,
  toDraft,
  withAward,
  withCriterion,
  withJudge,
  withoutCriterion,
} from './lecture-form';

type Tapped<D extends object> = WechatMiniprogram.BaseEvent<object, D>;
type Typed<D extends object> = WechatMiniprogram.CustomEvent<{ value: string }, object, D>;
type Picked = WechatMiniprogram.CustomEvent<{ value: number }>;
type DayField = 'startDay' | 'lastDay' | 'judgeDay';
type CriterionField = 'title' | 'text' | 'points';

Page({
  ...contestDraft({
    schema: LectureForm,
    faultsOf,
    toDraft,
    write: (input) => call(saveLectureContest, input),
    problemOf: (refused) => errorText(refused, saveErrors),
    mayDrop: (page) => confirmed(page, dropQuestion),
  }),
  data: {
    pageStyle,
    view: opening,
    faults: noFaults,
    problem: '',
    isBusy: false,
    isOutdated: false,
    hasAside: false,
  },
  branch: pageBranch(),
  /** '': a new one. */
  contestId: '',
  form: undefined as LectureForm | undefined,
  people: [] as People,

  onLoad({ contestId = '', branchId }: { contestId?: string; branchId?: string }) {
    this.contestId = contestId;
    this.branch = pageBranch(branchId);
    void this.load();
  },
  async load() {
    await whoIsHere();
    const { contestId } = this;
    const which = contestId === '' ? {} : { contestId };
    const result = await call(lectureForm, { ...this.branch, ...which });
    if (!result.ok) {
      this.setData({ view: instead(result, readErrorText(result)) });
      return;
    }
    const { stored, people } = result.output;
    if (stored !== null && stored.state !== 'draft') {
      this.setData({ view: { kind: 'not-yours', text: PUBLISHED_ALREADY_TEXT } });
      return;
    }
    this.people = people;
    this.goOn(
      stored === null
        ? begun(newRequestId, nowMs())
        : formOf(contestId, stored.revision, stored.draft),
    );
  },
  begin({ form, hasAside }: Opened<LectureForm>) {
    this.setData({ problem: '', isOutdated: false, faults: noFaults, hasAside });
    this.show(form);
  },
  draftName(): string {
    const { branchId = '' } = this.branch;
    const which = this.contestId === '' ? `new:${branchId}` : this.contestId;
    return `lecture-form:${knownMe()?.memberId ?? ''}:${which}`;
  },
  show(form: LectureForm) {
    this.form = form;
    this.setData({ view: toView(form, this.people, nowMs()) });
  },
  change(how: (form: LectureForm) => LectureForm) {
    if (this.form) this.edit(how(this.form));
  },

  onTitleInput({ detail }: Typed<object>) {
    this.change((form) => ({ ...form, title: detail.value }));
  },
  onDayPicked({ currentTarget, detail }: Typed<{ field: DayField }>) {
    this.change((form) => ({ ...form, [currentTarget.dataset.field]: detail.value }));
  },
  onCriterionInput({
    currentTarget,
    detail,
  }: Typed<{ criterionId: string; field: CriterionField }>) {
    const { criterionId, field } = currentTarget.dataset;
    this.change((form) => ({
      ...form,
      criteria: form.criteria.map((each) =>
        each.criterionId === criterionId ? { ...each, [field]: detail.value } : each,
      ),
    }));
  },
  onAddCriterionTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.change((form) => withCriterion(form, newRequestId));
  },
  onRemoveCriterionTap(event: Tapped<{ criterionId: string }>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    this.change((form) => withoutCriterion(form, currentTarget.dataset.criterionId));
  },
  onTiePicked({ detail }: Picked) {
    this.change((form) => {
      const tieCriterionId = form.criteria[detail.value - 1]?.criterionId ?? '';
      return { ...form, tieCriterionId };
    });
  },
  onAwardInput({ currentTarget, detail }: Typed<{ at: number }>) {
    this.change((form) => ({
      ...form,
      awards: form.awards.map((award, at) =>
        at === currentTarget.dataset.at ? { ...award, name: detail.value } : award,
      ),
    }));
  },
  onPlacesTap({ currentTarget }: Tapped<{ at: number; step: number }>) {
    const { at: which, step } = currentTarget.dataset;
    this.change((form) => ({
      ...form,
      awards: form.awards.map((award, at) =>
        at === which ? { ...award, places: award.places + step } : award,
      ),
    }));
  },
  onAddAwardTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.change(withAward);
  },
  onRemoveAwardTap(event: Tapped<{ at: number }>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    const which = currentTarget.dataset.at;
    this.change((form) => ({ ...form, awards: form.awards.filter((_, at) => at !== which) }));
  },
  onJudgePicked({ detail }: Picked) {
    this.change((form) => {
      const person = candidatesOf(form, this.people)[detail.value - 1];
      return person === undefined ? form : withJudge(form, person.memberId);
    });
  },
  onRemoveJudgeTap(event: Tapped<{ memberId: string }>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    const { memberId } = currentTarget.dataset;
    this.change((form) => ({ ...form, judgeIds: form.judgeIds.filter((id) => id !== memberId) }));
  },

  async onPublishTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { form } = this;
    const revision = await this.saved();
    if (form === undefined || revision === undefined) return;
    if (!(await confirmed(this, publishQuestion))) return;
    this.setData({ isBusy: true });
    const { contestId } = form;
    const result = await call(publishLectureContest, { contestId, revision });
    this.setData({ isBusy: false, problem: result.ok ? '' : errorText(result, publishErrors) });
    if (!result.ok) return;
    void wx.showToast({ title: toldOfPublishingText(result.output.told), icon: 'none' });
    await goBack(this, 'branch');
  },
});
