import type { About } from '../_store/delivery/delivery-document';
import { makeUpsDone } from './about-make-up';
import { sittingsDone } from './about-sitting';

/** Whether what a message speaks of is done for a person, so that they need not hear of it. */
export type IsDone<A> = (about: A, memberId: string) => boolean;

/** Reads once what it takes to say so of all of these. */
export type Resolver<A> = (abouts: readonly A[]) => Promise<IsDone<A>>;

/** What follows from a kind of `about`; an area's kinds have their lines here. */
interface KindOfAbout<A> {
  readonly done: Resolver<A>;
  /** The instant that the message speaks of. */
  readonly atMs: (about: A) => number;
}

const neverDone = async () => () => false;

const KINDS: { readonly [K in About['kind']]: KindOfAbout<Extract<About, { kind: K }>> } = {
  study: { done: neverDone, atMs: ({ startAtMs }) => startAtMs },
  sitting: { done: sittingsDone, atMs: ({ startAtMs }) => startAtMs },
  'make-up': { done: makeUpsDone, atMs: ({ untilAtMs }) => untilAtMs },
};

// The table ties each kind to its line; this only loses the key that ties them.
const kindOf = ({ kind }: Pick<About, 'kind'>) => KINDS[kind] as KindOfAbout<About>;

/** The instant of what a message speaks of. */
export const aboutAtMs = (about: About): number => kindOf(about).atMs(about);

/** As a Resolver, of whatever messages speak of. */
export async function readDone(abouts: readonly About[]): Promise<IsDone<About>> {
  const kinds = [...new Set(abouts.map(({ kind }) => kind))];
  const answers = await Promise.all(
    kinds.map(async (kind): Promise<[About['kind'], IsDone<About>]> => {
      return [kind, await kindOf({ kind }).done(abouts.filter((about) => about.kind === kind))];
    }),
  );
  const byKind = new Map(answers);
  return (about, memberId) => byKind.get(about.kind)?.(about, memberId) ?? false;
}
