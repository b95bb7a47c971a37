import { isSecondTap, type Tap } from '../../state/second-tap';

/** How t-date-time-picker names what is chosen, and what it gives back. */
const WHEELS = {
  date: { mode: 'date', format: 'YYYY-MM-DD' },
  month: { mode: 'month', format: 'YYYY-MM' },
  time: { mode: ['null', 'minute'], format: 'HH:mm' },
} as const;

/** NOTE: without bounds t-date-time-picker begins at the present time of day, and none before it can be chosen. */
const SOME_DAY = '2000-01-01';

function wheelOf(mode: keyof typeof WHEELS, start: string, end: string) {
  if (mode !== 'time') return { ...WHEELS[mode], start, end };
  const [first, last] = [start || '00:00', end || '23:59'];
  return { ...WHEELS.time, start: `${SOME_DAY} ${first}`, end: `${SOME_DAY} ${last}` };
}

/**
 * A row that opens a wheel for a day, a month or a time of day; the row itself is the slot. Takes
 * and gives the strings of the native picker. Event: change { value }.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    mode: { type: String, value: 'date' },
    value: { type: String, value: '' },
    /** The first and the last that can be chosen; '' has none. */
    start: { type: String, value: '' },
    end: { type: String, value: '' },
    /** What is chosen, such as 开始: the title of the wheel and the name of the row. */
    label: { type: String, value: '' },
    /** The value as people read it; '' is the value itself. */
    text: { type: String, value: '' },
  },
  data: {
    wheel: wheelOf('date', '', ''),
    /** The wheel is made when it is first opened: it has a hundred rows, and a page many of them. */
    isMade: false,
    isOpen: false,
  },
  observers: {
    'mode, start, end'(mode: keyof typeof WHEELS, start: string, end: string) {
      this.setData({ wheel: wheelOf(mode, start, end) });
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
    onConfirm(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { value } = event.detail;
      if (value !== this.data.value) this.triggerEvent('change', { value });
    },
  },
});
