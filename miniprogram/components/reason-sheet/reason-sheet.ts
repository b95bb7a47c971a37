import { MOST_CHARACTERS } from '../../../contract/limits';
import { cleanWords } from '../../../domain/words/clean-words';
import { keepWords, keptWords } from '../../state/kept-words';
import { isSecondTap, type Tap } from '../../state/second-tap';
import { tooLongText } from '../../text/too-long';

/**
 * A sheet that asks for a reason before something is done. The words stay while it is busy and after
 * a refusal; while it is busy it stays open, so that what comes of it closes no other and is told here.
 * A slot above the words takes what else is to be chosen. Events: given { reason }, '' where it is optional; closed.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    isOpen: { type: Boolean, value: false },
    title: { type: String, value: '' },
    hint: { type: String, value: '' },
    note: { type: String, value: '' },
    action: { type: String, value: '' },
    isBusy: { type: Boolean, value: false },
    problem: { type: String, value: '' },
    /** Words to start with when the sheet opens; changing it replaces them while they are untouched. */
    preset: { type: String, value: '' },
    /** About what: what is written for it stays in the phone until the page drops it (`state/kept-words`). '': it does not. */
    keptAs: { type: String, value: '' },
    /** Whether it is done without a word too. */
    isOptional: { type: Boolean, value: false },
    /** Characters that may be written. */
    most: { type: Number, value: MOST_CHARACTERS.reason },
  },
  data: {
    wasOpen: false,
    reason: '',
    started: '',
    isMissing: true,
    canGive: false,
  },
  observers: {
    isOpen(isOpen: boolean) {
      // Also told when it is set to what it was: then the words stay.
      if (isOpen && !this.data.wasOpen) this.begin();
      this.setData({ wasOpen: isOpen });
    },
    isOptional() {
      this.write(this.data.reason);
    },
    preset() {
      if (this.data.isOpen && this.data.reason === this.data.started) this.begin();
    },
  },
  methods: {
    begin() {
      const { preset, keptAs } = this.data;
      this.setData({ started: preset });
      this.write((keptAs === '' ? '' : keptWords(keptAs)) || preset);
    },
    write(reason: string) {
      const isMissing = cleanWords(reason) === '';
      const fits = tooLongText(reason, this.data.most) === '';
      this.setData({ reason, isMissing, canGive: fits && (this.data.isOptional || !isMissing) });
    },
    onChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { value } = event.detail;
      const { keptAs } = this.data;
      this.write(value);
      if (keptAs !== '') keepWords(keptAs, value);
    },
    onGiveTap(event: Tap) {
      if (isSecondTap(event)) return;
      if (this.data.canGive) this.triggerEvent('given', { reason: cleanWords(this.data.reason) });
    },
    onCloseTap(event?: Tap) {
      if (isSecondTap(event)) return;
      if (!this.data.isBusy) this.triggerEvent('closed');
    },
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.onCloseTap();
    },
  },
});
