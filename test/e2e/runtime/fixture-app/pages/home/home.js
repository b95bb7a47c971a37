Page({
  data: { taps: 0, answer: '' },
  onRowTap() {
    this.setData({ taps: this.data.taps + 1 });
  },
  onCellTap() {
    wx.navigateTo({ url: '/pages/form/form?name=' + encodeURIComponent('张三') });
  },
});
