import { isSecondTap, type Tap } from '../../state/second-tap';

interface Option {
  readonly label: string;
  readonly value: number;
}

/**
 * A row that opens a wheel of words; the row itself is the slot. Takes and gives the index, as the
 * native picker does. Event: change { value }.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    range: { type: Array, value: [] as string[] },
    value: { type: Number, value: 0 },
    /** What is chosen: the title of the wheel and the name of the row. */
    label: { type: String, value: '' },
  },
  data: { options: [] as Option[], chosen: [0], text: '', isMade: false, isOpen: false },
  observers: {
    'range, value'(range: string[], value: number) {
      const options = range.map((label, index) => ({ label, value: index }));
      this.setData({ options, chosen: [value], text: range[value] ?? '' });
    },
  },
  methods: {
    onTap(event: Tap) {
      if (isSecondTap(event)) return;
      this.setData({ isMade: true, isOpen: true });
    },
    onClose() {
      this.setData({ isOpen: false });
    },
    onConfirm(event: WechatMiniprogram.CustomEvent<{ value: [number] }>) {
      const [value] = event.detail.value;
      if (value !== this.data.value) this.triggerEvent('change', { value });
    },
  },
});
