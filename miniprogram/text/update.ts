/** What to do when a new version is needed: `ready` and `coming` when this one is not answered any more. */
export const UPDATE_TEXT = {
  ready: {
    title: '换成新版',
    content: '这个版本太旧，已经不能用了。新版已经下好，重新打开就是。保存在手机里的都还在。',
    confirmText: '重新打开',
  },
  coming: {
    title: '要换新版',
    content:
      '这个版本太旧，已经不能用了。新版下好了会请你重新打开；等不到的话，关掉小程序，过一会儿再打开。不要删除小程序：保存在手机里、还没送出的会跟着没有。',
    confirmText: '知道了',
  },
  readyForThis: {
    title: '新内容，升级后查看',
    content: '这条内容要在新版里打开。新版已经下好，重新打开就能看。保存在手机里的都还在。',
    confirmText: '重新打开',
    cancelText: '以后再说',
  },
  comingForThis: {
    title: '新内容，升级后查看',
    content: '这条内容要在新版里打开。关掉小程序，过一会儿再打开，会换成新版。其他的照常能用。',
    confirmText: '知道了',
  },
} as const;

/** Of a page that is there and did not open, such as one that has to be fetched first. */
export const NOT_OPENED_TEXT = {
  title: '没有打开',
  content: '这一页没有取到。有网时再点一次。',
  confirmText: '知道了',
} as const;
