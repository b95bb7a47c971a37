import { excessText } from '../../text/too-long';

/** What is left when a field that counts only then begins to count. */
const NEAR_END = 0.9;

/**
 * A field for several lines of words. Nothing of what is typed or pasted is cut off: what does not fit
 * stays and is told, and the page does not hand it in (`text/too-long`). Event: change { value }.
 */
Component({
  properties: {
    value: String,
    placeholder: String,
    maxlength: Number,
    minHeight: { type: String, value: '40rpx' },
    disabled: Boolean,
    /** Counts only when the end comes near. */
    isQuiet: Boolean,
  },
  data: { isCounting: false, excess: '' },
  observers: {
    'value, maxlength, isQuiet'(value: string, maxlength: number, isQuiet: boolean) {
      const isCounting = !isQuiet || value.length > maxlength * NEAR_END;
      this.setData({ isCounting, excess: excessText(value, maxlength) });
    },
  },
  methods: {
    onChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { value } = event.detail;
      this.setData({ value });
      this.triggerEvent('change', { value });
    },
  },
});
