import { bareCode } from '../../../../../domain/words/bare-code';

/** A box for each digit of the screen, over one number field. Event: filled { digits }. */
Component({
  properties: {
    count: { type: Number, value: 6 },
    isBusy: { type: Boolean, value: false },
    /** Raise it to empty the boxes, such as after a wrong code. */
    round: { type: Number, value: 0 },
    isFocused: { type: Boolean, value: false },
  },
  data: { digits: '', boxes: boxesOf('', 6), hasFocus: false },
  observers: {
    round() {
      this.setData({ digits: '', boxes: boxesOf('', this.data.count) });
    },
    count(count: number) {
      this.setData({ boxes: boxesOf(this.data.digits, count) });
    },
    isFocused(isFocused: boolean) {
      this.setData({ hasFocus: isFocused });
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.Input) {
      const { count } = this.data;
      const digits = bareCode(event.detail.value).replace(/\D/gu, '').slice(0, count);
      const isOther = digits !== this.data.digits;
      this.setData({ digits, boxes: boxesOf(digits, count) });
      if (isOther && digits.length === count) this.triggerEvent('filled', { digits });
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
function boxesOf(digits: string, count: number): { digit: string; isNext: boolean }[] {
  return Array.from({ length: count }, (_, index) => ({
    digit: digits[index] ?? '',
    isNext: index === digits.length,
  }));
}
