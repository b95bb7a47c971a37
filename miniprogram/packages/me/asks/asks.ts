import { DATA_ASK_LIMITS } from '../../../../domain/people/data-ask';
import { askAboutData, myDataAsks } from '../../../../contract/people/data-asks';
import type { CorrectedThing } from '../../../../domain/people/data-ask';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { showInPieces } from '../../../state/in-pieces';
import { dropWords, keepWords, keptWords } from '../../../state/kept-words';
import { cursorAfter, nextPage } from '../../../state/next-page';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import {
  ASK_ERRORS,
  inputOf,
  noLook,
  noMorePages,
  opening,
  SENT_TEXT,
  startForm,
  toForm,
  toView,
  unknownAsks,
  WORDS_MISSING_TEXT,
} from './asks.view';
import { tooLongText } from '../../../text/too-long';

/** Asks for a correction, or about a look; below, what was asked before and its answers. */
Page({
  data: {
    pageStyle,
    view: opening,
    form: toForm(noLook, 'profile'),
    words: '',
    isBusy: false,
    isLoadingMore: false,
    problem: '',
    done: '',
  },
  look: noLook,
  typed: startForm(newRequestId()),
  state: unknownAsks,
  more: noMorePages,

  onLoad({ entryId = '', text = '' }: { entryId?: string; text?: string }) {
    this.begin(entryId === '' ? noLook : { entryId, text: decodeURIComponent(text) });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    this.state = shown(undefined, await call(myDataAsks, {}));
    this.more = noMorePages;
    this.redraw();
  },
  /** A question of its own, with what was typed of it before. */
  begin(look: typeof noLook) {
    this.look = look;
    this.typed = { ...startForm(newRequestId()), words: keptWords(this.keptAs()) };
    this.setData({ form: toForm(look, this.typed.of), words: this.typed.words });
  },
  keptAs(): string {
    return `data-ask:${this.look?.entryId ?? ''}`;
  },
  redraw() {
    showInPieces(this, 'view', toView(this.state, this.more, nowMs()));
  },
  async onOlderTap(event: Tap) {
    if (isSecondTap(event)) return;
    const cursor = () => cursorAfter(this.state, this.more);
    const page = await nextPage(this, cursor, (at) => call(myDataAsks, { cursor: at }));
    if (page === undefined) return;
    this.more = [...this.more, page];
    this.redraw();
  },

  onThingPicked(event: WechatMiniprogram.CustomEvent<{ value: CorrectedThing }>) {
    const { value: of } = event.detail;
    this.typed = { ...this.typed, of };
    this.setData({ form: toForm(this.look, of) });
  },
  onWordsInput(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.typed = { ...this.typed, words: event.detail.value };
    keepWords(this.keptAs(), event.detail.value);
    this.setData({ words: event.detail.value, problem: '', done: '' });
  },
  async onSendTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    const input = inputOf(this.typed, this.look);
    const tooLong = tooLongText(this.typed.words, DATA_ASK_LIMITS.words);
    if (input === undefined || tooLong !== '') {
      this.setData({ problem: tooLong === '' ? WORDS_MISSING_TEXT : tooLong });
      return;
    }
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(askAboutData, input);
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, ASK_ERRORS) });
      return;
    }
    dropWords(this.keptAs());
    this.begin(noLook);
    this.setData({ done: SENT_TEXT });
    await this.load();
  },
});
