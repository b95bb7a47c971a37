import * as v from 'valibot';
import { makeUpContent, saveMakeUpContent } from '../../../../contract/study/make-up';
import { MOST_QUESTIONS } from '../../../../contract/study/make-up-shapes';
import { call } from '../../../api/client';
import { mayBeLost } from '../../../api/may-be-lost';
import { newRequestId } from '../../../api/request-id';
import { dropDraft, readDraft, saveDraft } from '../../../state/drafts';
import { toFirstFault } from '../../../state/first-fault';
import { goBack } from '../../../state/go-back';
import { pageStyle } from '../../../state/page-style';
import { instead } from '../../../state/shown';
import { errorText, FAULTS_TEXT, readErrorText } from '../../../text/errors';
import { SAVE_CONTENT_TEXT } from '../../../text/make-up-office';
import * as questions from '../../../components/questions/question-form';
import { questionHandlers } from '../../../components/questions/question-handlers';
import { KIND_CHOICES } from '../../../components/questions/questions.view';
import * as change from './content-form';
import {
  CHANGED_BY_NEWER,
  faultsOf,
  noFaults,
  opening,
  SAVED_TEXT,
  toContentView,
} from './make-up-content.view';

type Tapped<D extends object> = WechatMiniprogram.BaseEvent<object, D>;
type Typed<D extends object> = WechatMiniprogram.CustomEvent<{ value: string }, object, D>;

Page({
  ...questionHandlers,
  data: {
    pageStyle,
    view: opening,
    kinds: KIND_CHOICES,
    /** Field → what is missing; filled when saving is tried. */
    faults: noFaults,
    problem: '',
    isBusy: false,
    isResumed: false,
    isOutdated: false,
  },
  studyId: '',
  topic: '',
  form: undefined as change.ContentForm | undefined,
  requestId: '',

  onLoad(query: { studyId?: string }) {
    this.studyId = query.studyId ?? '';
    this.requestId = newRequestId();
    void this.load();
  },

  async load() {
    const result = await call(makeUpContent, { studyId: this.studyId });
    if (!result.ok) {
      this.setData({ view: instead(result, readErrorText(result)) });
      return;
    }
    const { topic, revision, content } = result.output;
    const stored = change.formOf(content, revision);
    if (stored === undefined) {
      this.setData({ view: { kind: 'error', text: CHANGED_BY_NEWER } });
      return;
    }
    this.topic = topic;
    // What was typed on this phone goes before what the server has, unless that is newer.
    const kept = v.safeParse(change.ContentForm, readDraft(this.draftName()));
    const isResumed = kept.success && kept.output.revision === revision;
    this.setData({ isResumed, isOutdated: false, problem: '' });
    this.show(isResumed ? kept.output : change.begun(stored, newRequestId));
  },
  draftName(): string {
    return `make-up-content:${this.studyId}`;
  },
  show(form: change.ContentForm) {
    this.form = form;
    this.setData({ view: toContentView(form, this.topic) });
  },
  /** Takes a change over and keeps it in the phone. */
  edit(form: change.ContentForm) {
    saveDraft(this.draftName(), form);
    const isTold = Object.keys(this.data.faults).length > 0;
    this.setData({ problem: '', ...(isTold && { faults: faultsOf(form) }) });
    this.show(form);
  },

  onStartAgainTap() {
    dropDraft(this.draftName());
    this.setData({ view: opening, faults: noFaults });
    void this.load();
  },

  onAddPieceTap() {
    if (this.form) this.edit(change.withPiece(this.form, newRequestId));
  },
  onRemovePieceTap({ currentTarget }: Tapped<{ pieceId: string }>) {
    if (this.form) this.edit(change.withoutPiece(this.form, currentTarget.dataset.pieceId));
  },
  onPieceInput({
    currentTarget,
    detail,
  }: Typed<{ pieceId: string; field: 'title' | 'text' | 'url' }>) {
    const { pieceId, field } = currentTarget.dataset;
    if (this.form) this.edit(change.changedPiece(this.form, pieceId, { [field]: detail.value }));
  },
  onPieceKindChange({ currentTarget, detail }: Typed<{ pieceId: string }>) {
    const kind = detail.value === 'link' ? 'link' : 'text';
    const { pieceId } = currentTarget.dataset;
    if (this.form) this.edit(change.changedPiece(this.form, pieceId, { kind }));
  },
  onMinutesTap({ currentTarget }: Tapped<{ pieceId: string; minutes: number }>) {
    const { pieceId, minutes } = currentTarget.dataset;
    if (this.form) this.edit(change.changedPiece(this.form, pieceId, { minutes }));
  },

  onAddQuestionTap() {
    if (this.form) this.edit(questions.withQuestion(this.form, newRequestId, MOST_QUESTIONS));
  },
  onRemoveQuestionTap({ currentTarget }: Tapped<{ questionId: string }>) {
    if (this.form)
      this.edit(questions.withoutQuestion(this.form, currentTarget.dataset.questionId));
  },
  ask(questionId: string, how: (question: questions.QuestionForm) => questions.QuestionForm) {
    if (this.form) this.edit(questions.changedQuestion(this.form, questionId, how));
  },

  async onSaveTap() {
    const { form, studyId } = this;
    if (form === undefined || this.data.isBusy) return;
    const faults = faultsOf(form);
    if (Object.keys(faults).length > 0) {
      this.setData({ faults, problem: FAULTS_TEXT }, toFirstFault);
      return;
    }
    this.setData({ isBusy: true, problem: '' });
    const input = { studyId, revision: form.revision, content: change.toContent(form) };
    const result = await call(saveMakeUpContent, input, this.requestId);
    this.setData({ isBusy: false });
    if (!result.ok) {
      if (!mayBeLost(result.code)) this.requestId = newRequestId();
      const isOutdated = result.code === 'changed-meanwhile';
      this.setData({ problem: errorText(result, SAVE_CONTENT_TEXT), isOutdated });
      return;
    }
    dropDraft(this.draftName());
    void wx.showToast({ title: SAVED_TEXT, icon: 'success' });
    await goBack('studies');
  },
});
