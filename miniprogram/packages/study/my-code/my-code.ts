import { myCode, studyDetail } from '../../../../contract/study/mine';
import { call } from '../../../api/client';
import { mergeSlots, type Slot } from '../../../components/rotating-code/slot-clock';
import { brightenScreen } from '../../../state/bright-screen';
import { nowMs } from '../../../state/clock';
import { knownMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { isIn, opening, toMyCodeView } from './my-code.view';

/** How often the phone looks whether the presenter has scanned it. */
const LOOK_MS = 5_000;
/** Between two tries to fetch more codes. */
const REFILL_MS = 5_000;

Page({
  data: {
    pageStyle,
    view: opening,
    slots: [] as readonly Slot[],
  },
  studyId: '',
  isShown: false,
  isFetching: false,
  timer: 0,
  triedAtMs: 0,
  restoreScreen: undefined as (() => void) | undefined,

  onLoad(query: { studyId?: string }) {
    this.studyId = query.studyId ?? '';
  },
  onShow() {
    this.isShown = true;
    this.restoreScreen = brightenScreen();
    void this.load();
    this.lookLater();
  },
  onHide() {
    this.leave();
  },
  onUnload() {
    this.leave();
  },
  leave() {
    this.isShown = false;
    clearTimeout(this.timer);
    this.restoreScreen?.();
    this.restoreScreen = undefined;
  },

  async load() {
    if (this.isFetching) return;
    this.isFetching = true;
    this.triedAtMs = nowMs();
    const result = await call(myCode, {});
    this.isFetching = false;
    const slots = result.ok
      ? mergeSlots(this.data.slots, result.output.slots, nowMs())
      : this.data.slots;
    this.setData({ slots, view: toMyCodeView(result, slots, knownMe() ?? null) });
  },

  onRunningLow() {
    if (!this.isShown || this.data.view.kind !== 'content') return;
    // Every tick tells that codes run low; a clock that was moved may make the wait negative.
    if (Math.abs(nowMs() - this.triedAtMs) >= REFILL_MS) void this.load();
  },
  onRetryTap() {
    void this.load();
  },

  lookLater() {
    clearTimeout(this.timer);
    if (this.studyId !== '') this.timer = setTimeout(() => void this.look(), LOOK_MS);
  },
  /** Goes on to the green page once the presenter has scanned this phone. */
  async look() {
    const { studyId } = this;
    const result = await call(studyDetail, { studyId });
    if (!this.isShown) return;
    if (result.ok && isIn(result.output.mine)) {
      await wx.redirectTo({ url: `/packages/study/check-in/check-in?studyId=${studyId}` });
      return;
    }
    this.lookLater();
  },
});
