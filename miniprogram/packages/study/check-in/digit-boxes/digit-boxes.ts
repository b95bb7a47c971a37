import { bareCode } from '../../../../../domain/words/bare-code';

const COUNT = 6;

/** Six boxes for the digits of the screen, over one number field. Event: filled { digits }. */
Component({
  properties: {
    isBusy: { type: Boolean, value: false },
    /** Raise it to empty the boxes, such as after a wrong code. */
    round: { type: Number, value: 0 },
    isFocused: { type: Boolean, value: false },
  },
  data: { digits: '', boxes: boxesOf(''), hasFocus: false },
  observers: {
    round() {
      this.setData({ digits: '', boxes: boxesOf('') });
    },
    isFocused(isFocused: boolean) {
      this.setData({ hasFocus: isFocused });
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.Input) {
      const digits = bareCode(event.detail.value).replace(/\D/gu, '').slice(0, COUNT);
      const isOther = digits !== this.data.digits;
      this.setData({ digits, boxes: boxesOf(digits) });
      if (isOther && digits.length === COUNT) this.triggerEvent('filled', { digits });
      // What is returned takes the place of what was typed.
      return digits;
    },
    onFocus() {
      this.setData({ hasFocus: true });
    },
    onBlur() {
      this.setData({ hasFocus: false });
    },
  },
});

/** What stands in each box; the first empty one waits for the next digit. */
function boxesOf(digits: string): { digit: string; isNext: boolean }[] {
  return Array.from({ length: COUNT }, (_, index) => ({
    digit: digits[index] ?? '',
    isNext: index === digits.length,
  }));
}
