import * as v from 'valibot';
import type { Caller } from '../../_kit/context';
import { shortMemory } from '../../_kit/memory';
import { platform } from '../../_kit/platform';
import { fitting } from '../database';
import { readDocument, type DocumentKind, type DocumentSchema } from '../document-kind';
import { callerFrom } from './callers';
import { MEMBERS } from './member-document';
import type { Stage } from '../together';

const Joined = v.object({
  data: v.array(v.looseObject({ pointedAt: v.array(v.unknown()) })),
});

/** What the doorkeeper reads in the request in which it reads who calls. */
export interface BesideCaller<T> {
  /** As findCaller, read now; what has this id is read in the same request, for `read`. */
  readonly findCaller: (openId: string, id: string) => Promise<Caller | null>;
  /** As it was read with who makes this call: no request then; null when there is no such thing. */
  readonly read: (id: string) => Promise<T | null>;
}

/**
 * Documents of a kind, each read in one request with the member who points at it: one bounded join by
 * two unique keys. `more`: stages of the database that add to it what is read with it.
 * docs/decisions/who-and-what-in-one-request.md
 */
export function besideCaller<S extends DocumentSchema>(
  kind: DocumentKind<S>,
  readAlone: (id: string) => Promise<v.InferOutput<S> | null>,
  more: (id: string) => readonly Stage[] = () => [],
): BesideCaller<v.InferOutput<S>> {
  const memory = shortMemory<v.InferOutput<S>>({ ttlMs: 5_000, most: 50 });
  return {
    async findCaller(openId, id) {
      memory.forget(id);
      const answer: unknown = await platform()
        .database()
        .collection(MEMBERS.collection)
        .aggregate()
        .match({ account: openId })
        .limit(1)
        .lookup({
          from: kind.collection,
          pipeline: [{ $match: { _id: id } }, { $limit: 1 }, ...more(id)],
          as: 'pointedAt',
        })
        .end();
      const [row] = v.parse(Joined, answer).data;
      if (row === undefined) return callerFrom(openId, null);
      const { pointedAt, ...member } = row;
      for (const document of fitting(kind, pointedAt)) memory.keep(id, document);
      return callerFrom(openId, readDocument(MEMBERS, member));
    },
    read: async (id) => memory.get(id) ?? readAlone(id),
  };
}
