import { memberOfCaller, keepCaller } from '../../_store/people/callers';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { untilNotOvertaken } from '../../_store/retry';

type Changes = Pick<Member, 'overrides'>;

/**
 * Changes the caller's own personal changes by what is stored now, and gives the member as they are
 * then, or the code of a refusal. The first decision may be by a member as this instance remembers
 * them: it is written only where account and changes are still those, and decided anew otherwise.
 */
export async function changeMine<Code extends string>(
  openId: string,
  decide: (now: Changes) => Changes | Code,
): Promise<Member | Code | 'not-bound'> {
  const caller = await memberOfCaller(openId);
  if (caller === null) return 'not-bound';
  let now: Member | null = caller;
  return untilNotOvertaken(`the changes of ${caller._id}`, async () => {
    if (now === null || now.leftDay !== null || now.account !== openId) return 'not-bound';
    const wanted = decide(now);
    if (typeof wanted === 'string') {
      if (now !== caller) return wanted;
    } else {
      const written = await members.writeChanges(now, wanted.overrides);
      if (written !== null) {
        keepCaller(openId, written);
        return written;
      }
    }
    now = await members.byId(caller._id);
    return undefined;
  });
}
