/** Words of the messages about suggestions. */
export const suggestionNoticeText = {
  checker: '微信检查',
  pictureRefused: (title: string) => `《${title}》有图没通过微信的检查`,
  pictureRefusedBody: (numbers: readonly number[]) =>
    `第 ${numbers.join('、')} 张图别人看不到，写的话照样在办。要补图，换一张再提一条。`,
  train: '建言直通车',
  picturesLeft: (title: string) => `《${title}》有图没有带上`,
  picturesLeftBody: (count: number) =>
    `有 ${count} 张图太大，或者没传到，没有带上。写的话已经送到了。要补图，再提一条，重新选一次图。`,
  raised: (name: string, title: string) => `${name}提了：${title}`,
  raisedBody: '一步一步都写在这一条里，提的人看得到。',
  forwarded: (officeName: string, title: string) => `${officeName}转来：${title}`,
  notEnough: (name: string, title: string) => `${name}说还不行：${title}`,
  urgent: (name: string, title: string) => `急：${name}报隐患，${title}`,
  urgentBody: (text: string) => `${text} 先打电话问清楚，再在这里回话。`,
  nobodyRang: (title: string) => `急：谁的手机都没响，《${title}》`,
  nobodyRangBody: '马上打值长电话。这一条在他们的消息里，照样等回话。',
  takenBack: (name: string, title: string) => `${name}收回了报的隐患：${title}`,
  takenBackBody: (name: string) => `不用回话了。要问清楚，给${name}打电话。`,
  taken: (title: string) => `《${title}》有人在办了`,
  takenBody: (officeName: string, text: string, day: string) =>
    `${officeName}：${text} 答应 ${day} 前答复。`,
  passedOn: (officeName: string, title: string) => `《${title}》转给${officeName}了`,
  answered: (title: string) => `《${title}》有答复了`,
  answeredBody: (officeName: string, text: string) => `${officeName}：${text}`,
} as const;
