import { collection, command } from '../database';
import { untilNotOvertaken } from '../retry';
import { starMonthId } from './begun-month';
import { STAR_MONTHS, type StarMonthDocument } from './star-month-document';

const documents = () => collection(STAR_MONTHS);

export type StarMonthChanges = Partial<
  Omit<StarMonthDocument, '_id' | 'branchId' | 'month' | 'revision' | 'changedAtMs'>
>;

export type StarMonthVerdict<Code> =
  | { readonly kind: 'changed'; readonly month: StarMonthDocument }
  | { readonly kind: 'refused'; readonly code: Code; readonly month: StarMonthDocument }
  | { readonly kind: 'missing' };

/** The star of the month: one document per branch and month. docs/rules.md#R-155 */
export const starMonths = {
  of: (branchId: string, month: string) => documents().byId(starMonthId(branchId, month)),

  /** The newest months that a branch has begun, the last first. */
  newestOf: (branchId: string, limit: number) =>
    documents().find({ branchId }, { orderBy: { month: 'desc' }, limit }),

  /** Months of a branch that are over, of a year, the last first. */
  overIn: (branchId: string, year: number) =>
    documents().find(
      {
        branchId,
        month: command.and(command.gte(`${year}-01`), command.lte(`${year}-12`)),
        state: 'over',
      },
      { orderBy: { month: 'desc' } },
    ),

  /** Months of a year that are over and of which somebody is a star, in whatever branch, the last first. */
  ofStar: (memberId: string, year: number) =>
    documents().find(
      {
        'stars.memberId': memberId,
        month: command.and(command.gte(`${year}-01`), command.lte(`${year}-12`)),
        state: 'over',
      },
      { orderBy: { month: 'desc' } },
    ),

  /** One month of every branch that has begun it. */
  ofAll: (month: string) => documents().all({ month }),

  /** What waits for a time that has come, the longest waiting first. */
  due: (nowMs: number, limit: number) =>
    documents().find(
      { dueAtMs: command.lte(nowMs) },
      { orderBy: { dueAtMs: 'asc', _id: 'asc' }, limit },
    ),

  /** Of which somebody may not have been told since then. */
  toTell: (untilMs: number, limit: number) =>
    documents().find({ 'toTell.atMs': command.lte(untilMs) }, { limit }),

  /** What was written with these calls is told; the month is what it was, and so is its revision. */
  async told(id: string, requestIds: readonly string[]): Promise<void> {
    const told = command.pull({ requestId: command.in(requestIds) });
    await documents().update({ _id: id }, { toTell: told });
  },

  /** False when the month was begun before. */
  begin: (month: StarMonthDocument) => documents().insertIfAbsent(month),

  /** Writes a month that nobody has written to since it was read; null when somebody has. */
  write(
    { _id, revision }: Pick<StarMonthDocument, '_id' | 'revision'>,
    changes: StarMonthChanges,
    atMs: number,
  ): Promise<StarMonthDocument | null> {
    return documents().updateAndRead(
      { _id, revision },
      { ...changes, changedAtMs: atMs, revision: command.inc(1) },
    );
  },

  /**
   * As write, by what is stored now, again until nobody has written in between. `decide` gives what to
   * write or the code of a refusal, and may run more than once.
   */
  change<Code extends string>(
    branchId: string,
    month: string,
    decide: (now: StarMonthDocument) => StarMonthChanges | Code,
    atMs: number,
  ): Promise<StarMonthVerdict<Code>> {
    return untilNotOvertaken<StarMonthVerdict<Code>>('a star month', async () => {
      const before = await starMonths.of(branchId, month);
      if (before === null) return { kind: 'missing' };
      const changes = decide(before);
      if (typeof changes === 'string') return { kind: 'refused', code: changes, month: before };
      const after = await starMonths.write(before, changes, atMs);
      return after === null ? undefined : { kind: 'changed', month: after };
    });
  },
} as const;
