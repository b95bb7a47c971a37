import { isDeepStrictEqual } from 'node:util';
import type { Caller, Remembered } from '../../_kit/context';
import { shortMemory } from '../../_kit/memory';
import type { Member } from './member-document';
import { members } from './members';

const memory = shortMemory<Member>({ ttlMs: 60_000, most: 2000 });

/** As findMember, what a call knows of its caller. */
export async function findCaller(openId: string): Promise<Caller | null> {
  return callerFrom(openId, await members.byAccount(openId));
}

/** As findCaller, for whoever has just read the member of the account. */
export function callerFrom(openId: string, bound: Member | null): Caller | null {
  const member = kept(openId, bound);
  return member === null ? null : callerOf(member);
}

/** Whom findCaller has found in this instance in the last minute; null: nobody, or it was not asked. */
export function rememberedCaller(openId: string): Remembered | null {
  const member = memory.get(openId);
  if (member === undefined) return null;
  return {
    caller: callerOf(member),
    async readNow() {
      const now = await findMember(openId);
      return {
        caller: now === null ? null : callerOf(now),
        isAsRemembered: isDeepStrictEqual(now, member),
      };
    },
  };
}

/** The whole member whom findCaller or rememberedCaller has just found: this costs nothing then. */
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
  return kept(openId, await members.byAccount(openId));
}

function kept(openId: string, member: Member | null): Member | null {
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
