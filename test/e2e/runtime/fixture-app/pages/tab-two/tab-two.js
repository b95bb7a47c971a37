Page({
  data: { shows: 0 },
  onShow() {
    this.setData({ shows: this.data.shows + 1 });
  },
  onMark() {
    wx.setTabBarBadge({ index: 0, text: '7' });
    wx.showTabBarRedDot({ index: 1 });
  },
});
