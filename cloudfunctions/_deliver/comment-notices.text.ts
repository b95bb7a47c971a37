import type { LocalDay } from '../../domain/time/local-day';
import { dateText } from '../_kit/when.text';
import { withoutStop } from '../../domain/words/without-stop';

/** Words of the messages about what is written under items. */
export const commentNoticeText = {
  notShown: {
    refuse: (itemTitle: string) => `《${itemTitle}》下你写的没有通过`,
    'take-down': (itemTitle: string) => `《${itemTitle}》下你写的撤下了`,
  },
  because: (reason: string) => `${withoutStop(reason)}。你写的都还在，可以改了再交。`,
  answered: (itemTitle: string) => `《${itemTitle}》下有人回答你`,
  answeredBody: (name: string, text: string) => `网评员${name}：${text}`,
  appointed: (branchName: string) => `你是${branchName}的网评员`,
  appointedBody: (fromDay: LocalDay, toDay: LocalDay) =>
    `${dateText(fromDay)}到${dateText(toDay)}。有人希望回答的感悟，在“等我办的”里等你。`,
} as const;
