import { MS_PER_DAY } from '../../domain/time/local-day';
import { derivedId } from '../_store/derived-id';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { noteChange } from '../_store/people/trail';
import { bindingNoticeText } from './binding-notices.text';
import { deliver } from './deliver';
import { withoutStop } from '../../domain/words/without-stop';
import { systemNotice } from './system-notice';

/** As for other news: what was not looked at by then stays in the inbox and rings nobody. */
const NEWS_DAYS = 14;

/**
 * What follows once an officer has freed the binding of this member, as they are stored: their trail and their
 * inbox say so, by whom and why. By member, so whoever binds next reads it. Repeated, it does what is
 * missing. docs/rules.md#R-360
 */
export async function tellOfRelease(
  { _id, branchId, lastRelease }: Pick<Member, '_id' | 'branchId' | 'lastRelease'>,
  nowMs: number,
): Promise<void> {
  if (lastRelease === null) return;
  const { byMemberId, requestId, reason, atMs } = lastRelease;
  const people = await members.byIds([_id, byMemberId]);
  const officer = people.find((each) => each._id === byMemberId);
  const { name = bindingNoticeText.officer, roles = [] } = officer ?? {};
  const by = { memberId: byMemberId, name };
  const what = { kind: 'changed-member' as const, fields: ['binding' as const] };
  await noteChange({ ...by, roles }, { memberId: _id, branchId }, what, { requestId, nowMs: atMs });
  const content = systemNotice('binding-released', by, {
    messageId: derivedId('binding-released', _id, requestId),
    branchId,
    title: bindingNoticeText.released,
    body: bindingNoticeText.releasedBody(name, withoutStop(reason)),
    page: 'packages/me/looked/looked',
    about: null,
    notBeforeAtMs: null,
    deadlineAtMs: nowMs + NEWS_DAYS * MS_PER_DAY,
    lastRequestId: requestId,
  });
  const told = people.filter((each) => each._id === _id && each.leftDay === null);
  await deliver(content, told, nowMs);
}
