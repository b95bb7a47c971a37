import { randomBytes } from 'node:crypto';
import { derivedId } from '../../cloudfunctions/_store/derived-id';
import { branches, type Invitation } from '../../cloudfunctions/_store/people/branches';
import { isBound, type Member } from '../../cloudfunctions/_store/people/member-document';
import { members } from '../../cloudfunctions/_store/people/members';
import {
  INVITATION_MS,
  newInvitationCode,
} from '../../cloudfunctions/member/binding/invitation-code';
import { newBranch } from '../../cloudfunctions/member/people/new-branch';
import { newMember } from '../../cloudfunctions/_store/people/new-member';
import { dayOfInstant } from '../../domain/time/local-day';
import { isSameName } from '../../domain/words/bare-name';

export interface FirstOfficer {
  readonly name: string;
  readonly staffNumber: string;
  readonly branchName: string;
}

export type Invited =
  | {
      readonly kind: 'invited';
      /** The one they are of already, otherwise the one that was asked for. */
      readonly branchName: string;
      readonly invitation: Invitation;
    }
  /** Bound already, and of the committee office from now on. */
  | { readonly kind: 'promoted' }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Makes the first member of the committee office, who brings in everybody else in the app: their
 * branch, themselves, and the branch's invitation code. Cut off anywhere, the next run finishes it;
 * where the committee office has somebody else already, nothing is written. The variables of the SDK
 * say in which environment.
 */
export async function inviteFirstOfficer(officer: FirstOfficer, nowMs: number): Promise<Invited> {
  const { staffNumber } = officer;
  const [office, present] = await Promise.all([
    members.ofOffice(),
    members.byStaffNumber(staffNumber),
  ]);
  const why = refusalOf(officer, office, present);
  if (why !== undefined) return { kind: 'refused', why };
  const branchId = present?.branchId ?? (await branchCalled(officer.branchName));
  if (present === null) await add(officer, branchId, nowMs);
  else if (!present.roles.includes('committee-office')) await promote(present);
  if (present !== null && isBound(present)) return { kind: 'promoted' };
  return { kind: 'invited', ...(await invitationTo(branchId, nowMs)) };
}

function refusalOf(
  { name, staffNumber }: FirstOfficer,
  office: readonly Member[],
  present: Member | null,
): string | undefined {
  const other = office.find(({ _id }) => _id !== present?._id);
  if (other !== undefined) {
    return `the committee office has ${other.name} already, who adds others in the app (支部 → 名册 → 加人, then 改职务)`;
  }
  if (present === null) return undefined;
  if (!isSameName(present.name, name)) {
    return `staff number ${staffNumber} is in the roster under another name`;
  }
  if (present.leftDay !== null) return `${name} has left; choose somebody who is there`;
  if (isBound(present) && present.roles.includes('committee-office')) {
    return `${name} is of the committee office and bound already`;
  }
  return undefined;
}

async function branchCalled(name: string): Promise<string> {
  const known = (await branches.all()).find((branch) => branch.name === name);
  const branchId = known?._id ?? derivedId('first branch', name);
  if (known === undefined) await branches.add(newBranch(branchId, { name, groups: [] }));
  return branchId;
}

async function add(officer: FirstOfficer, branchId: string, nowMs: number): Promise<void> {
  const newcomer = {
    ...officer,
    // Not of the staff number, which nobody is shown: the id goes to every phone of the branch.
    memberId: randomBytes(15).toString('hex'),
    branchId,
    groupId: null,
    crewId: null,
    roles: ['member', 'committee-office'],
  } as const;
  await members.add(newMember(newcomer, dayOfInstant(nowMs)));
}

/** Somebody of the roster becomes the committee office: the only way when nobody of it is left. */
async function promote({ _id }: Member): Promise<void> {
  await members.change(_id, ({ roles }) => ({ roles: [...roles, 'committee-office'] }));
}

/** The code that stands while it is valid, otherwise another one for seven days. */
async function invitationTo(
  branchId: string,
  nowMs: number,
): Promise<{ readonly branchName: string; readonly invitation: Invitation }> {
  const branch = await branches.byId(branchId);
  if (branch === null) throw new Error(`no branch ${branchId}`);
  const { name: branchName, invitation: present } = branch;
  if (present !== null && present.expiresAtMs > nowMs) return { branchName, invitation: present };
  const invitation = {
    code: newInvitationCode(),
    expiresAtMs: nowMs + INVITATION_MS,
    requestId: derivedId('first officer', branchId, nowMs),
  };
  await branches.setInvitation(branchId, invitation);
  return { branchName, invitation };
}
