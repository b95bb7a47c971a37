import { RESPONSE_LIMITS } from '../../../../../domain/note/response';
import { removeReply, replyToNote, thankForNote } from '../../../../../contract/note/exchange';
import { cleanWords } from '../../../../../domain/words/clean-words';
import { call } from '../../../../api/client';
import { dropWords } from '../../../../state/kept-words';
import { isSecondTap, type Tap } from '../../../../state/second-tap';
import { errorText } from '../../../../text/errors';
import {
  REMOVE_SHEET,
  REMOVED_TEXT,
  removeErrors,
  replyErrors,
  SENT_TEXT,
  thankErrors,
  type ExchangeView,
} from './exchange.view';
import { dropReply, idToSend, keepReply, keptReply } from './kept-reply';
import { tooLongText } from '../../../../text/too-long';

const isToSend = (words: string): boolean =>
  cleanWords(words) !== '' && tooLongText(words, RESPONSE_LIMITS.text) === '';

type ReplyTap = WechatMiniprogram.BaseEvent<object, { replyId: string }>;

/**
 * What readers give back below a shared note: thanks, replies, and an officer's removal. Events:
 * changed, when the note is to be read anew; takeback { replyId }, which the page asks about.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    view: { type: Object, value: null as ExchangeView | null },
  },
  data: {
    noteId: '',
    words: '',
    canSend: false,
    sheet: REMOVE_SHEET,
    /** Which reply is to be removed; '' for none. */
    removing: '',
    keptAs: '',
    isBusy: false,
    problem: '',
    sheetProblem: '',
    done: '',
  },
  observers: {
    view(view: ExchangeView | null) {
      if (view === null || view.noteId === this.data.noteId) return;
      const words = keptReply(view.noteId);
      this.setData({ noteId: view.noteId, words, canSend: isToSend(words) });
    },
  },
  methods: {
    onWordsInput(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { value: words } = event.detail;
      keepReply(this.data.noteId, words);
      this.setData({ words, canSend: isToSend(words) });
    },
    async onSendTap(event: Tap) {
      if (isSecondTap(event)) return;
      const { noteId } = this.data;
      const text = cleanWords(this.data.words);
      if (this.data.isBusy || !isToSend(text)) return;
      this.setData({ isBusy: true, problem: '', done: '' });
      const result = await call(replyToNote, { noteId, replyId: idToSend(noteId, text), text });
      this.setData({ isBusy: false });
      if (!result.ok) {
        this.setData({ problem: errorText(result, replyErrors) });
        return;
      }
      dropReply();
      this.setData({ words: '', canSend: false, done: SENT_TEXT });
      this.triggerEvent('changed');
    },
    async onThankTap(event: WechatMiniprogram.BaseEvent<object, { thanked: boolean }>) {
      if (isSecondTap(event)) return;
      const { noteId } = this.data;
      const isThanking = !event.currentTarget.dataset.thanked;
      if (this.data.isBusy) return;
      this.setData({ isBusy: true, problem: '', done: '' });
      const result = await call(thankForNote, { noteId, isThanking });
      const problem = result.ok ? '' : errorText(result, thankErrors);
      this.setData({ isBusy: false, problem });
      if (result.ok) this.triggerEvent('changed');
    },
    onTakeBackTap(event: ReplyTap) {
      if (isSecondTap(event)) return;
      this.triggerEvent('takeback', { replyId: event.currentTarget.dataset.replyId });
    },
    onRemoveTap(event: ReplyTap) {
      if (isSecondTap(event)) return;
      const { replyId } = event.currentTarget.dataset;
      const keptAs = `remove-reply:${replyId}`;
      this.setData({ removing: replyId, keptAs, sheetProblem: '', done: '' });
    },
    onSheetClosed() {
      this.setData({ removing: '' });
    },
    async onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { noteId, removing: replyId } = this.data;
      const { reason } = event.detail;
      if (this.data.isBusy) return;
      this.setData({ isBusy: true, sheetProblem: '' });
      const result = await call(removeReply, { noteId, replyId, reason });
      if (result.ok) dropWords(this.data.keptAs);
      this.setData({
        isBusy: false,
        ...(result.ok
          ? { removing: '', done: REMOVED_TEXT }
          : { sheetProblem: errorText(result, removeErrors) }),
      });
      this.triggerEvent('changed');
    },
  },
});
