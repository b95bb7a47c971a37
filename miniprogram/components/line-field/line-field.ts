import { excessText } from '../../text/too-long';

/** What is left when the field begins to count. */
const NEAR_END = 0.75;

/**
 * A field for one line of words, as words-field is for several: nothing of what is typed or pasted is cut
 * off, what does not fit stays and is told, and the page does not hand it in (`text/too-long`). Event:
 * change { value }. What is no words ends by itself, in an input of its own: of a staff number, an
 * invitation code or points anything longer is none, and what is only looked for is kept nowhere.
 * docs/rules.md#R-340
 */
Component({
  properties: {
    value: String,
    placeholder: String,
    maxlength: Number,
    label: String,
    disabled: Boolean,
    cursorSpacing: Number,
    /** Of the page, instead of how a field of a form looks. */
    look: { type: String, value: 'field__input' },
  },
  data: { count: '', excess: '' },
  observers: {
    'value, maxlength'(value: string, maxlength: number) {
      const isNear = value.length > maxlength * NEAR_END;
      this.setData({
        count: isNear ? `${value.length}/${maxlength}` : '',
        excess: excessText(value, maxlength),
      });
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.Input) {
      const { value } = event.detail;
      this.setData({ value });
      this.triggerEvent('change', { value });
    },
  },
});
