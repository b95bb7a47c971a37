import { previewRotation, rotations, saveRotation } from '../../../../contract/rotations';
import type { RotationPresetId } from '../../../../domain/shift/rotation-presets';
import { dayOfInstant, localDay } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { newRequestId } from '../../../api/request-id';
import { nowMs } from '../../../state/clock';
import { pageStyle } from '../../../state/page-style';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { previewRotationErrors, saveRotationErrors } from '../../../text/roster-errors';
import {
  asked,
  draftOf,
  nothingAnswered,
  opening,
  toView,
  unknownSetup,
  type Answers,
  type Crew,
  type Preview,
} from './rotation.view';

Page({
  data: { pageStyle, view: opening, isBusy: false, problem: '', done: '' },
  state: unknownSetup,
  given: nothingAnswered(dayOfInstant(nowMs())),
  preview: null as Preview | null,
  /** Of this set-up: a retry saves it once. */
  rotationId: '',

  onLoad() {
    this.rotationId = newRequestId();
    void this.load();
  },
  async load() {
    const kept = remembered(rotations, {});
    this.state = shown(kept);
    this.show();
    this.state = shown(kept, await fetchAndRemember(rotations, {}));
    if (this.state.kind === 'known' && this.given.presetId === null) {
      this.given = nothingAnswered(this.state.output.today);
    }
    this.show();
  },
  show() {
    this.setData({ view: toView(this.state, this.given, this.preview) });
  },
  take(given: Answers) {
    this.given = given;
    this.preview = null;
    this.setData({ problem: '', done: '' });
    this.show();
  },

  onPresetTap(event: WechatMiniprogram.BaseEvent<object, { presetId: RotationPresetId }>) {
    this.take({ ...this.given, presetId: event.currentTarget.dataset.presetId });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  onCrewsTap(event: WechatMiniprogram.BaseEvent<object, { crews: Crew[] }>) {
    this.take({ ...this.given, crews: event.currentTarget.dataset.crews, areCrewsSettled: true });
    const { view } = this.data;
    if (view.kind === 'loading') void this.ask();
  },
  onCrewTap(event: WechatMiniprogram.BaseEvent<object, { crewId: string }>) {
    const question = asked(this.state, this.given, this.preview);
    if (question === undefined) return;
    const { crewId } = event.currentTarget.dataset;
    const { day, label } = question;
    this.take({ ...this.given, answers: [...this.given.answers, { day, label, crewId }] });
    void this.ask();
  },
  onValidFrom(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.take({ ...this.given, validFromDay: localDay(event.detail.value) });
    void this.ask();
  },
  /** Back to the first step; nothing is kept until it is saved. */
  onAgainTap() {
    this.take(nothingAnswered(this.given.validFromDay));
  },

  async ask() {
    const { given } = this;
    const draft = draftOf(this.rotationId, given);
    if (draft === undefined) return;
    const result = await call(previewRotation, { draft });
    // Something else may have been picked meanwhile.
    if (given !== this.given) return;
    if (!result.ok) {
      this.take(nothingAnswered(given.validFromDay));
      this.setData({ problem: errorText(result, previewRotationErrors) });
      return;
    }
    this.preview = result.output;
    this.show();
  },

  async onSaveTap() {
    const draft = draftOf(this.rotationId, this.given);
    if (this.data.isBusy || draft === undefined) return;
    this.setData({ isBusy: true, problem: '' });
    const result = await call(saveRotation, { draft });
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, saveRotationErrors) });
      return;
    }
    const { people, movedDeliveries } = result.output;
    this.rotationId = newRequestId();
    this.take(nothingAnswered(this.given.validFromDay));
    const moved = movedDeliveries === 0 ? '' : `，${movedDeliveries} 条还没送的消息跟着改了时间`;
    this.setData({ done: `已保存，${people} 人按新的班走${moved}。` });
    await this.load();
  },
});
