import { shortMemory } from '../_kit/memory';
import type { Member } from '../_store/people/member-document';
import { hasCrews, readRotas, type Rotas } from '../_store/people/organisation';

const memory = shortMemory<Rotas>({ ttlMs: 60_000, most: 1 });

/**
 * Up to a minute old, but never older than the crews of these people: one request when this instance
 * does not remember such.
 */
export async function rotasOnHotPath(
  people: readonly Pick<Member, 'crewHistory'>[],
): Promise<Rotas> {
  const known = memory.get('rotas');
  if (known !== undefined && people.every((person) => hasCrews(known, person))) return known;
  const read = await readRotas();
  memory.keep('rotas', read);
  return read;
}
