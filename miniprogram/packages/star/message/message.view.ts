import type { OutputOf } from '../../../../contract/action';
import type { message } from '../../../../contract/notice/inbox';
import type { Placeholder, Shown } from '../../../state/shown';
import { bareTitle, sourceText, whyNow } from '../../../text/notice';
import { momentText } from '../../../text/when';

export type MessageView =
  | Placeholder
  | {
      readonly kind: 'content';
      readonly title: string;
      readonly source: string;
      readonly when: string;
      readonly body: string;
      readonly why: string;
      readonly isMustRead: boolean;
      /** When the person confirmed it, or that they did not; '' where nothing was asked. */
      readonly answer: string;
      readonly isAnswered: boolean;
      /** '': nothing stands behind it. */
      readonly page: string;
    };
export const opening: MessageView = { kind: 'loading' };
export const unknownMessage: Shown<OutputOf<typeof message>> = { kind: 'loading' };

export function toView(state: typeof unknownMessage, nowMs: number): MessageView {
  if (state.kind !== 'known') return state;
  const { item } = state.output;
  if (item === null) {
    return { kind: 'empty', text: '这条已经不在你的消息里。想看原文，请问发的人。' };
  }
  const { isMustRead, acknowledgedAtMs } = item;
  return {
    kind: 'content',
    title: bareTitle(item),
    source: sourceText(item),
    when: momentText(item.atMs, nowMs),
    body: item.body ?? '',
    why: `${whyNow(item.why)}${item.authorName}发。`,
    isMustRead,
    answer: answerText(isMustRead, acknowledgedAtMs, nowMs),
    isAnswered: acknowledgedAtMs !== null,
    page: item.page ?? '',
  };
}

function answerText(isMustRead: boolean, atMs: number | null, nowMs: number): string {
  if (!isMustRead) return '';
  return atMs === null ? '你还没有确认，到消息里点“知道了”' : `${momentText(atMs, nowMs)} 你已确认`;
}
