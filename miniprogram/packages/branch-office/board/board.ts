import { crewBoard } from '../../../../contract/roster/roster';
import { branchSwaps, declineSwap, markSwapSeen } from '../../../../contract/roster/swaps';
import { instantOf, localDay, type LocalDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { confirmed } from '../../../state/confirmed';
import { showInPieces } from '../../../state/in-pieces';
import { knownMe } from '../../../state/me';
import { pageBranch } from '../../../state/page-branch';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { declineSwapErrors, markSwapSeenErrors } from '../../../text/roster-errors';
import { minuteOfClock } from '../../../text/when';
import {
  declineQuestion,
  nextTurnAtMs,
  noSwaps,
  opening,
  toSwapRows,
  toView,
  type SwapRow,
} from './board.view';

Page({
  data: { pageStyle, view: opening, swaps: noSwaps, problem: '' },
  branch: pageBranch(),
  /** undefined: now. */
  atMs: undefined as number | undefined,
  /** When the board of now is over. */
  turnsAtMs: Infinity,

  onLoad({ branchId = '' }: { branchId?: string }) {
    this.branch = pageBranch(branchId);
  },
  onShow() {
    followClock(this, {
      redraw: () => this.followTurns(),
      reload: () => void this.load(),
    });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    await Promise.all([this.loadBoard(), this.loadSwaps()]);
  },
  async loadBoard() {
    const { atMs } = this;
    const isNow = atMs === undefined;
    const input = isNow ? this.branch : { ...this.branch, atMs };
    const kept = isNow ? remembered(crewBoard, input) : undefined;
    showInPieces(this, 'view', toView(shown(kept), isNow, nowMs()));
    const result = isNow ? await fetchAndRemember(crewBoard, input) : await call(crewBoard, input);
    // Another instant may have been picked meanwhile.
    if (atMs === this.atMs) {
      this.turnsAtMs = result.ok ? nextTurnAtMs(result.output) : Infinity;
      showInPieces(this, 'view', toView(shown(kept, result), isNow, nowMs()));
    }
  },
  /** The board of now is asked for anew once somebody on it does something else. */
  followTurns() {
    if (this.atMs === undefined && this.turnsAtMs <= nowMs()) void this.loadBoard();
  },
  async loadSwaps() {
    const result = await fetchAndRemember(branchSwaps, this.branch);
    const known = result.ok ? result.output : remembered(branchSwaps, this.branch)?.output;
    if (known !== undefined)
      this.setData({ swaps: toSwapRows(known, knownMe()?.memberId ?? '', nowMs()) });
  },

  onDayPicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { view } = this.data;
    if (view.kind === 'content') this.look(localDay(event.detail.value), view.time);
  },
  onTimePicked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { view } = this.data;
    if (view.kind === 'content') this.look(localDay(view.day), event.detail.value);
  },
  look(day: LocalDay, time: string) {
    this.atMs = instantOf(day, minuteOfClock(time));
    void this.loadBoard();
  },
  onNowTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.atMs = undefined;
    void this.loadBoard();
  },
  async onDeclineTap(event: WechatMiniprogram.BaseEvent<object, { row: SwapRow }>) {
    if (isSecondTap(event)) return;
    const { row } = event.currentTarget.dataset;
    if (!(await confirmed(this, declineQuestion(row)))) return;
    const result = await call(declineSwap, { ...this.branch, swapId: row.swapId });
    this.setData({ problem: result.ok ? '' : errorText(result, declineSwapErrors) });
    await this.load();
  },
  async onSeenTap(event: WechatMiniprogram.BaseEvent<object, { swapId: string }>) {
    if (isSecondTap(event)) return;
    const { swapId } = event.currentTarget.dataset;
    const result = await call(markSwapSeen, { ...this.branch, swapId });
    this.setData({ problem: result.ok ? '' : errorText(result, markSwapSeenErrors) });
    await this.loadSwaps();
  },
});
