import { isArticle } from '../../pages/studies/is-article';
import { copy, type PhoneRefusal } from '../../state/phone-refusal';

/**
 * Opens a material: an article of an official account inside WeChat, anything else as a link to
 * paste into a browser, because a mini program opens no foreign pages.
 */
export async function openMaterial(url: string): Promise<'opened' | 'copied' | PhoneRefusal> {
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
  return (await copy(url)) ?? 'copied';
}
