import type { OutputOf } from '../../../../contract/action';
import type { whoHasNotRead } from '../../../../contract/content/library';
import type { Question } from '../../../state/confirmed';
import type { Placeholder } from '../../../state/shown';

export type Unread = OutputOf<typeof whoHasNotRead>;

export interface UnreadView {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly people: readonly {
    readonly memberId: string;
    readonly initial: string;
    readonly name: string;
    readonly note: string;
  }[];
}

export const opening: Placeholder | UnreadView = { kind: 'loading' };

export function toUnreadView({ title, counts, open }: Unread): UnreadView {
  return {
    kind: 'content',
    title,
    note: `${counts.acknowledged} / ${counts.recipients} 已确认${open.length === 0 ? '，都确认了' : ''}`,
    people: open.map(({ memberId, name, crewName, isBound }) => ({
      memberId,
      initial: name.slice(0, 1),
      name,
      note: [crewName ?? '', isBound ? '' : '还没绑定，要当面说']
        .filter((part) => part !== '')
        .join(' · '),
    })),
  };
}

/** Looking is said to those who are looked at. */
export const TRAIL_NOTE = '你看这份名单会记下来，名单里的人看得到。';

export const toldQuestion = (name: string): Question => ({
  title: '已当面传达',
  content: `给${name}讲过了，算已确认，会记上是你讲的。`,
  confirmBtn: '讲过了',
  cancelBtn: '还没有',
});
export const toldText = (name: string): string => `${name}记上了。`;
export const remindedText = (count: number): string => `会提醒 ${count} 人，等他们睡醒、下班再送。`;
