/** Words of the messages about documents of the library. */
export const documentNoticeText = {
  toReadBody: (number: string | null) =>
    `${number === null ? '' : `${number}。`}打开看完，再点“知道了”。`,
  toCheck: (name: string, title: string) => `${name}传了《${title}》`,
  toCheckBody: '你看一遍，没有不该放的，大家才看得到。',
  returned: (title: string) => `《${title}》没有放出来`,
  returnedBody: (name: string, reason: string) => `${name}：${reason}。改好可以再传。`,
} as const;
