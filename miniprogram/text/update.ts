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
} as const;
