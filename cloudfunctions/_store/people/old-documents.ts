import * as v from 'valibot';
import { dayOfInstant } from '../../../domain/time/local-day';
import { collection, command } from '../database';
import { DELIVERIES, NEVER_MS } from '../delivery/delivery-document';
import { documentKind } from '../document-kind';
import { SWAPS } from '../roster/swaps';
import { AUDIT_ENTRIES } from './audit-entries';
import { BIND_TRIES } from './bind-tries';
import { DATA_ASKS } from './data-asks';

const Identified = v.object({ _id: v.string() });

/** Of each thing what was last of use before an instant, by an index of its own. */
const OLD = {
  'audit-entry': {
    name: AUDIT_ENTRIES.collection,
    before: (atMs: number) => ({ atMs: command.lt(atMs) }),
  },
  'data-ask': {
    name: DATA_ASKS.collection,
    before: (atMs: number) => ({ lastAtMs: command.lt(atMs) }),
  },
  // One of which something is still to be sent is none of them.
  notice: {
    name: DELIVERIES.collection,
    before: (atMs: number) => ({ nextAtMs: NEVER_MS, lastAtMs: command.lt(atMs) }),
  },
  swap: {
    name: SWAPS.collection,
    before: (atMs: number) => ({ lastDay: command.lt(dayOfInstant(atMs)) }),
  },
  'bind-try': {
    name: BIND_TRIES.collection,
    before: (atMs: number) => ({ openedAtMs: command.lt(atMs) }),
  },
} as const;
type ForgottenThing = keyof typeof OLD;
export const FORGOTTEN_THINGS = Object.keys(OLD) as readonly ForgottenThing[];

/** Forgets at most `most` of them, whichever; how many. docs/rules.md#R-142 */
export async function forgetOld(
  thing: ForgottenThing,
  beforeMs: number,
  most: number,
): Promise<number> {
  const { name, before } = OLD[thing];
  const documents = collection(documentKind(name, Identified));
  const found = await documents.find(before(beforeMs), { limit: most });
  if (found.length === 0) return 0;
  return documents.remove({ _id: command.in(found.map(({ _id }) => _id)) });
}
