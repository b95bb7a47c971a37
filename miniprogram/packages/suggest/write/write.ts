import { SUGGESTION_LIMITS } from '../../../../domain/content/suggestion/suggestion';
import { nowMs } from '../../../state/clock';
import { knownMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { dropPicture, pickPictures } from '../../../state/phone-pictures';
import { phoneRefusal } from '../../../state/phone-refusal';
import { isSecondTap, type Tap } from '../../../state/second-tap';
import { begunForm, emptyForm, keepForm, keptForm, renewed, type Form } from '../kept-forms';
import { arrivedOf, onSuggestionsChanged, sendNow, waitingBecause } from '../sender';
import {
  missingIn,
  notPickedText,
  sentText,
  toFormView,
  topicFor,
  waitingText,
} from './write.view';

type Picked = WechatMiniprogram.CustomEvent<{ value: string }>;
type Removed = WechatMiniprogram.CustomEvent<{ pictureId: string }>;

/** Raises something; what is written stays on the phone until it has arrived. */
Page({
  data: {
    pageStyle,
    form: toFormView(emptyForm, undefined),
    isBusy: false,
    problem: '',
    waiting: '',
    sent: '',
    hasRung: true,
  },
  typed: emptyForm,
  stopListening: undefined as (() => void) | undefined,

  onLoad({ suggestionId = '' }: { suggestionId?: string }) {
    this.typed = keptForm(suggestionId) ?? begunForm();
    this.stopListening = onSuggestionsChanged(() => this.follow());
    this.redraw();
  },
  onUnload() {
    this.stopListening?.();
  },
  /** The sender has come on: what has arrived is gone from the phone, what was refused says why. */
  follow() {
    if (this.typed.state !== 'waiting') return;
    const { suggestionId, isUrgent } = this.typed;
    const there = arrivedOf(suggestionId);
    if (there !== undefined) {
      const hasRung = !isUrgent || there.rang.length > 0;
      this.setData({ sent: sentText(there, isUrgent, nowMs()), hasRung, waiting: '' });
      return;
    }
    this.typed = keptForm(suggestionId) ?? begunForm();
    this.redraw();
  },
  redraw() {
    const { typed } = this;
    this.setData({
      form: toFormView(typed, knownMe()?.branchName),
      waiting: typed.state === 'waiting' ? waitingText(typed, waitingBecause()) : '',
      problem: typed.problem,
    });
  },
  change(changes: Partial<Form>) {
    if (this.typed.state === 'waiting') return;
    this.typed = { ...this.typed, state: 'draft', problem: '', ...changes };
    keepForm(this.typed);
    this.redraw();
  },
  onToPicked(event: Picked) {
    this.change({ to: event.detail.value as Form['to'] });
  },
  onTypePicked(event: Picked) {
    const type = event.detail.value as Form['type'];
    const topic = topicFor(type, this.typed);
    this.change({ type, topic, isUrgent: type === 'hazard' && this.typed.isUrgent });
  },
  onTopicPicked(event: Picked) {
    this.change({ topic: event.detail.value as Form['topic'], isTopicChosen: true });
  },
  onTitleInput(event: WechatMiniprogram.Input) {
    this.change({ title: event.detail.value });
  },
  onTextChange(event: Picked) {
    this.change({ text: event.detail.value });
  },
  onUrgentChange(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
    this.change({ isUrgent: event.detail.checked });
  },
  async onAddTap() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    try {
      const room = SUGGESTION_LIMITS.pictures - this.typed.pictures.length;
      const picked = await pickPictures(room, 'suggestion');
      this.change({ pictures: [...this.typed.pictures, ...picked] });
    } catch (error) {
      this.setData({ problem: notPickedText(phoneRefusal(error)) });
    }
    this.setData({ isBusy: false });
  },
  onRemoveTap(event: Removed) {
    const { pictureId } = event.detail;
    const { pictures } = this.typed;
    const removed = pictures.find((picture) => picture.pictureId === pictureId);
    this.change({ pictures: pictures.filter((picture) => picture !== removed) });
    if (removed !== undefined) dropPicture(removed.path);
  },
  async onSendTap(event: Tap) {
    if (isSecondTap(event)) return;
    if (this.data.isBusy) return;
    const problem = missingIn(this.typed);
    if (problem !== '') {
      this.setData({ problem });
      return;
    }
    this.setData({ isBusy: true });
    this.typed = renewed(this.typed);
    this.change({ state: 'waiting' });
    await sendNow();
    this.setData({ isBusy: false });
  },
  /** What waits is taken back to be changed. */
  onEditTap(event: Tap) {
    if (isSecondTap(event)) return;
    this.typed = { ...this.typed, state: 'draft' };
    keepForm(this.typed);
    this.redraw();
  },
  onOpenTap(event: Tap) {
    if (isSecondTap(event)) return;
    const { suggestionId } = this.typed;
    void wx.redirectTo({ url: `/packages/suggest/open/open?suggestionId=${suggestionId}` });
  },
});
