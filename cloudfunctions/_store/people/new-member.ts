import { randomBytes } from 'node:crypto';
import type { Role } from '../../../contract/roles';
import type { LocalDay } from '../../../domain/time/local-day';
import { unboundAccount, type Member } from './member-document';

export interface Newcomer {
  readonly memberId: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly branchId: string;
  readonly groupId: string | null;
  readonly crewId: string | null;
  readonly roles: readonly Role[];
}

/** Somebody who comes into a branch on this day, bound to no account. */
export function newMember(newcomer: Newcomer, joinedDay: LocalDay): Member {
  const { memberId, name, staffNumber, branchId, groupId, crewId } = newcomer;
  return {
    _id: memberId,
    name,
    staffNumber,
    branchId,
    groupId,
    roles: [...newcomer.roles],
    crewHistory: crewId === null ? [] : [{ crewId, fromDay: joinedDay }],
    overrides: [],
    proposals: [],
    sleepPreference: null,
    account: unboundAccount(memberId),
    boundAtMs: null,
    agreedPrivacyVersion: null,
    lastRelease: null,
    codeSecret: randomBytes(16).toString('hex'),
    preferences: null,
    inboxSeenAtMs: 0,
    lastSubscriptionId: '',
    credits: {},
    joinedDay,
    leftDay: null,
    schemaVersion: 1,
  };
}
