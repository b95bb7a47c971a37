import { library } from '../../../../contract/content/library';
import { cleanWords } from '../../../../domain/words/clean-words';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { showInPieces } from '../../../state/in-pieces';
import { cursorAfter, nextPage } from '../../../state/next-page';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { handOver } from '../picked-document';
import { noMore, opening, toPickView, unknownShelf } from './pick-document.view';

/** After the last letter; each search is a call. */
const TYPING_MS = 400;

Page({
  data: { pageStyle, view: opening, query: '', isLoadingMore: false },
  state: unknownShelf,
  more: noMore,
  typing: 0,

  onLoad() {
    void this.load();
  },
  question() {
    const query = cleanWords(this.data.query);
    return { part: 'all' as const, ...(query !== '' && { query }) };
  },
  load() {
    return readAgain(this, library);
  },
  show(state: typeof unknownShelf) {
    this.state = state;
    this.more = noMore;
    this.redraw();
  },
  redraw() {
    showInPieces(this, 'view', toPickView(this.state, this.more, this.data.query, nowMs()));
  },
  onQueryInput(event: WechatMiniprogram.Input) {
    this.setData({ query: event.detail.value });
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      this.show(unknownShelf);
      void this.load();
    }, TYPING_MS);
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const question = this.question();
    const page = await nextPage(
      this,
      () => cursorAfter(this.state, this.more),
      (cursor) => call(library, { ...question, cursor }),
    );
    if (page === undefined) return;
    this.more = [...this.more, page];
    this.redraw();
  },
  async onDocumentTap(
    event: WechatMiniprogram.BaseEvent<object, { documentId: string; title: string }>,
  ) {
    if (isSecondTap(event)) return;
    const { documentId, title } = event.currentTarget.dataset;
    handOver({ documentId, documentTitle: title });
    await wx.navigateBack();
  },
});
