/** Words of subscribe messages; what a person wrote stands in the title. */
export const noticeText = {
  andOthers: (count: number) => `等${count}条`,
  merged: '攒在一起送的消息',
  open: '点开看详情',
  reminder: '还没确认，点开看一下',
  nothing: '清风通知',
} as const;
