import { branchNotes, notesInState } from '../../../../contract/note/reviewing';
import { dayOfInstant, monthBeside, monthOf } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap } from '../../../state/second-tap';
import { NO_MORE_CAME } from '../../../text/next-page';
import {
  ALL,
  BEFORE,
  hasSection,
  moreText,
  ofType,
  opening,
  stateOf,
  toNotesView,
  toOfficeRow,
  unknownBoard,
} from './notes.view';

type SectionTap = WechatMiniprogram.BaseEvent<object, { at: number }>;

const NONE: readonly string[] = [];
const NO_CURSORS: Readonly<Record<string, string | null>> = {};

Page({
  data: { pageStyle, view: opening, hasNext: false, isLoadingMore: false },
  branch: pageBranch(),
  month: '',
  of: ofType(''),
  chosen: ALL,
  /** Sections that the person has opened. */
  unfolded: NONE,
  state: unknownBoard,
  /** By section: where the last page that came ended; none before the first. */
  cursors: NO_CURSORS,

  /** Without a month: the present one; without a type: all of them. */
  onLoad({
    branchId = '',
    month = '',
    type = '',
  }: {
    branchId?: string;
    month?: string;
    type?: string;
  }) {
    this.branch = pageBranch(branchId);
    this.of = ofType(type);
    this.month = month === '' ? monthOf(dayOfInstant(nowMs())) : month;
  },
  onShow() {
    const reload = () => void this.load();
    followClock(this, { redraw: () => undefined, reload });
    reload();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },

  question() {
    return { ...this.branch, month: this.month, ...this.of };
  },
  load() {
    return readAgain(this, branchNotes);
  },
  show(state: typeof unknownBoard) {
    this.state = state;
    this.cursors = NO_CURSORS;
    // The last of a state may have gone to another.
    if (state.kind === 'known' && !hasSection(state.output, this.chosen)) this.chosen = ALL;
    const hasNext = this.month < monthOf(dayOfInstant(nowMs()));
    this.setData({ view: toNotesView(state, this, nowMs()), hasNext });
  },

  turn(step: -1 | 1) {
    this.month = monthBeside(this.month, step);
    this.chosen = ALL;
    this.unfolded = NONE;
    this.show(unknownBoard);
    void this.load();
  },
  onEarlierTap() {
    this.turn(-1);
  },
  onLaterTap() {
    if (this.data.hasNext) this.turn(1);
  },
  onPillTap(event: WechatMiniprogram.BaseEvent<object, { key: string }>) {
    this.chosen = event.currentTarget.dataset.key;
    this.show(this.state);
  },
  onFoldTap(event: SectionTap) {
    if (isSecondTap(event)) return;
    const { view } = this.data;
    const { at } = event.currentTarget.dataset;
    if (view.kind !== 'content') return;
    const { key = '' } = view.sections[at] ?? {};
    this.unfolded = [...this.unfolded, key];
    this.setData({ [`view.sections[${at}].isFolded`]: false });
  },

  /** The first page takes the place of the few rows that came with the board. */
  async onMoreTap(event: SectionTap) {
    if (isSecondTap(event)) return;
    const { view, isLoadingMore } = this.data;
    const { at } = event.currentTarget.dataset;
    const section = view.kind === 'content' ? view.sections[at] : undefined;
    const state = section === undefined ? undefined : stateOf(section.key);
    if (section === undefined || state === undefined || isLoadingMore) return;
    this.setData({ isLoadingMore: true });
    const cursor = this.cursors[section.key] ?? undefined;
    const result = await call(notesInState, {
      ...this.branch,
      month: this.month,
      ...this.of,
      state,
      ...(section.key === BEFORE && { isBefore: true }),
      ...(cursor !== undefined && { cursor }),
    });
    this.setData({ isLoadingMore: false });
    if (!result.ok) {
      await wx.showToast({ title: NO_MORE_CAME, icon: 'none' });
      return;
    }
    const { notes, nextCursor } = result.output;
    this.cursors = { ...this.cursors, [section.key]: nextCursor };
    const part = cursor === undefined ? 0 : section.parts.length;
    const before = section.parts.slice(0, part).reduce((sum, rows) => sum + rows.length, 0);
    this.setData({
      [`view.sections[${at}].parts[${part}]`]: notes.map((note) => toOfficeRow(note, nowMs())),
      [`view.sections[${at}].more`]:
        nextCursor === null ? '' : moreText(this.countOf(section.key), before + notes.length),
    });
  },
  countOf(key: string): number {
    if (this.state.kind !== 'known') return 0;
    const { sections, before } = this.state.output;
    if (key === BEFORE) return before?.count ?? 0;
    return sections.find(({ state }) => state === key)?.count ?? 0;
  },
  onNoteTap(event: WechatMiniprogram.BaseEvent<object, { noteId: string }>) {
    if (isSecondTap(event)) return;
    const { noteId } = event.currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/note-office/read/read?noteId=${noteId}` });
  },
});
