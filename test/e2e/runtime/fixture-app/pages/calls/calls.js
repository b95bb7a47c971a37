Page({
  data: { log: '' },
  async run(event) {
    const work = event.currentTarget.dataset.work;
    try {
      this.setData({ log: JSON.stringify(await this[work]()) });
    } catch (error) {
      this.setData({ log: error.errMsg || `抛出 ${error.message}` });
    }
  },
  call: async () => (await wx.cloud.callFunction({ name: 'echo', data: { text: '你好' } })).result,
  failing: () => wx.cloud.callFunction({ name: 'echo', data: { fail: true } }),
  missing: () => wx.cloud.callFunction({ name: 'nothing' }),
  subscribe: () => wx.requestSubscribeMessage({ tmplIds: ['tpl-study'] }),
  async subscribeLate() {
    await wx.cloud.callFunction({ name: 'echo' });
    return wx.requestSubscribeMessage({ tmplIds: ['tpl-study'] });
  },
  scan: () => wx.scanCode({ scanType: ['qrCode'] }),
  unknown: () => wx.startBeaconDiscovery({}),
  sheet: () => wx.showActionSheet({ itemList: ['第一项', '第二项'] }),
  async files() {
    const manager = wx.getFileSystemManager();
    const filePath = `${wx.env.USER_DATA_PATH}/a.txt`;
    manager.writeFileSync(filePath, '记下');
    const { data } = await manager.readFile({ filePath, encoding: 'utf8' });
    const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'notes/a.txt', filePath });
    const down = await wx.cloud.downloadFile({ fileID });
    const back = await manager.readFile({ filePath: down.tempFilePath, encoding: 'utf8' });
    return [data, back.data];
  },
  storage() {
    wx.setStorageSync('object', { a: [1] });
    let limit = '没有上限';
    try {
      wx.setStorageSync('big', 'x'.repeat(1100000));
    } catch (error) {
      limit = error.message;
    }
    return [wx.getStorageSync('object'), wx.getStorageSync('none'), limit];
  },
  info() {
    const { windowHeight, theme } = { ...wx.getWindowInfo(), ...wx.getAppBaseInfo() };
    return [
      windowHeight,
      theme,
      wx.getAppBaseInfo().fontSizeSetting,
      typeof document,
      new Date().toISOString(),
    ];
  },
  network: () => wx.getNetworkType(),
  clipboard: () => wx.setClipboardData({ data: '抄下' }),
  calendar: () => wx.addPhoneCalendar({ title: '学习', startTime: 1741136400 }),
  boom() {
    setTimeout(() => {
      throw new Error('页面出错了');
    });
    return '等着出错';
  },
});
