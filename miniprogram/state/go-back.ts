type Tab = 'today' | 'studies' | 'branch';

/** To where the person came from; a page that a link opened has nothing behind it and goes to its tab. */
export async function goBack(tab: Tab): Promise<void> {
  if (getCurrentPages().length > 1) await wx.navigateBack();
  else await wx.switchTab({ url: `/pages/${tab}/${tab}` });
}
