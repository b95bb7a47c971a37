import { besideCaller } from './beside-caller';
import { MEMBERS } from './member-document';
import { members } from './members';

/** Whom a call points at. */
export const targetMembers = besideCaller(MEMBERS, (memberId) => members.byId(memberId));

/** For the doorkeeper. */
export async function branchOfTarget(memberId: string): Promise<string | null> {
  return (await targetMembers.read(memberId))?.branchId ?? null;
}
