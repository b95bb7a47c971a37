import type { OutputOf } from '../../../../contract/action';
import { closeSitting, presenterCodes, roll } from '../../../../contract/study/register';
import { call, type Result } from '../../../api/client';
import { newRequestId } from '../../../api/request-id';
import { mergeSlots, type Slot } from '../../../components/rotating-code/slot-clock';
import { brightenScreen } from '../../../state/bright-screen';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { goOnTo } from '../../../state/go-back';
import { confirmed } from '../../../state/confirmed';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { CLOSE_TEXT } from '../../../text/edit-study';
import { errorText } from '../../../text/errors';
import { admitByScan, type Admitted } from '../admit-by-scan';
import {
  closeQuestion,
  isOutdated,
  needsMore,
  opening,
  refusedView,
  nextPollMs,
  toCodesHead,
  toCountView,
  type CountView,
} from './codes.view';

Page({
  data: {
    pageStyle,
    view: opening,
    slots: [] as readonly Slot[],
    count: null as CountView | null,
    /** The roll has not been heard of for some time; the code goes on from what is kept. */
    isWeak: false,
    isBusy: false,
    notice: null as Admitted | null,
  },
  studyId: '',
  sittingId: '',
  isShown: false,
  isFetching: false,
  /** As last heard. */
  reply: undefined as OutputOf<typeof roll> | undefined,
  failures: 0,
  triedAtMs: 0,
  opensAtMs: 0,
  closesAtMs: Infinity,
  closeRequestId: '',
  pollTimer: 0,
  noticeTimer: 0,
  restoreScreen: undefined as (() => void) | undefined,

  onLoad(query: { studyId?: string; sittingId?: string }) {
    this.studyId = query.studyId ?? '';
    this.sittingId = query.sittingId ?? '';
    this.closeRequestId = newRequestId();
  },
  onShow() {
    this.isShown = true;
    followClock(this, { redraw: () => this.renew(), reload: () => void this.load() });
    this.restoreScreen = brightenScreen();
    void this.load();
    void this.poll();
  },
  /** What stands instead of codes, or beside them before the check-in opens, is asked for anew. */
  renew() {
    const { view } = this.data;
    if (view.kind !== 'content' || view.early !== '') void this.load();
  },
  onHide() {
    this.leave();
  },
  onUnload() {
    this.leave();
  },
  leave() {
    this.isShown = false;
    clearTimeout(this.pollTimer);
    clearTimeout(this.noticeTimer);
    this.restoreScreen?.();
    this.restoreScreen = undefined;
  },

  /** Fetches codes of the next minutes. What is kept goes on being shown when nobody answers. */
  async load() {
    if (this.isFetching) return;
    this.isFetching = true;
    this.triedAtMs = nowMs();
    const { studyId, sittingId } = this;
    const result = await call(presenterCodes, { studyId, sittingId });
    this.isFetching = false;
    if (result.ok) {
      this.opensAtMs = result.output.opensAtMs;
      this.closesAtMs = result.output.closesAtMs;
      const slots = mergeSlots(this.data.slots, result.output.slots, nowMs());
      this.setData({ view: { kind: 'content', ...toCodesHead(result.output, nowMs()) }, slots });
      return;
    }
    const isOutOfReach = result.code === 'offline' || result.code === 'timeout';
    if (isOutOfReach && this.data.view.kind === 'content') return;
    this.setData({ view: refusedView(result, nowMs()) });
  },

  onRunningLow() {
    if (!this.isShown || !needsMore(this.data.slots, this.closesAtMs, nowMs())) return;
    // Every tick tells that codes run low; a clock that was moved may make the wait negative.
    if (Math.abs(nowMs() - this.triedAtMs) >= REFILL_MS) void this.load();
  },

  async poll() {
    clearTimeout(this.pollTimer);
    const result = await call(roll, {
      studyId: this.studyId,
      sittingId: this.sittingId,
      opensReasons: true,
    });
    this.failures = result.ok ? 0 : this.failures + 1;
    if (!this.isShown) return;
    if (result.ok) {
      this.reply = result.output;
      this.setData({ count: toCountView(result.output), isWeak: false });
    } else this.setData({ isWeak: true });
    if (this.isOutdated(result)) void this.load();
    this.pollTimer = setTimeout(() => void this.poll(), nextPollMs(this.isOpen(), this.failures));
  },

  /** Whether the codes have to be asked for anew, which says what became of the sitting. */
  isOutdated(result: Result<typeof roll>) {
    if (this.data.view.kind !== 'content') return false;
    if (result.ok) return isOutdated(result.output.study, this.sittingId, this);
    return result.code !== 'offline' && result.code !== 'timeout';
  },

  isOpen() {
    const now = nowMs();
    return this.opensAtMs <= now && now < this.closesAtMs;
  },

  async onAdmitTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    const admitted = await admitByScan(this, this.studyId, this.sittingId);
    this.setData({ isBusy: false, notice: admitted ?? null });
    void this.poll();
    clearTimeout(this.noticeTimer);
    this.noticeTimer = setTimeout(() => this.setData({ notice: null }), NOTICE_MS);
  },

  onRollTap(event: Tap) {
    if (isSecondTap(event)) return;
    const query = `studyId=${this.studyId}&sittingId=${this.sittingId}`;
    void wx.navigateTo({ url: `/packages/study-office/roll/roll?${query}` });
  },

  async onCloseTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    if (!(await confirmed(this, closeQuestion(this.reply, this.sittingId, nowMs())))) {
      this.setData({ isBusy: false });
      return;
    }
    const { studyId, sittingId } = this;
    const result = await call(closeSitting, { studyId, sittingId }, this.closeRequestId);
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ notice: { tone: 'warn', text: errorText(result, CLOSE_TEXT) } });
      return;
    }
    await goOnTo(this, `/packages/study-office/roll/roll?studyId=${studyId}`);
  },
});

/** Between two tries to fetch more codes. */
const REFILL_MS = 5_000;

/** How long what became of a scan stays on the screen. */
const NOTICE_MS = 6_000;
