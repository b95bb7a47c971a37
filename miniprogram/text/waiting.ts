const KEPT = '已保存在手机，';
const WITH_NETWORK = `${KEPT}有网时自动送出。`;
const LATER = `我们这边出了问题。${KEPT}过一会儿自动再送。`;

/** Why what was handed in waits in the phone, and what becomes of it by itself: nobody has to try again. */
export const WAITING_TEXT = {
  offline: `网络不通。${WITH_NETWORK}`,
  timeout: `网络太慢。${WITH_NETWORK}`,
  'update-needed': `这个版本太旧，送不出去。${KEPT}更新后自动送出。`,
  internal: LATER,
  'no-reply': LATER,
} as const;
