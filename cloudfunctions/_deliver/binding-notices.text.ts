/** Words of the message that somebody's account was freed. */
export const bindingNoticeText = {
  released: '你的微信绑定被解除了',
  releasedBody: (byName: string, reason: string) =>
    `${byName}解除的，原因：${reason}。谁再绑上，谁就能用你的名字签到、投票。不是你要换手机，马上告诉书记或者党委工作部。`,
  /** Whoever freed it is in the roster no more. */
  officer: '支部委员',
} as const;
