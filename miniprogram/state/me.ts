import { hello, type Me } from '../../contract/people/hello';
import { holdsOneOf, type Role } from '../../contract/roles';
import { tellWhoIsBound } from '../api/client';
import { fetchAndRemember, forgetAllBut, remembered } from '../api/remembered';
import { emptyOutbox } from '../api/waiting-writes';
import { forgetSeen } from './unread';

/** Who is bound on this phone, as last heard; null for a guest, undefined before the first answer. */
export function knownMe(): Me | null | undefined {
  return remembered(hello, {})?.output.me;
}

tellWhoIsBound(() => knownMe()?.memberId);

/**
 * Asks again who is bound; keeps what was known when nobody answers. What the phone holds of a person
 * who is not bound here any more, by their own wish or an officer's, is dropped at once.
 */
export async function refreshMe(): Promise<Me | null | undefined> {
  const before = knownMe();
  const result = await fetchAndRemember(hello, {});
  const me = result.ok ? result.output.me : knownMe();
  if (before && me?.memberId !== before.memberId) {
    forgetAllBut(hello, {});
    emptyOutbox();
    forgetSeen();
  }
  return me;
}

/** Whether the person known on this phone has one of the roles; for showing doors, never for opening them. */
export function hasRole(roles: readonly Role[]): boolean {
  return holdsOneOf(knownMe()?.roles ?? [], roles);
}
