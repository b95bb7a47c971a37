import type { Held } from './read-anew';

/** What stands beside the form, or in the place of it, so that nothing that was written is lost. */
export interface Beside {
  readonly title: string;
  readonly note: string;
  readonly text: string;
}

/** Another record that was saved meanwhile; null: none was. */
export function theirsOf({ theirs, meeting: { people } }: Held): Beside | null {
  if (theirs === null) return null;
  const { byName, place, minutes, decisions, present } = theirs;
  const names = people
    .filter(({ memberId }) => present.includes(memberId))
    .map(({ name }) => name)
    .join('、');
  const text = [place, minutes, ...decisions, `到会 ${present.length} 人：${names}`].join('\n');
  return { title: `${byName}刚刚存的`, note: '你再存，就换成你写的', text };
}

/** What was typed and can be saved no more; null: nothing. */
export function leftOf({ left, meeting: { meeting } }: Held): Beside | null {
  if (left === null) return null;
  const { place, minutes, decisions } = left;
  const note =
    meeting?.isFinal === true
      ? `${meeting.byName}已经定稿，这些没有存上`
      : '记录不能再改，这些没有存上';
  const text = [place, minutes, decisions].filter((part) => part !== '').join('\n');
  return { title: '你写的', note, text };
}
