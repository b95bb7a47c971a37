import { collection, command } from '../database';
import { besideCaller } from '../people/beside-caller';
import { pageBehind, type PlaceInList } from '../place-in-list';
import { untilNotOvertaken } from '../retry';
import { CONTESTS, type ContestDocument } from './contest-document';

const documents = () => collection(CONTESTS);

export type ContestChanges = Partial<Omit<ContestDocument, '_id' | 'branchId' | 'schemaVersion'>>;

export type ContestVerdict<Code> =
  | { readonly kind: 'changed'; readonly contest: ContestDocument }
  | { readonly kind: 'refused'; readonly code: Code; readonly contest: ContestDocument }
  | { readonly kind: 'missing' };

/** The contest that a call points at. */
export const targetContests = besideCaller(CONTESTS, (id) => documents().byId(id));

/** Contests of branches, drafts too. docs/rules.md#R-251 */
export const contests = {
  byId: (contestId: string) => documents().byId(contestId),

  /** False when the id is taken. */
  insertIfAbsent: (contest: ContestDocument) => documents().insertIfAbsent(contest),

  /** Of a branch, newest first, behind `place`; only `steps` of them. */
  ofBranch: (
    branchId: string,
    steps: readonly ContestDocument['step'][],
    place: PlaceInList | null,
    limit: number,
  ) =>
    pageBehind(
      documents(),
      { branchId, step: command.in(steps) },
      { by: 'createdAtMs', direction: 'desc', limit },
      place,
    ),

  /**
   * Writes what `decide` makes of what is stored, again until nobody has written in between; or gives
   * the code of its refusal.
   */
  change<Code extends string>(
    contestId: string,
    decide: (contest: ContestDocument) => ContestChanges | Code,
  ): Promise<ContestVerdict<Code>> {
    return untilNotOvertaken<ContestVerdict<Code>>('a contest', async () => {
      const before = await documents().byId(contestId);
      if (before === null) return { kind: 'missing' };
      const changes = decide(before);
      if (typeof changes === 'string') return { kind: 'refused', code: changes, contest: before };
      const contest = await documents().updateAndRead(
        { _id: contestId, revision: before.revision },
        { ...changes, revision: command.inc(1) },
      );
      return contest === null ? undefined : { kind: 'changed', contest };
    });
  },
} as const;
