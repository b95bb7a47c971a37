import type { InputOf } from '../../../../contract/action';
import type { MyStudy } from '../../../../contract/study/study-shapes';
import { checkIn, myStudies, studyDetail } from '../../../../contract/study/mine';
import { LEAST_DIGITS } from '../../../../domain/study/check-in';
import { readSittingCode } from '../../../../domain/study/check-in-code';
import { call, readOutput, type Failure, type Success } from '../../../api/client';
import { keptWrites, onDelivered, sendOrKeep, type Delivered } from '../../../api/outbox';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { goBack } from '../../../state/go-back';
import { knownMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { phoneRefusal } from '../../../state/phone-refusal';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { waitingReplies } from '../../../state/waiting-answers';
import { notCopiedModal, phoneRefusalText } from '../../../text/phone-refusal';
import { openMaterial } from '../open-material';
import {
  CAMERA_TEXT,
  earlyOf,
  isStillChoosing,
  materialOf,
  opening,
  whoText,
  openTargets,
  overView,
  toTarget,
  UNNAMED_TEXT,
  waysView,
  type CheckInView,
  type MaterialLink,
  type Target,
} from './check-in.view';
import {
  alreadyIn,
  digitsMissing,
  guestView,
  moreDigitsText,
  toDoneView,
  toFailureView,
  toKeptView,
  toRefusedView,
  type DoneView,
  type NextStep,
  type Way,
} from './outcome.view';

/** --qf-ok and --qf-wait: the navigation bar is native and reads no tokens. */
const IN_GROUND = '#1F7A4D';
const WAIT_GROUND = '#8C4F00';

Page({
  data: {
    pageStyle,
    view: opening,
    isBusy: false,
    /** Raised to empty the boxes. */
    round: 0,
    /** Of the sitting, as far as it is known: six until a function asks for more. */
    digitCount: LEAST_DIGITS,
    moreDigits: '',
    isTyping: false,
    cameraNote: '',
    material: null as MaterialLink | null,
  },
  studyId: '',
  sittingId: '',
  targets: [] as readonly Target[],
  target: null as Target | null,
  material: null as MaterialLink | null,
  /** What this phone knows of the study, or of all of them. */
  mine: null as MyStudy | null,
  isFresh: false,
  studies: [] as readonly MyStudy[],
  /** What became of the person's own deed, in words of an instant; it stays until the next. */
  told: undefined as ((nowMs: number) => CheckInView) | undefined,
  stopListening: undefined as (() => void) | undefined,

  async onLoad(query: { studyId?: string; sittingId?: string; start?: string }) {
    this.studyId = query.studyId ?? '';
    this.sittingId = query.sittingId ?? '';
    this.stopListening = onDelivered((delivered) => this.hear(delivered));
    const isGuest = knownMe() === null;
    if (isGuest) this.setData({ view: guestView });
    // The camera does not wait for the network: the code itself says which sitting it is for.
    const wantsScan = !isGuest && query.start === 'scan';
    const isHeldBack = wantsScan && this.isKnownEarly();
    if (wantsScan && !isHeldBack) void this.scan();
    await this.load();
    // What this phone knew was too old, or its clock was.
    if (isHeldBack && this.data.view.kind === 'ways' && !this.isKnownEarly()) void this.scan();
  },
  onUnload() {
    this.stopListening?.();
  },
  onShow() {
    followClock(this, { redraw: () => this.draw(), reload: () => void this.load() });
    if (this.data.view.kind !== 'loading') this.draw();
  },

  /** What became of a scan that waited stands in the place of that it waits. */
  hear(delivered: readonly Delivered[]) {
    const scan = delivered.filter(({ waiting }) => waiting.action === checkIn.name).at(-1);
    if (scan === undefined || this.data.view.kind !== 'kept') return;
    const { result } = scan;
    if (!result.ok) {
      this.show((atMs) => toFailureView(result, 'scan', atMs, this.target));
      return;
    }
    const reply = readOutput(checkIn, result.output);
    this.told = undefined;
    if (reply === undefined) void this.load();
    else this.showDone((atMs) => toDoneView(reply, whoAmI(), atMs));
  },

  isKnownEarly() {
    const mine = remembered(studyDetail, { studyId: this.studyId })?.output.mine ?? null;
    return mine !== null && earlyOf(mine, this.sittingId, nowMs()) !== undefined;
  },

  async load() {
    const input = { studyId: this.studyId };
    if (this.studyId === '') {
      const result = await fetchAndRemember(myStudies, {});
      if (this.isGuest(result)) return;
      const known = result.ok ? result.output : remembered(myStudies, {})?.output;
      this.studies = known?.studies ?? [];
    } else {
      const kept = remembered(studyDetail, input)?.output;
      if (!this.isFresh && kept !== undefined) {
        this.mine = kept.mine;
        this.draw();
      }
      const result = await fetchAndRemember(studyDetail, input);
      if (this.isGuest(result)) return;
      if (result.ok) this.mine = result.output.mine;
      this.isFresh ||= result.ok;
      const study = result.ok ? result.output : kept;
      this.material = study === undefined ? null : materialOf(study.study);
    }
    this.draw(true);
  },

  /** What the page shows at this instant; the bar turns with a check-in that is seen first here. */
  draw(isAnswer = false) {
    const now = nowMs();
    const { mine } = this;
    const { view } = this.data;
    const told = this.told?.(now);
    // What was refused can be tried again, until there is nothing left to try.
    const isOver = mine !== null && overView(mine, now) !== undefined;
    if (told !== undefined && !(told.kind === 'refused' && isOver)) {
      this.setData({ view: told });
      return;
    }
    this.told = undefined;
    if (this.data.isBusy || (view.kind === 'guest' && !isAnswer)) return;
    const waiting = waitingReplies().get(this.studyId);
    if (waiting?.reply.kind === 'scanned') {
      this.setData({ view: toKeptView(waiting.madeAtMs, keptWrites().waitsFor) });
      return;
    }
    if (mine !== null && this.isFresh) {
      const done = alreadyIn(mine, whoAmI(), now);
      if (done !== undefined) {
        this.showDone((atMs) => alreadyIn(mine, whoAmI(), atMs) ?? done);
        return;
      }
      const barred = earlyOf(mine, this.sittingId, now) ?? overView(mine, now);
      if (barred !== undefined) {
        this.setData({ view: barred });
        return;
      }
    }
    if (this.studyId === '') this.targets = openTargets(this.studies, now);
    else this.targets = mine === null ? [] : [toTarget(mine, this.sittingId, now)];
    this.showWays();
  },

  /** Of an answer, and of none for somebody of whom the phone knows that they are not bound. */
  isGuest(result: Success<unknown> | Failure) {
    const isGuest = !result.ok && (result.code === 'not-bound' || knownMe() === null);
    if (isGuest && isStillChoosing(this.data.view)) this.setData({ view: guestView });
    return isGuest;
  },

  showWays() {
    const { targets, target } = this;
    const same = targets.find(({ sittingId }) => sittingId === target?.sittingId);
    this.target = targets.length === 1 ? (targets[0] ?? null) : (same ?? null);
    this.setData({ view: waysView(this.targets, this.target) });
  },

  onTargetTap(event: WechatMiniprogram.BaseEvent<object, { sittingId: string }>) {
    const { sittingId } = event.currentTarget.dataset;
    this.target = this.targets.find((target) => target.sittingId === sittingId) ?? null;
    this.setData({ digitCount: LEAST_DIGITS, moreDigits: '' });
    this.showWays();
  },

  onScanTap(event: Tap) {
    if (isSecondTap(event)) return;
    void this.scan();
  },

  async scan() {
    if (this.data.isBusy) return;
    this.setData({ cameraNote: '' });
    let payload: string;
    try {
      const scanned = await wx.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] });
      payload = scanned.result;
    } catch (error) {
      this.onScanFailed(error);
      return;
    }
    if (readSittingCode(payload) === undefined) {
      this.show((atMs) => toRefusedView('not-a-code', 'scan', {}, atMs, this.target));
      return;
    }
    const input = { way: 'scan' as const, payload };
    await this.submit('scan', input, { ...input, claimedAtMs: nowMs() });
  },

  /** Closing the camera is an answer, not a fault; a camera that does not open is one. */
  onScanFailed(error: unknown) {
    this.setData({ cameraNote: phoneRefusalText(phoneRefusal(error), 'camera', CAMERA_TEXT) });
    if (isStillChoosing(this.data.view)) this.showWays();
  },

  onDigitsFilled(event: WechatMiniprogram.CustomEvent<{ digits: string }>) {
    const { target } = this;
    if (target === null || this.data.isBusy) return;
    const { studyId, sittingId } = target;
    const input = { way: 'typed' as const, studyId, sittingId, digits: event.detail.digits };
    void this.submit('typed', input, input);
  },

  async submit(way: Way, input: InputOf<typeof checkIn>, ifKept: InputOf<typeof checkIn>) {
    this.setData({ isBusy: true });
    const claimedAtMs = nowMs();
    // Digits mean nothing later; only what was scanned may wait.
    const result =
      way === 'scan'
        ? await sendOrKeep(checkIn, input, this.target?.topic ?? UNNAMED_TEXT, ifKept)
        : await call(checkIn, input);
    this.setData({ isBusy: false });
    const digitCount = result.ok === false ? digitsMissing(result) : undefined;
    if (digitCount !== undefined) {
      // What was typed stays; the person goes on with the next digit.
      this.setData({ digitCount, moreDigits: moreDigitsText(digitCount), isTyping: false });
      this.setData({ isTyping: true });
      return;
    }
    this.setData({ round: this.data.round + 1 });
    if (result.ok === 'kept') this.show(() => toKeptView(claimedAtMs, result.waitsFor));
    else if (result.ok) this.showDone((atMs) => toDoneView(result.output, whoAmI(), atMs));
    else this.show((atMs) => toFailureView(result, way, atMs, this.target));
  },

  show(told: (nowMs: number) => CheckInView) {
    this.told = told;
    this.setData({ view: told(nowMs()) });
  },

  showDone(told: (nowMs: number) => DoneView) {
    this.show(told);
    this.setData({ material: this.material });
    void wx.setNavigationBarColor({
      frontColor: '#ffffff',
      backgroundColor: told(nowMs()).isIn ? IN_GROUND : WAIT_GROUND,
    });
    void wx.vibrateShort({ type: 'medium' });
  },

  onStepTap(event: WechatMiniprogram.BaseEvent<object, { step: NextStep }>) {
    if (isSecondTap(event)) return;
    const { step } = event.currentTarget.dataset;
    if (step === 'scan') void this.scan();
    else if (step === 'type') this.typeDigits();
    else this.onMyCodeTap();
  },
  typeDigits() {
    this.told = undefined;
    this.draw();
    this.setData({ isTyping: true });
  },
  onMyCodeTap(event?: Tap) {
    if (isSecondTap(event)) return;
    void wx.navigateTo({ url: `/packages/study/my-code/my-code?studyId=${this.studyId}` });
  },
  async onMaterialTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.material === null) return;
    const how = await openMaterial(this.material.url);
    if (how === 'opened' || how === 'copied') return;
    await wx.showModal(notCopiedModal(how));
  },
  onFinishTap(event: Tap) {
    if (isSecondTap(event)) return;
    void goBack(this, 'studies');
  },
});

function whoAmI(): string {
  const me = knownMe();
  return me === null || me === undefined ? '' : whoText(me);
}
