import { isArticle } from '../../pages/studies/is-article';

/**
 * Opens a material: an article of an official account inside WeChat, anything else as a link to
 * paste into a browser, because a mini program opens no foreign pages.
 */
export async function openMaterial(url: string): Promise<'opened' | 'copied'> {
  if (isArticle(url) && wx.canIUse('openOfficialAccountArticle')) {
    const isOpen = await new Promise<boolean>((resolve) => {
      wx.openOfficialAccountArticle({
        url,
        success: () => resolve(true),
        fail: () => resolve(false),
      });
    });
    if (isOpen) return 'opened';
  }
  await wx.setClipboardData({ data: url });
  return 'copied';
}
