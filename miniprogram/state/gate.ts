import { holdsOneOf, type Role } from '../../contract/roles';
import { NOT_BOUND_TEXT, NOT_YOURS_TEXT } from '../text/errors';
import { knownMe, refreshMe } from './me';
import type { Placeholder } from './shown';

/** Whether a form is shown to be filled, or what stands there for who could not send it in the end. */
export type Gate = Placeholder | { readonly kind: 'content' };

export const openGate: Gate = { kind: 'content' };

/**
 * Shows by what the phone knows whether the form is this person's, and again once it is asked: a link
 * may be older than the office. Nobody is kept out while it is not known; the server decides in the end.
 */
export async function watchGate(roles: readonly Role[], show: (gate: Gate) => void): Promise<void> {
  show(gateOf(roles));
  await refreshMe();
  show(gateOf(roles));
}

/** By what the phone knows. */
export function gateOf(roles: readonly Role[]): Gate {
  const me = knownMe();
  if (me === null) return { kind: 'guest', text: NOT_BOUND_TEXT };
  if (me === undefined || holdsOneOf(me.roles, roles)) return openGate;
  return { kind: 'not-yours', text: NOT_YOURS_TEXT };
}
