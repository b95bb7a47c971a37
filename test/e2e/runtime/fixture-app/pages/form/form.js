/* global Page, wx */
Page({
  data: { name: '', text: '', answer: '' },
  onLoad({ name }) {
    this.setData({ name });
  },
  async onAsk() {
    const { confirm } = await wx.showModal({ title: '确认', content: '要这样吗？' });
    this.setData({ answer: confirm ? '好的' : '算了' });
  },
});
