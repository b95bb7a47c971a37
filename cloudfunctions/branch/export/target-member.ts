import { shortMemory } from '../../_kit/memory';
import { members, type Member } from '../../_store/people/members';

const memory = shortMemory<Member>({ ttlMs: 5_000, most: 200 });

/** For the doorkeeper, who reads whom a call points at. */
export async function branchOfTarget(memberId: string): Promise<string | null> {
  const member = await members.byId(memberId);
  if (member !== null) memory.keep(memberId, member);
  return member?.branchId ?? null;
}

/** Whom the doorkeeper has just read for this call: no request then. */
export async function targetMember(memberId: string): Promise<Member | null> {
  return memory.get(memberId) ?? (await members.byId(memberId));
}
