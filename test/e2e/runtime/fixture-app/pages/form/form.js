Page({
  data: { name: '', text: '', answer: '', late: [] },
  onLoad({ name }) {
    this.setData({ name });
  },
  /** As an answer does that comes after the person has left. */
  async onUnload() {
    await Promise.resolve();
    this.setData({ late: ['一', '二'] });
  },
  async onAsk() {
    const { confirm } = await wx.showModal({ title: '确认', content: '要这样吗？' });
    this.setData({ answer: confirm ? '好的' : '算了' });
  },
});
