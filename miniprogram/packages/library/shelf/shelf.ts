import {
  library,
  libraryOfAll,
  prolongDocument,
  takeDownDocument,
} from '../../../../contract/content/library';
import type { LibraryPart, LibraryRow } from '../../../../contract/content/library-shapes';
import { branches } from '../../../../contract/people/member';
import { cleanWords } from '../../../../domain/words/clean-words';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { confirmed } from '../../../state/confirmed';
import { followClock } from '../../../state/follow-clock';
import { showInPieces } from '../../../state/in-pieces';
import { dropWords } from '../../../state/kept-words';
import { cursorAfter, nextPage } from '../../../state/next-page';
import { hasRole, knownMe, whoIsHere } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import type { Shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { prolongErrors, takeDownErrors } from '../library-errors.view';
import {
  ALL_BRANCHES,
  firstPart,
  noBranches,
  noMore,
  opening,
  prolongedDay,
  PROLONGED_TEXT,
  prolongQuestion,
  TAKE_DOWN_NOTE,
  TAKEN_DOWN_TEXT,
  toBranchChoice,
  toShelfView,
  unknownShelf,
  type Shelf,
} from './shelf.view';

type DocumentTap = WechatMiniprogram.BaseEvent<object, { documentId: string }>;

/** After the last letter; each search is a call. */
const TYPING_MS = 400;

Page({
  data: {
    pageStyle,
    view: opening,
    branches: noBranches,
    isOfAll: false,
    query: '',
    isLoadingMore: false,
    isBusy: false,
    isAsking: false,
    keptAs: '',
    takeDownNote: TAKE_DOWN_NOTE,
    problem: '',
    done: '',
  },
  branch: pageBranch(),
  part: firstPart,
  state: unknownShelf,
  more: noMore,
  /** Of the last letter: nothing is asked for where another follows. */
  forgetTyping: (): void => undefined,
  takenDownId: '',

  onLoad({ branchId }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
    void this.loadBranches();
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  /** The committee office goes from library to library. docs/rules.md#R-240 */
  async loadBranches() {
    await whoIsHere();
    if (!hasRole(['committee-office'])) return;
    const result = await fetchAndRemember(branches, {});
    const known = result.ok ? result.output : remembered(branches, {})?.output;
    if (known === undefined) return;
    const branchId = this.branch.branchId ?? knownMe()?.branchId ?? '';
    this.setData({ branches: toBranchChoice(known, branchId) });
  },
  onBranchPicked(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
    const at = event.detail.value;
    const id = this.data.branches.ids[at];
    const isOfAll = id === ALL_BRANCHES;
    this.branch = pageBranch(isOfAll ? '' : id);
    this.part = firstPart;
    this.setData({ 'branches.at': at, isOfAll, query: '', problem: '', done: '' });
    this.ask();
  },
  question() {
    const query = cleanWords(this.data.query);
    return { ...this.branch, part: this.part, ...(query !== '' && { query }) };
  },
  load() {
    const { state } = this;
    const { isOfAll } = this.data;
    const reader = {
      state,
      question: () => this.question(),
      // That of one's own branch is asked for in the same words as that of all.
      show: (shelf: Shown<Shelf>) => {
        if (this.data.isOfAll === isOfAll) this.show(shelf);
      },
    };
    return isOfAll ? readAgain(reader, libraryOfAll) : readAgain(reader, library);
  },
  show(state: Shown<Shelf>) {
    this.state = state;
    this.more = noMore;
    this.redraw();
  },
  /** Another question than before. */
  ask() {
    this.show(unknownShelf);
    void this.load();
  },
  redraw() {
    const { state, more, part } = this;
    const asked = { part, query: this.data.query };
    showInPieces(this, 'view', toShelfView(state, more, asked, nowMs()));
  },

  onPillTap(event: WechatMiniprogram.BaseEvent<object, { part: LibraryPart }>) {
    this.part = event.currentTarget.dataset.part;
    this.setData({ problem: '', done: '' });
    this.ask();
  },
  onQueryInput(event: WechatMiniprogram.Input) {
    this.setData({ query: event.detail.value });
    this.forgetTyping();
    const timer = setTimeout(() => this.ask(), TYPING_MS);
    this.forgetTyping = () => clearTimeout(timer);
  },
  async onMoreTap(event: Tap) {
    if (isSecondTap(event)) return;
    const question = this.question();
    const page = await nextPage(
      this,
      () => cursorAfter(this.state, this.more),
      (cursor) =>
        this.data.isOfAll
          ? call(libraryOfAll, { ...question, cursor })
          : call(library, { ...question, cursor }),
    );
    if (page === undefined) return;
    this.more = [...this.more, page];
    this.redraw();
  },

  onDocumentTap(event: DocumentTap) {
    if (isSecondTap(event)) return;
    const { documentId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/library/document/document?documentId=${documentId}` });
  },
  onOfferTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { branchId = '' } = this.branch;
    void wx.navigateTo({ url: `/packages/library/offer/offer?branchId=${branchId}` });
  },
  onNewVersionTap(event: DocumentTap) {
    if (isSecondTap(event)) return;
    const { documentId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/library/offer/offer?documentId=${documentId}` });
  },
  rowOf(documentId: string): LibraryRow | undefined {
    const first = this.state.kind === 'known' ? [this.state.output] : [];
    return [...first, ...this.more]
      .flatMap(({ rows }) => rows)
      .find((row) => row.documentId === documentId);
  },
  async onProlongTap(event: DocumentTap) {
    if (isSecondTap(event)) return;
    const row = this.rowOf(event.currentTarget.dataset.documentId);
    if (row?.validUntilDay == null || this.data.isBusy) return;
    const { documentId, title } = row;
    const validUntilDay = prolongedDay(row.validUntilDay, nowMs());
    if (!(await confirmed(this, prolongQuestion(title, validUntilDay)))) return;
    this.setData({ isBusy: true, problem: '', done: '' });
    const result = await call(prolongDocument, { documentId, validUntilDay });
    this.setData({ isBusy: false });
    if (result.ok) this.setData({ done: PROLONGED_TEXT });
    else this.setData({ problem: errorText(result, prolongErrors) });
    await this.load();
  },
  onTakeDownTap(event: DocumentTap) {
    if (isSecondTap(event)) return;
    this.takenDownId = event.currentTarget.dataset.documentId;
    const keptAs = `take-down-document:${this.takenDownId}`;
    this.setData({ isAsking: true, keptAs, problem: '', done: '' });
  },
  onSheetClosed() {
    this.setData({ isAsking: false });
  },
  async onReasonGiven(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const { reason } = event.detail;
    const result = await call(takeDownDocument, { documentId: this.takenDownId, reason });
    if (result.ok) dropWords(this.data.keptAs);
    this.setData({
      isBusy: false,
      ...(result.ok
        ? { isAsking: false, done: TAKEN_DOWN_TEXT }
        : { problem: errorText(result, takeDownErrors) }),
    });
    await this.load();
  },
});
