export interface PickOption {
  readonly value: string;
  readonly label: string;
}

type Confirmed = WechatMiniprogram.CustomEvent<{ value: string | readonly string[] }>;

/** A row of a form that opens a sheet to choose from. Event: picked { value }. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    label: { type: String, value: '' },
    /** What is chosen, as people read it. */
    text: { type: String, value: '' },
    /** Stands small beside the text. */
    note: { type: String, value: '' },
    /** 'date': '2026-03-11'; 'time': '08:30'; 'list': the value of one of the options. */
    kind: { type: String, value: 'list' },
    value: { type: String, value: '' },
    /** Of a list. */
    options: { type: Array, value: [] as readonly PickOption[] },
    /** Of a date: the first day that can be chosen; '' has none. */
    start: { type: String, value: '' },
    /** Whether a hairline stands above it. */
    line: { type: Boolean, value: false },
  },
  data: {
    isOpen: false,
    /** The sheet is made when it is first opened: a page may have many of them. */
    isMade: false,
    hoursAndMinutes: ['null', 'minute'],
  },
  methods: {
    onOpenTap() {
      this.setData({ isMade: true, isOpen: true });
    },
    onClose() {
      this.setData({ isOpen: false });
    },
    onConfirm({ detail: { value } }: Confirmed) {
      this.triggerEvent('picked', { value: typeof value === 'string' ? value : value[0] });
    },
  },
});
