import type { About } from '../_store/delivery/delivery-document';
import { sittingsDone } from './about-sitting';

/** Whether what a message speaks of is done for a person, so that they need not hear of it. */
export type IsDone<A> = (about: A, memberId: string) => boolean;

/** Reads once what it takes to say so of all of these. */
export type Resolver<A> = (abouts: readonly A[]) => Promise<IsDone<A>>;

const NEVER_DONE = async () => () => false;

const RESOLVERS: { readonly [K in About['kind']]: Resolver<Extract<About, { kind: K }>> } = {
  study: NEVER_DONE,
  sitting: sittingsDone,
};

/** As a Resolver, of whatever messages speak of. */
export async function readDone(abouts: readonly About[]): Promise<IsDone<About>> {
  const kinds = [...new Set(abouts.map(({ kind }) => kind))];
  const answers = await Promise.all(
    kinds.map(async (kind): Promise<[About['kind'], IsDone<About>]> => {
      // The table ties each kind to its resolver; this line only loses the key that ties them.
      const resolve = RESOLVERS[kind] as Resolver<About>;
      return [kind, await resolve(abouts.filter((about) => about.kind === kind))];
    }),
  );
  const byKind = new Map(answers);
  return (about, memberId) => byKind.get(about.kind)?.(about, memberId) ?? false;
}
