type Tab = 'today' | 'studies' | 'branch';

/**
 * To where the person came from; a page that a link opened has nothing behind it and goes to its tab. Whoever has
 * left the page meanwhile stays where they are: an answer that comes late takes nobody away from another page.
 */
export async function goBack(page: object, tab: Tab): Promise<void> {
  const pages = getCurrentPages();
  if (pages.at(-1) !== page) return;
  if (pages.length > 1) await wx.navigateBack();
  else await wx.switchTab({ url: `/pages/${tab}/${tab}` });
}

/** Another page in the place of this one, for whoever is still on it. */
export async function goOnTo(page: object, url: string): Promise<void> {
  if (getCurrentPages().at(-1) === page) await wx.redirectTo({ url });
}
