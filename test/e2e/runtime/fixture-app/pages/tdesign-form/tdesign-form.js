Page({
  data: {
    name: '',
    note: '',
    query: '',
    kind: 'a',
    tags: ['x'],
    on: false,
    count: 1,
    tab: '1',
    picked: '',
    date: '',
    pickerShown: false,
    dateShown: false,
    options: [
      { label: '早班', value: 'day' },
      { label: '中班', value: 'evening' },
      { label: '夜班', value: 'night' },
    ],
  },
  set(event) {
    this.setData({ [event.currentTarget.dataset.field]: event.detail.value });
  },
  onSearch(event) {
    this.setData({ query: event.detail.value });
  },
  openPicker() {
    this.setData({ pickerShown: true });
  },
  onPicked(event) {
    this.setData({ picked: event.detail.value[0], pickerShown: false });
  },
  openDate() {
    this.setData({ dateShown: true });
  },
  onDate(event) {
    this.setData({ date: event.detail.value, dateShown: false });
  },
  onSubmit(event) {
    this.setData({ submitted: JSON.stringify(event.detail.value) });
  },
});
