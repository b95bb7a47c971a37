/** Words of the messages about leave that is asked before a sitting. */
export const leaveNoticeText = {
  asked: (name: string) => `${name}请假，等你答复`,
  askedBody: (topic: string, when: string) =>
    `${topic}，${when}。原因在点名册里，同意或不同意都写一句。`,
  granted: (topic: string) => `请假批了：${topic}`,
  grantedBody: (officer: string, reason: string) => `${officer}：${reason}`,
  declined: (topic: string) => `请假没有批：${topic}`,
  declinedBody: (officer: string, reason: string) =>
    `${officer}：${reason}。实在来不了，直接找${officer}说。`,
} as const;
