import { MOST_CHARACTERS } from '../../contract/limits';
import { cutWords } from '../_kit/cut-words';
import type { NoticeKind } from '../../domain/notice/notice-kind-names';
import { KIND_RULES } from '../../domain/notice/notice-kinds';
import type { Caller } from '../_kit/context';
import type { NoticeContent } from './plan-notice';

/** What is particular to one message that the system writes. */
type Particulars = Pick<
  NoticeContent,
  | 'messageId'
  | 'branchId'
  | 'title'
  | 'body'
  | 'page'
  | 'about'
  | 'notBeforeAtMs'
  | 'deadlineAtMs'
  | 'lastRequestId'
>;

/** A message that the system writes because of what somebody did: the rest follows from its kind. */
export function systemNotice(
  kind: NoticeKind,
  { memberId, name }: Pick<Caller, 'memberId' | 'name'>,
  particulars: Particulars,
): NoticeContent {
  const { channel, urgency, importance, templateKey, isMustRead } = KIND_RULES[kind];
  return {
    ...particulars,
    title: cutWords(particulars.title, MOST_CHARACTERS.title),
    kind,
    channel,
    urgency,
    importance,
    templateKey,
    isMustRead,
    author: { memberId, name },
    major: 1,
    changed: null,
    reminds: null,
  };
}
