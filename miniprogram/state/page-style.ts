const LARGEST_SCALE = 1.65;

/**
 * For `<page-meta page-style="{{pageStyle}}">`, the first line of every page: type grows with the
 * system's font size. Read once: the app starts anew when the person changes it.
 */
export const pageStyle = `--qf-font-scale: ${fontScale()}`;

function fontScale(): number {
  // Older base libraries do not tell, whatever the typings say.
  const info: Partial<WechatMiniprogram.AppBaseInfo> = wx.getAppBaseInfo();
  return Math.min(Math.max(info.fontSizeScaleFactor ?? 1, 1), LARGEST_SCALE);
}
