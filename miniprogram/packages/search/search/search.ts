import type { InputOf } from '../../../../contract/action';
import { search } from '../../../../contract/search';
import { DAY_WRITING } from '../../../../contract/search.text';
import { readSearch } from '../../../../domain/search/search-words';
import { cleanWords } from '../../../../domain/words/clean-words';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { openPage } from '../../../state/open-page';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { instead } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { dropWords, keepWords, recentWords } from '../recent-words';
import {
  firstWanted,
  opening,
  pillsOf,
  REFUSED_TEXT,
  searchErrors,
  starting,
  toView,
  type Searching,
  type Wanted,
} from './search.view';

type Question = InputOf<typeof search>;

Page({
  data: {
    pageStyle,
    view: opening,
    words: '',
    pills: pillsOf(firstWanted),
    isLoadingMore: false,
    problem: '',
  },
  wanted: firstWanted,
  /** What was asked last; undefined: nothing yet. */
  asked: undefined as Question | undefined,
  state: starting,

  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => this.redraw() });
    this.redraw();
  },
  show(state: Searching) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    showInPieces(this, 'view', toView(this.state, recentWords(), nowMs()));
  },

  onWordsChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const words = event.detail.value;
    this.setData({ words, problem: '' });
    if (words !== '') return;
    this.asked = undefined;
    this.show(starting);
  },
  onSearchTap() {
    const read = readSearch(this.data.words, DAY_WRITING);
    if (read.kind === 'refused') {
      // What was found before is no answer to these words.
      this.asked = undefined;
      this.show(starting);
      this.setData({ problem: REFUSED_TEXT[read.reason] });
      return;
    }
    const words = cleanWords(this.data.words);
    keepWords(words);
    void this.ask(words);
  },
  onRecentTap(event: WechatMiniprogram.BaseEvent<object, { words: string }>) {
    if (isSecondTap(event)) return;
    this.setData({ words: event.currentTarget.dataset.words });
    this.onSearchTap();
  },
  onDropTap(event: Tap) {
    if (isSecondTap(event)) return;
    dropWords();
    this.redraw();
  },
  onPillTap(event: WechatMiniprogram.BaseEvent<object, { kind: Wanted }>) {
    this.wanted = event.currentTarget.dataset.kind;
    this.setData({ pills: pillsOf(this.wanted) });
    this.onRetryTap();
  },
  onRetryTap() {
    if (this.asked !== undefined) void this.ask(this.asked.words);
  },

  /** Nothing of it is remembered: what is found is what may be opened now. */
  async ask(words: string) {
    const question = { words, ...(this.wanted !== 'all' && { kind: this.wanted }) };
    this.asked = question;
    this.setData({ problem: '' });
    this.show({ kind: 'loading' });
    const result = await call(search, question);
    if (this.asked !== question) return;
    if (result.ok) this.show({ kind: 'known', words, pages: [result.output] });
    else this.show(instead(result, errorText(result, searchErrors)));
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { asked, state } = this;
    const cursor = state.kind === 'known' ? (state.pages.at(-1)?.nextCursor ?? null) : null;
    if (asked === undefined || state.kind !== 'known' || cursor === null) return;
    if (this.data.isLoadingMore) return;
    this.setData({ isLoadingMore: true, problem: '' });
    const result = await call(search, { ...asked, cursor });
    this.setData({ isLoadingMore: false });
    if (this.asked !== asked) return;
    if (result.ok) this.show({ ...state, pages: [...state.pages, result.output] });
    else this.setData({ problem: errorText(result, searchErrors) });
  },

  onRowTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    void openPage(event.currentTarget.dataset.page);
  },
});
