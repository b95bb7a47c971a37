import type { ShareScope } from '../../domain/note/note';

/** Words of the messages about notes, to the author; of hazards, to officers. */
export const noteNoticeText = {
  /** Who says what no person has said. */
  checker: '微信检查',
  answered: (name: string, title: string) => `${name}回复了《${title}》`,
  returned: (title: string) => `《${title}》退回给你改`,
  returnedBody: (reason: string) => `${reason}。原稿一字不少，改好再交。`,
  pictureRefused: (numbers: readonly number[]) =>
    `第 ${numbers.join('、')} 张图没有通过微信的检查，换一张再交。原稿一字不少。`,
  asked: (name: string) => `${name}想分享你写的`,
  askedBody: (title: string, scope: ShareScope) =>
    `《${title}》想放进${scope === 'branch' ? '支部分享' : '支部分享和党务清风'}。可以署名，也可以不署名。你同意才放，以后随时能撤回。`,
  used: (title: string) => `《${title}》用上了`,
  dealtWith: (title: string) => `《${title}》有结果了`,
  /** Who says what several have said. */
  readers: '支部的心得',
  responded: (title: string) => `《${title}》有人回应`,
  respondedBody: '点开看谁回了话、谁谢了你。一天最多告诉你一次。',
  removed: (name: string) => `${name}撤下了你的一条回复`,
  removedBody: (reason: string) => `${reason}。你写的话只有你自己看得到，可以换个说法再回。`,
  hazard: (name: string, title: string) => `${name}报了隐患：${title}`,
  hazardTakenBack: (name: string, title: string) => `${name}收回了报的隐患：${title}`,
} as const;
