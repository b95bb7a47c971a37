import { hello, type Me } from '../../contract/people/hello';
import { holdsOneOf, type Role } from '../../contract/roles';
import { holdAnswersUntil, tellWhoIsBound } from '../api/client';
import { fetchAndRemember, forgetAllBut, remembered } from '../api/remembered';
import { emptyOutbox } from '../api/waiting-writes';
import { forgetSeen } from './unread';

/** Who is bound on this phone, as last heard; null for a guest, undefined before the first answer. */
export function knownMe(): Me | null | undefined {
  return remembered(hello, {})?.output.me;
}

tellWhoIsBound(() => knownMe()?.memberId);

/** The question who is bound, while it is under way. */
let asking: ReturnType<typeof fetchAndRemember<typeof hello>> | undefined;

holdAnswersUntil(async (action) => {
  if (action !== hello && knownMe() === undefined) await asking;
});

/** Who is bound, asked first where this phone does not know yet; undefined when nobody answers. */
export async function whoIsHere(): Promise<Me | null | undefined> {
  if (knownMe() === undefined) await (asking ?? refreshMe());
  return knownMe();
}

/**
 * Asks again who is bound; keeps what was known when nobody answers. What the phone holds of a person
 * who is not bound here any more, by their own wish or an officer's, is dropped at once.
 */
export async function refreshMe(): Promise<Me | null | undefined> {
  const before = knownMe();
  const asked = fetchAndRemember(hello, {});
  asking = asked;
  const result = await asked;
  if (asking === asked) asking = undefined;
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
