Page({
  data: { rows: Array.from({ length: 30 }, (_, index) => index + 1), refreshed: 0, shared: '' },
  onPullDownRefresh() {
    this.setData({ refreshed: this.data.refreshed + 1 });
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    const { length } = this.data.rows;
    if (length < 60) this.setData({ rows: Array.from({ length: 60 }, (_, index) => index + 1) });
  },
  toTop() {
    return wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
});
