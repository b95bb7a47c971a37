import { dayOfInstant } from '../../../domain/time/local-day';
import type { Caller } from '../../_kit/context';
import { derivedId } from '../derived-id';
import type { Member } from './member-document';
import { auditEntries, type AuditEntryDocument, type SaidAbout } from './audit-entries';

type Doer = Pick<Caller, 'memberId' | 'name' | 'roles'>;
type What = AuditEntryDocument['what'];

/** Of whom it speaks, and the branch that sees it is theirs. */
interface About {
  readonly memberId: string;
  readonly branchId: string;
}

/**
 * Says, before it is shown, that the caller looks at what is somebody else's: once in a day. Of one's
 * own nothing is said. docs/rules.md#R-131, docs/rules.md#R-141
 */
export async function noteLook(
  caller: Caller,
  about: About,
  what: What,
  nowMs: number,
): Promise<void> {
  if (caller.memberId === about.memberId) return;
  const id = derivedId(
    'look',
    caller.memberId,
    about.memberId,
    JSON.stringify(what),
    dayOfInstant(nowMs),
  );
  await note(id, caller, about, what, nowMs);
}

/**
 * Says, before it is shown, that the caller looks at what is said of several people in one list of
 * few: one line a day about each of them. Of the caller nothing is said. docs/rules.md#R-152
 */
export async function noteLooks(
  { memberId, name, roles }: Caller,
  about: { readonly branchId: string; readonly memberIds: readonly string[] },
  what: What,
  nowMs: number,
  said?: SaidAbout,
): Promise<void> {
  const others = about.memberIds.filter((id) => id !== memberId);
  const line = {
    atMs: nowMs,
    branchId: about.branchId,
    by: { memberId, name, roles: [...roles] },
    what,
    memberIds: others,
  };
  await auditEntries.noteOnceAbout(looksId(memberId, about.branchId, what, nowMs), line, said);
}

/** Of the lines that `noteLooks` writes today; who has read them hands them over as `said`. */
export const looksId = (memberId: string, branchId: string, what: What, nowMs: number): string =>
  derivedId('looks', memberId, branchId, JSON.stringify(what), dayOfInstant(nowMs));

/** Says that the caller has changed what is written about somebody else: once for a call. */
export async function noteChange(
  caller: Doer,
  about: About,
  what: What,
  call: { readonly requestId: string; readonly nowMs: number },
): Promise<void> {
  if (caller.memberId === about.memberId) return;
  const id = derivedId('change', caller.memberId, about.memberId, call.requestId);
  await note(id, caller, about, what, call.nowMs);
}

/** Says that an account was bound to this member, as they say themselves: once for a binding. docs/rules.md#R-360 */
export async function noteBound(
  { _id, name, roles, branchId }: Pick<Member, '_id' | 'name' | 'roles' | 'branchId'>,
  atMs: number,
): Promise<void> {
  const what = { kind: 'changed-member' as const, fields: ['bound' as const] };
  const about = { memberId: _id, branchId };
  await note(derivedId('bound', _id, atMs), { ...about, name, roles }, about, what, atMs);
}

const note = (
  id: string,
  { memberId, name, roles }: Doer,
  about: About,
  what: What,
  atMs: number,
): Promise<void> =>
  auditEntries.note(id, {
    atMs,
    branchId: about.branchId,
    by: { memberId, name, roles: [...roles] },
    what,
    memberIds: [about.memberId],
  });
