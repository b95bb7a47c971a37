import { keepLonger, takedownList } from '../../../../contract/content/takedown';
import { call } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { dropWords } from '../../../state/kept-words';
import { cursorAfter, nextPage } from '../../../state/next-page';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import {
  firstKind,
  keptText,
  KEEP_ERRORS,
  KEEP_SHEET,
  kindOfQuery,
  noMorePages,
  opening,
  pageOf,
  toDueView,
  unknownList,
} from './takedown-list.view';

type RowTap = WechatMiniprogram.BaseEvent<object, { id: string; title: string }>;

/** What of one kind goes in the next month; each can be kept longer. docs/rules.md#R-309 */
Page({
  data: {
    pageStyle,
    view: opening,
    sheet: KEEP_SHEET,
    choice: '',
    isAsking: false,
    keptAs: '',
    isBusy: false,
    isLoadingMore: false,
    problem: '',
    done: '',
  },
  kind: firstKind,
  months: 0,
  state: unknownList,
  more: noMorePages,
  /** What is kept, and the deed that keeps it. */
  kept: undefined as { id: string; title: string; deedId: string } | undefined,

  onLoad({ kind, months = '' }: { kind?: string; months?: string }) {
    this.kind = kindOfQuery(kind);
    this.months = Number(months);
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  question() {
    return { kind: this.kind, months: this.months };
  },
  async load() {
    this.state = shown(undefined, await call(takedownList, this.question()));
    this.more = noMorePages;
    this.redraw();
  },
  redraw() {
    showInPieces(this, 'view', toDueView(this.state, this.more, this.kind));
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const page = await nextPage(
      this,
      () => cursorAfter(this.state, this.more),
      (cursor) => call(takedownList, { ...this.question(), cursor }),
    );
    if (page === undefined) return;
    this.more = [...this.more, page];
    this.redraw();
  },

  onRowTap(event: RowTap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: pageOf(this.kind, event.currentTarget.dataset.id) });
  },
  onKeepTap(event: RowTap) {
    if (isSecondTap(event)) return;
    if (this.data.view.kind !== 'content') return;
    const { id, title } = event.currentTarget.dataset;
    this.kept = { id, title, deedId: newRequestId() };
    const choice = this.data.view.choices[1]?.month ?? '';
    const keptAs = `keep-longer:${id}`;
    this.setData({ isAsking: true, keptAs, choice, problem: '', done: '' });
  },
  onChoicePicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ choice: event.detail.value });
  },
  onSheetClosed() {
    this.setData({ isAsking: false });
  },
  async onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { kept, kind } = this;
    if (kept === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const { id, title, deedId } = kept;
    const untilMonth = this.data.choice;
    const { reason } = event.detail;
    const result = await call(keepLonger, { kind, id, untilMonth, reason, deedId });
    // What is written now is another deed.
    if (!result.ok && result.code === 'written-before') {
      this.kept = { ...kept, deedId: newRequestId() };
    }
    this.setData({
      isBusy: false,
      ...(result.ok
        ? { done: keptText(title, untilMonth, nowMs()), isAsking: false }
        : { problem: errorText(result, KEEP_ERRORS) }),
    });
    if (!result.ok) return;
    dropWords(this.data.keptAs);
    await this.load();
  },
});
