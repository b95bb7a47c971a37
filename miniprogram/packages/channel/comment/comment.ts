import { COMMENT_LIMITS } from '../../../../domain/content/comment/comment';
import { commentDetail, writeComment } from '../../../../contract/content/comments';
import { cleanWords } from '../../../../domain/words/clean-words';
import { excerptOf } from '../../../../domain/words/excerpt';
import { call } from '../../../api/client';
import { keptWrites, onDelivered, sendOrKeep, type Delivered } from '../../../api/outbox';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { goBack } from '../../../state/go-back';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import {
  afterRefusal,
  commentDraft,
  dropCommentDraft,
  isCommentWaiting,
  keepCommentDraft,
  outcomeOf,
  type CommentDraft,
} from '../comment-draft';
import {
  ANSWER_TITLE,
  KEPT_TEXT,
  NOTHING_WRITTEN,
  opening,
  SENT_TEXT,
  sentText,
  toAnswer,
  toWrite,
  unknownComment,
  WRITE_ERRORS,
  WRITTEN_BEFORE,
} from './comment.view';
import { wordsFault } from '../../../text/too-long';

/** Of the words, where the app says what became of them. */
const TITLE_CHARACTERS = 12;

/** Writes under an item, or, with `answersId`, an answer; it stays on the phone until it has arrived. */
Page({
  data: {
    pageStyle,
    view: opening,
    text: '',
    wantsAnswer: false,
    isBusy: false,
    problem: '',
    /** It is in the phone, or with the server: nothing more is written on it. */
    sent: '',
  },
  itemId: '',
  answersId: '',
  title: '',
  answered: unknownComment,
  draft: undefined as CommentDraft | undefined,
  stopListening: undefined as (() => void) | undefined,

  onLoad({
    itemId = '',
    answersId = '',
    title = '',
  }: {
    itemId?: string;
    answersId?: string;
    title?: string;
  }) {
    this.itemId = itemId;
    this.answersId = answersId;
    this.title = decodeURIComponent(title);
    this.stopListening = onDelivered((delivered) => this.hear(delivered));
    if (answersId === '') this.setData({ view: toWrite });
    else void this.load();
    this.begin();
  },
  onShow() {
    const redraw = () => this.redraw();
    followClock(this, { redraw, reload: redraw });
  },
  onUnload() {
    this.stopListening?.();
  },
  /** What the answer is to. */
  async load() {
    void wx.setNavigationBarTitle({ title: ANSWER_TITLE });
    const { answersId } = this;
    const state = shown(undefined, await call(commentDetail, { commentId: answersId }));
    if (state.kind === 'known') {
      this.itemId = state.output.itemId;
      this.title = state.output.itemTitle;
      if (this.draft !== undefined) this.draft = { ...this.draft, itemTitle: this.title };
    }
    this.answered = state;
    this.redraw();
  },
  redraw() {
    if (this.answersId !== '') this.setData({ view: toAnswer(this.answered, nowMs()) });
  },
  about(): string {
    return this.answersId === '' ? this.itemId : this.answersId;
  },
  begin() {
    const draft = commentDraft(this.about());
    const isAnswer = this.answersId !== '';
    this.draft = { ...draft, isAnswer, ...(this.title !== '' && { itemTitle: this.title }) };
    if (draft.text !== '') keepCommentDraft(this.about(), this.draft);
    const { text, wantsAnswer } = draft;
    const sent = isCommentWaiting(draft) ? KEPT_TEXT[keptWrites().waitsFor] : '';
    this.setData({ text, wantsAnswer, sent });
  },
  hear(delivered: readonly Delivered[]) {
    const outcome = this.draft && outcomeOf(this.draft, delivered);
    if (outcome === undefined) return;
    if (outcome.ok) this.done(SENT_TEXT);
    // The app says why; it is written on here.
    else {
      this.keepRefusal(outcome.code);
      this.begin();
    }
  },
  /** For the list of what is left on this phone. */
  keepRefusal(code: string) {
    if (this.draft === undefined) return;
    this.draft = afterRefusal(this.draft, code);
    keepCommentDraft(this.about(), this.draft);
  },
  done(sent: string) {
    dropCommentDraft(this.about());
    this.setData({ sent });
  },

  onTextChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.change({ text: event.detail.value });
  },
  onAsksChange(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
    this.change({ wantsAnswer: event.detail.checked });
  },
  change(changes: Partial<CommentDraft>) {
    if (this.draft === undefined || this.data.sent !== '') return;
    this.draft = { ...this.draft, ...changes };
    keepCommentDraft(this.about(), this.draft);
    this.setData({ ...changes, problem: '' });
  },

  async onSendTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { draft } = this;
    if (draft === undefined || this.data.isBusy) return;
    const text = cleanWords(draft.text);
    const fault = wordsFault(text, COMMENT_LIMITS.text, NOTHING_WRITTEN);
    if (fault !== '') {
      this.setData({ problem: fault });
      return;
    }
    this.setData({ isBusy: true, problem: '' });
    const { commentId, wantsAnswer } = draft;
    const answersId = this.answersId === '' ? null : this.answersId;
    const input = { commentId, itemId: this.itemId, text, wantsAnswer, answersId };
    const result = await sendOrKeep(writeComment, input, excerptOf(text, TITLE_CHARACTERS));
    this.setData({ isBusy: false });
    if (result.ok === 'kept') {
      this.setData({ sent: KEPT_TEXT[result.waitsFor] });
      return;
    }
    if (!result.ok) {
      this.keepRefusal(result.code);
      this.setData({ problem: errorText(result, WRITE_ERRORS) });
      return;
    }
    const sent = sentText(result.output.state);
    if (sent === '') {
      // It came through the outbox and was not shown: to be looked at anew it is another comment.
      this.change({ commentId: newRequestId() });
      this.setData({ problem: WRITTEN_BEFORE });
      return;
    }
    this.done(sent);
  },
  onBackTap(event: Tap) {
    if (isSecondTap(event)) return;
    void goBack(this, 'branch');
  },
});
