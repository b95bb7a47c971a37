import { previewRotation, rotations, saveRotation } from '../../../../contract/roster/rotations';
import type { RotationPresetId } from '../../../../domain/shift/rotation-presets';
import { dayOfInstant, localDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { dropDraft } from '../../../state/drafts';
import { pageStyle } from '../../../state/page-style';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { previewRotationErrors, saveRotationErrors } from '../../../text/roster-errors';
import { freshCountOf } from './crew-step.view';
import { namesProblem } from './naming.view';
import { FORM_NAME, type OwnPattern } from './own-pattern/own-form';
import { draftOf } from './rotation-draft';
import {
  asked,
  NO_STEP,
  opening,
  presetOf,
  savedText,
  stepOf,
  toView,
  unknownSetup,
} from './rotation.view';
import {
  afterRefusal,
  nothingAnswered,
  withFirstDay,
  type Answers,
  type Crew,
  type Preview,
} from './set-up';

const today = () => dayOfInstant(nowMs());

Page({
  data: { pageStyle, view: opening, step: NO_STEP, isBusy: false, problem: '', done: '' },
  state: unknownSetup,
  given: nothingAnswered('', today()),
  preview: null as Preview | null,

  onLoad() {
    this.given = nothingAnswered(newRequestId(), today());
    void this.load();
  },
  async load() {
    const kept = remembered(rotations, {});
    this.state = shown(kept);
    this.show();
    this.state = shown(kept, await fetchAndRemember(rotations, {}));
    this.show();
  },
  show() {
    const view = toView(this.state, this.given, this.preview);
    this.setData({ view, step: stepOf(view, this.data.step) });
  },
  /** The step that follows from these answers; fourteen days are asked for once they say enough. */
  take(given: Answers) {
    this.given = given;
    this.preview = null;
    const before = this.data.view.kind;
    this.setData({ problem: '', done: '' });
    this.show();
    if (this.data.view.kind !== before) void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    if (asked(this.state, given, null) === undefined) void this.ask();
  },

  onPresetTap(event: WechatMiniprogram.BaseEvent<object, { presetId: RotationPresetId }>) {
    if (isSecondTap(event)) return;
    const { presetId } = event.currentTarget.dataset;
    this.take({ ...this.given, chosen: { kind: 'preset', presetId } });
  },
  onOwnTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.take({ ...this.given, chosen: { kind: 'own', pattern: null } });
  },
  onDrawn(event: WechatMiniprogram.CustomEvent<{ pattern: OwnPattern }>) {
    const { pattern } = event.detail;
    this.take({ ...this.given, chosen: { kind: 'own', pattern }, places: [] });
  },

  onCrewsTap(event: WechatMiniprogram.BaseEvent<object, { crews: Crew[] }>) {
    if (isSecondTap(event)) return;
    this.take({ ...this.given, crews: event.currentTarget.dataset.crews, areCrewsSettled: true });
  },
  onFewerTap() {
    this.changeCount(-1);
  },
  onMoreTap() {
    this.changeCount(1);
  },
  changeCount(step: -1 | 1) {
    const { chosen } = this.given;
    if (this.state.kind !== 'known' || chosen === null) return;
    const count = freshCountOf(this.given, chosen, presetOf(this.state.output, this.given));
    this.given = { ...this.given, freshCount: count + step };
    this.show();
  },
  onOwnNamesTap(event: WechatMiniprogram.BaseEvent<object, { crews: Crew[] }>) {
    if (isSecondTap(event)) return;
    this.take({ ...this.given, crews: event.currentTarget.dataset.crews, isNaming: true });
  },
  onRenameTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.take({ ...this.given, isNaming: true });
  },
  onNameInput(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { crewId: string }>) {
    const { crewId } = event.currentTarget.dataset;
    const { value } = event.detail;
    const crews = this.given.crews.map((crew) =>
      crew.crewId === crewId ? { ...crew, name: value } : crew,
    );
    this.given = { ...this.given, crews };
  },
  onNamedTap(event: Tap) {
    if (isSecondTap(event)) return;
    const problem = namesProblem(this.given.crews);
    this.setData({ problem });
    if (problem === '') this.take({ ...this.given, isNaming: false, areCrewsSettled: true });
  },

  onCrewTap(event: WechatMiniprogram.BaseEvent<object, { crewId: string }>) {
    if (isSecondTap(event)) return;
    const question = asked(this.state, this.given, this.preview);
    if (question === undefined) return;
    const { crewId } = event.currentTarget.dataset;
    const { day, label } = question;
    this.take({ ...this.given, answers: [...this.given.answers, { day, label, crewId }] });
  },
  onPlaceTap(event: WechatMiniprogram.BaseEvent<object, { index: number }>) {
    if (isSecondTap(event)) return;
    const { index } = event.currentTarget.dataset;
    this.take({ ...this.given, places: [...this.given.places, index] });
  },
  onUndoTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.take({ ...this.given, places: this.given.places.slice(0, -1) });
  },
  onValidFrom(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.take(withFirstDay(this.given, localDay(event.detail.value), today()));
  },
  /** Back to the first step; what was drawn stays on the phone until it is saved. */
  onAgainTap(event?: Tap) {
    if (isSecondTap(event)) return;
    this.take(nothingAnswered(newRequestId(), today()));
  },

  /** What was drawn and named stands; where the crews stand is asked anew. */
  onWrongTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.given.chosen?.kind === 'own') this.take({ ...this.given, places: [] });
    else this.onAgainTap();
  },

  async ask() {
    const { given } = this;
    const draft = draftOf(given);
    if (draft === undefined) return;
    const result = await call(previewRotation, { draft });
    // Something else may have been picked meanwhile.
    if (given !== this.given) return;
    if (result.ok) {
      this.preview = result.output;
      this.show();
      return;
    }
    const problem = errorText(result, previewRotationErrors);
    const isOutOfReach = result.code === 'offline' || result.code === 'timeout';
    if (isOutOfReach) {
      this.setData({ view: { kind: 'error', text: problem } });
      return;
    }
    this.take(afterRefusal(given, result.code));
    this.setData({ problem });
  },
  async onRetry() {
    await this.load();
    await this.ask();
  },

  async onSaveTap(event: Tap) {
    if (isSecondTap(event)) return;
    const draft = draftOf(this.given);
    if (this.data.isBusy || draft === undefined) return;
    this.setData({ isBusy: true, problem: '' });
    const result = await call(saveRotation, { draft });
    this.setData({ isBusy: false });
    if (!result.ok) {
      // What is in use is never changed: saving once more makes a rotation of its own of it.
      if (result.code === 'already-valid') {
        this.given = { ...this.given, rotationId: newRequestId() };
      }
      this.setData({ problem: errorText(result, saveRotationErrors) });
      return;
    }
    if (draft.pattern.kind === 'own') dropDraft(FORM_NAME);
    this.take(nothingAnswered(newRequestId(), today()));
    this.setData({ done: savedText(result.output) });
    await this.load();
  },
});
