import { collection, command } from '../database';
import { derivedId } from '../derived-id';
import { untilNotOvertaken } from '../retry';
import { CONTEST_ENTRIES, type ContestEntry } from './contest-document';

const documents = () => collection(CONTEST_ENTRIES);

/** One of a member in a contest, however often and from wherever they answer. */
export const entryIdOf = (contestId: string, memberId: string): string =>
  derivedId('contest-entry', contestId, memberId);

export type EntryChanges = Partial<Pick<ContestEntry, 'answers' | 'handedInAtMs' | 'isShared'>>;

type EntryVerdict<Code> =
  | { readonly kind: 'kept'; readonly entry: ContestEntry }
  | { readonly kind: 'refused'; readonly code: Code; readonly entry: ContestEntry };

/** What members have answered. docs/rules.md#R-254 */
export const contestEntries = {
  /** All of a contest, by id. */
  ofContest: (contestId: string) => documents().all({ contestId }),

  /**
   * Writes what `decide` makes of what is stored of a member, or of an empty entry where nothing is,
   * again until nobody has written in between; nothing where it makes no change; or gives the code of its
   * refusal.
   */
  change<Code extends string>(
    { contestId, memberId, name }: Pick<ContestEntry, 'contestId' | 'memberId' | 'name'>,
    decide: (entry: ContestEntry) => EntryChanges | Code | undefined,
  ): Promise<EntryVerdict<Code>> {
    const _id = entryIdOf(contestId, memberId);
    return untilNotOvertaken<EntryVerdict<Code>>('an entry', async () => {
      const stored = await documents().byId(_id);
      const before = stored ?? {
        _id,
        contestId,
        memberId,
        name,
        answers: [],
        handedInAtMs: null,
        isShared: false,
        revision: 0,
        schemaVersion: 1,
      };
      const changes = decide(before);
      if (typeof changes === 'string') return { kind: 'refused', code: changes, entry: before };
      if (changes === undefined) return { kind: 'kept', entry: before };
      if (stored === null) {
        const entry = { ...before, ...changes };
        return (await documents().insertIfAbsent(entry)) ? { kind: 'kept', entry } : undefined;
      }
      const entry = await documents().updateAndRead(
        { _id, revision: stored.revision },
        { ...changes, revision: command.inc(1) },
      );
      return entry === null ? undefined : { kind: 'kept', entry };
    });
  },
} as const;
