import { makeUpContent, saveMakeUpContent } from '../../../../contract/study/make-up';
import { MOST_QUESTIONS } from '../../../../contract/study/make-up-shapes';
import { call } from '../../../api/client';
import { mayBeLost } from '../../../api/may-be-lost';
import { newRequestId } from '../../../api/request-id';
import { dropDraft, saveDraft } from '../../../state/drafts';
import { toFirstFault } from '../../../state/first-fault';
import { goBack } from '../../../state/go-back';
import {
  asideHandlers,
  dropKept,
  openKept,
  type KeptKind,
  type Opened,
} from '../../../state/kept-form';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
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

const keptContent: KeptKind<change.ContentForm> = {
  schema: change.ContentForm,
  over: (form, { revision }) => ({ ...form, revision }),
};

Page({
  ...questionHandlers,
  ...asideHandlers(keptContent),
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
    hasAside: false,
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
    this.begin(openKept(this.draftName(), keptContent, change.begun(stored, newRequestId)));
  },
  begin({ form, isResumed, hasAside }: Opened<change.ContentForm>) {
    this.setData({ isResumed, hasAside, isOutdated: false, problem: '', faults: noFaults });
    this.show(form);
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

  onForgetTap(event: Tap) {
    if (isSecondTap(event)) return;
    dropDraft(this.draftName());
    this.onStartAgainTap();
  },
  onStartAgainTap(event?: Tap) {
    if (isSecondTap(event)) return;
    this.setData({ view: opening });
    void this.load();
  },

  onAddPieceTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.form) this.edit(change.withPiece(this.form, newRequestId));
  },
  onRemovePieceTap(event: Tapped<{ pieceId: string }>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
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

  onAddQuestionTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.form) this.edit(questions.withQuestion(this.form, newRequestId, MOST_QUESTIONS));
  },
  onRemoveQuestionTap(event: Tapped<{ questionId: string }>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    if (this.form)
      this.edit(questions.withoutQuestion(this.form, currentTarget.dataset.questionId));
  },
  ask(questionId: string, how: (question: questions.QuestionForm) => questions.QuestionForm) {
    if (this.form) this.edit(questions.changedQuestion(this.form, questionId, how));
  },

  async onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
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
    dropKept(this.draftName());
    void wx.showToast({ title: SAVED_TEXT, icon: 'success' });
    await goBack(this, 'studies');
  },
});
