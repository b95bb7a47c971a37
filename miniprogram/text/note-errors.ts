import type { answerSharing, handInNote } from '../../contract/note/writing';
import type { ErrorTexts } from './errors';
import { pictureOf, pictureTooLargeText } from './picture-refusals';

export const handInErrors = {
  'words-refused': '有的话没有通过微信的检查，换个说法再交。你写的一字不少，都还在。',
  'picture-refused': (detail) => `${pictureOf(detail)}没有通过微信的检查，换一张再交。`,
  'picture-missing': (detail) => `${pictureOf(detail)}不见了，删掉它，或者重新选一张。`,
  'picture-too-large': pictureTooLargeText,
  'changed-meanwhile': '另一台手机上改过这一篇，已经交了。你在这里写的还在。',
  'in-use': ({ state }) =>
    state === 'asked'
      ? '这一篇在等你回复要不要分享。先回复，再交改过的。'
      : '这一篇正在分享。先撤回分享，再交改过的。',
  'other-branch': '这一篇是在原来的支部交的。要在现在的支部交，当成新的一篇交。',
  'no-such-study': '这次学习不是你现在的支部办的，心得交不到这里。改成学习体会交，字和图都带过去。',
} satisfies ErrorTexts<typeof handInNote>;

export const answerSharingErrors = {
  'not-asked': ({ state }) =>
    state === 'returned'
      ? '负责人把这一篇退回了，不用再回复。返回看看他写了什么。'
      : '这次请求已经不在了，不用再回复。返回刷新看看。',
} satisfies ErrorTexts<typeof answerSharing>;
