import { shortMemory } from '../_kit/memory';
import { readRotas, type Rotas } from '../_store/people/organisation';

const memory = shortMemory<Rotas>({ ttlMs: 60_000, most: 1 });

/** Up to a minute old: one request when this instance does not remember them. */
export async function rotasOnHotPath(): Promise<Rotas> {
  const known = memory.get('rotas');
  if (known !== undefined) return known;
  const read = await readRotas();
  memory.keep('rotas', read);
  return read;
}
