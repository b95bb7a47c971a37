import { shortMemory } from '../_kit/memory';
import { organisationOf, type Organisation } from '../_store/people/organisation';
import { rotations } from '../_store/roster/rotations';

/** Crews and rotations: all of the organisation that registers and shifts need. */
export type Rotas = Pick<Organisation, 'roster' | 'crews' | 'crewName' | 'scheduleOf'>;

const memory = shortMemory<Rotas>({ ttlMs: 60_000, most: 1 });

/** Up to a minute old: one request when this instance does not remember them. */
export async function rotasOnHotPath(): Promise<Rotas> {
  const known = memory.get('rotas');
  if (known !== undefined) return known;
  const read = organisationOf([], await rotations.all());
  memory.keep('rotas', read);
  return read;
}
