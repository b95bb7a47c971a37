/** Of what only a newer version has; the next start brings it, and all else goes on with this one. */
export const NEWER_TEXT = {
  title: '新内容，升级后查看',
  content: '这条内容要在新版里打开。关掉小程序，过一会儿再打开，会换成新版。其他的照常能用。',
  confirmText: '知道了',
} as const;

/** Of a page that is there and did not open, such as one that has to be fetched first. */
export const NOT_OPENED_TEXT = {
  title: '没有打开',
  content: '这一页没有取到。有网时再点一次。',
  confirmText: '知道了',
} as const;
