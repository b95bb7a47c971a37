import { hello, type Me } from '../../contract/member';
import type { Role } from '../../contract/roles';
import { fetchAndRemember, remembered } from '../api/remembered';

/** Who is bound on this phone, as last heard; null for a guest, undefined before the first answer. */
export function knownMe(): Me | null | undefined {
  return remembered(hello, {})?.output.me;
}

/** Asks again who is bound; keeps what was known when nobody answers. */
export async function refreshMe(): Promise<Me | null | undefined> {
  await fetchAndRemember(hello, {});
  return knownMe();
}

/** Whether the person known on this phone has one of the roles; for showing doors, never for opening them. */
export function hasRole(roles: readonly Role[]): boolean {
  return knownMe()?.roles.some((role) => roles.includes(role)) ?? false;
}
