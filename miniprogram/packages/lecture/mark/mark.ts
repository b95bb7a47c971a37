import type { InputOf } from '../../../../contract/action';
import { judgeLecture, lecture } from '../../../../contract/content/lectures';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { saveDraft } from '../../../state/drafts';
import { toFirstFault } from '../../../state/first-fault';
import { goBack } from '../../../state/go-back';
import {
  asideHandlers,
  dropKept,
  openKept,
  type KeptKind,
  type Opened,
} from '../../../state/kept-form';
import { dropWords } from '../../../state/kept-words';
import { knownMe, whoIsHere } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { instead } from '../../../state/shown';
import { errorText, FAULTS_TEXT } from '../../../text/errors';
import { openSource } from '../open-source';
import {
  faultsOf,
  formOf,
  judgeErrors,
  MARKED_TEXT,
  MarkForm,
  noFaults,
  opening,
  readErrors,
  REASON_MOST,
  STAKE_SHEET,
  toMarks,
  toView,
  type Lecture,
} from './mark.view';

type Field = 'points' | 'reason';
type Typed = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  { criterionId: string; field: Field }
>;

const keptMarks: KeptKind<MarkForm> = {
  schema: MarkForm,
  over: (form, { insteadOfAtMs }) => ({ ...form, insteadOfAtMs }),
};

/** One lecture of a contest, for a judge. */
Page({
  ...asideHandlers(keptMarks),
  data: {
    pageStyle,
    view: opening,
    reasonMost: REASON_MOST,
    sheet: STAKE_SHEET,
    faults: noFaults,
    isAsking: false,
    keptAs: '',
    isBusy: false,
    isOutdated: false,
    hasAside: false,
    problem: '',
  },
  contestId: '',
  lectureId: '',
  output: undefined as Lecture | undefined,
  form: undefined as MarkForm | undefined,

  onLoad({ contestId = '', lectureId = '' }: { contestId?: string; lectureId?: string }) {
    this.contestId = contestId;
    this.lectureId = lectureId;
    void this.load();
  },
  async load() {
    await whoIsHere();
    const { contestId, lectureId } = this;
    const result = await call(lecture, { contestId, lectureId });
    if (!result.ok) {
      const text = errorText(result, readErrors);
      this.setData({ view: instead(result, text) });
      return;
    }
    this.output = result.output;
    this.begin(openKept(this.draftName(), keptMarks, formOf(result.output)));
  },
  begin({ form, hasAside }: Opened<MarkForm>) {
    this.setData({ problem: '', isOutdated: false, faults: noFaults, hasAside });
    this.show(form);
  },
  draftName(): string {
    return `lecture-marks:${knownMe()?.memberId ?? ''}:${this.lectureId}`;
  },
  show(form: MarkForm) {
    this.form = form;
    if (this.output) this.setData({ view: toView(this.output, form, nowMs()) });
  },
  onInput({ currentTarget, detail }: Typed) {
    if (this.form === undefined || this.output === undefined) return;
    const { criterionId, field } = currentTarget.dataset;
    const marks = this.form.marks.map((mark) =>
      mark.criterionId === criterionId ? { ...mark, [field]: detail.value } : mark,
    );
    const form = { ...this.form, marks };
    saveDraft(this.draftName(), form);
    const isTold = Object.keys(this.data.faults).length > 0;
    this.setData({ problem: '', ...(isTold && { faults: faultsOf(this.output, form) }) });
    this.show(form);
  },
  async onSourceTap(event: Tap) {
    if (isSecondTap(event)) return;
    await openSource(this.output?.source ?? null);
  },
  onStartAgainTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.setData({ view: opening });
    void this.load();
  },
  async onSendTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { form, output } = this;
    if (form === undefined || output === undefined) return;
    const faults = faultsOf(output, form);
    if (Object.keys(faults).length > 0) {
      this.setData({ faults, problem: FAULTS_TEXT }, toFirstFault);
      return;
    }
    const { insteadOfAtMs } = form;
    const before = insteadOfAtMs === null ? {} : { insteadOfAtMs };
    await this.send({ kind: 'marks', ...before, marks: toMarks(form) });
  },
  onStakeTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.setData({ isAsking: true, keptAs: `stake:${this.lectureId}`, problem: '' });
  },
  onSheetClosed() {
    this.setData({ isAsking: false });
  },
  async onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    await this.send({ kind: 'stake', reason: event.detail.reason });
  },
  async send(judgement: InputOf<typeof judgeLecture>['judgement']) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const { contestId, lectureId } = this;
    const result = await call(judgeLecture, { contestId, lectureId, judgement });
    this.setData({ isBusy: false });
    if (!result.ok) {
      const isOutdated = result.code === 'changed-meanwhile';
      this.setData({ problem: errorText(result, judgeErrors), isOutdated });
      return;
    }
    dropKept(this.draftName());
    if (judgement.kind === 'stake') dropWords(this.data.keptAs);
    this.setData({ isAsking: false });
    void wx.showToast({ title: MARKED_TEXT, icon: 'success' });
    await goBack(this, 'branch');
  },
});
