import type { Caller } from '../../_kit/context';
import { shortMemory } from '../../_kit/memory';
import { members, type Member } from './members';

const memory = shortMemory<Member>({ ttlMs: 60_000, most: 2000 });

/** As findMember, what a call knows of its caller. */
export async function findCaller(openId: string): Promise<Caller | null> {
  const member = await findMember(openId);
  return member === null ? null : callerOf(member);
}

/**
 * As findCaller, from what this instance remembers for up to a minute. An account that is bound to
 * nobody is asked for anew each time, so that binding works at once.
 */
export async function findCallerOnHotPath(openId: string): Promise<Caller | null> {
  const member = await memberOfCaller(openId);
  return member === null ? null : callerOf(member);
}

/** The whole member whom findCaller or findCallerOnHotPath has just found: this costs nothing then. */
export async function memberOfCaller(openId: string): Promise<Member | null> {
  return memory.get(openId) ?? (await findMember(openId));
}

/** For whoever has just written the member of an account. */
export function keepCaller(openId: string, member: Member): void {
  memory.keep(openId, member);
}

/** For whoever has just changed something about the account. */
export function forgetCaller(openId: string): void {
  memory.forget(openId);
}

/** The member bound to the account and still in a branch, read now: one request. */
export async function findMember(openId: string): Promise<Member | null> {
  const member = await members.byAccount(openId);
  if (member === null || member.leftDay !== null) {
    memory.forget(openId);
    return null;
  }
  memory.keep(openId, member);
  return member;
}

function callerOf({ _id, name, branchId, groupId, roles }: Member): Caller {
  return { memberId: _id, name, branchId, groupId, roles };
}
