import { shortMemory } from '../../_kit/memory';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';

const branchMemory = shortMemory<ReadonlyMap<string, Member>>({ ttlMs: 60_000, most: 50 });
const leftMemory = shortMemory<Member>({ ttlMs: 60_000, most: 500 });

/**
 * Those of the members that exist, by id, up to a minute old: what a register shows beside a name.
 * One request when the branch is not remembered, one more when some have left it.
 */
export async function peopleOnHotPath(
  branchId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, Member>> {
  const people = new Map(await branchPeople(branchId));
  const left = memberIds.filter((id) => !people.has(id));
  const unknown = left.filter((id) => leftMemory.get(id) === undefined);
  if (unknown.length > 0) {
    for (const member of await members.byIds(unknown)) leftMemory.keep(member._id, member);
  }
  for (const id of left) {
    const member = leftMemory.get(id);
    if (member !== undefined) people.set(id, member);
  }
  return people;
}

async function branchPeople(branchId: string): Promise<ReadonlyMap<string, Member>> {
  const known = branchMemory.get(branchId);
  if (known !== undefined) return known;
  const read = new Map((await members.ofBranch(branchId)).map((member) => [member._id, member]));
  branchMemory.keep(branchId, read);
  return read;
}
