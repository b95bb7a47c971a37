import * as v from 'valibot';
import { Id, Month } from '../../../contract/fields';
import { shortMemory } from '../../_kit/memory';
import { collection, command } from '../database';
import { untilNotOvertaken } from '../retry';
import { SHEETS, type SheetDocument } from './sheet-document';

const documents = () => collection(SHEETS);
/** What the doorkeeper has read for a call is not read again for it. Nothing is written by it unchecked. */
const memory = shortMemory<SheetDocument>({ ttlMs: 5_000, most: 200 });

export type SheetChanges = Partial<
  Omit<SheetDocument, '_id' | 'month' | 'memberId' | 'revision' | 'changedAtMs' | 'schemaVersion'>
>;

export type SheetVerdict<Code> =
  | { readonly kind: 'changed'; readonly sheet: SheetDocument }
  | { readonly kind: 'refused'; readonly code: Code; readonly sheet: SheetDocument }
  | { readonly kind: 'missing' };

export const sheets = {
  byId: (id: string) => documents().byId(id),

  /** Whom the doorkeeper has just read for this call: no request then. */
  async justRead(id: string): Promise<SheetDocument | null> {
    const known = memory.get(id);
    memory.forget(id);
    return known ?? (await documents().byId(id));
  },

  /** Branch of a sheet, by which it was opened; null when there is no such sheet. */
  async branchOf(id: string): Promise<string | null> {
    const sheet = await documents().byId(id);
    if (sheet !== null) memory.keep(id, sheet);
    return sheet?.branchId ?? null;
  },

  /** The newest two of a person up to `month`, the newest first; of all months where it is undefined. */
  newestOf: (memberId: string, month: string | undefined) =>
    documents().find(
      { memberId, ...(month !== undefined && { month: command.lte(month) }) },
      { orderBy: { month: 'desc' }, limit: 2 },
    ),

  /** All of a branch in a month, by id. */
  ofBranch: (branchId: string, month: string) => documents().all({ branchId, month }),

  /** The sums of these people in the months of a year, in one request. */
  async sumsOfYear(memberIds: readonly string[], year: number): Promise<readonly YearSums[]> {
    if (memberIds.length === 0) return [];
    const ofYear = command.and(command.gte(`${year}-01`), command.lte(`${year}-12`));
    const rows = await documents().group(
      { memberId: command.in(memberIds), month: ofYear },
      {
        _id: '$memberId',
        months: {
          $push: {
            month: '$month',
            setApart: '$setApart',
            earnedTenths: '$sum.earnedTenths',
            possibleTenths: '$sum.possibleTenths',
            answersUntilMs: '$terms.answersUntilMs',
          },
        },
      },
    );
    return v.parse(v.array(Sums), rows).map(({ _id, months }) => ({
      memberId: _id,
      months: [...months].sort((a, b) => (a.month < b.month ? -1 : 1)),
    }));
  },

  insertIfAbsent: (sheet: SheetDocument) => documents().insertIfAbsent(sheet),

  /** Writes a sheet that nobody has written to since it was read; null when somebody has. */
  write(
    { _id, revision }: Pick<SheetDocument, '_id' | 'revision'>,
    changes: SheetChanges,
    atMs: number,
  ): Promise<SheetDocument | null> {
    memory.forget(_id);
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
    id: string,
    decide: (now: SheetDocument) => SheetChanges | Code,
    atMs: number,
  ): Promise<SheetVerdict<Code>> {
    return untilNotOvertaken<SheetVerdict<Code>>('a sheet', async () => {
      const before = await documents().byId(id);
      if (before === null) return { kind: 'missing' };
      const changes = decide(before);
      if (typeof changes === 'string') return { kind: 'refused', code: changes, sheet: before };
      const after = await sheets.write(before, changes, atMs);
      return after === null ? undefined : { kind: 'changed', sheet: after };
    });
  },
} as const;

const Sums = v.object({
  _id: Id,
  months: v.array(
    v.object({
      month: Month,
      setApart: SHEETS.schema.entries.setApart,
      earnedTenths: v.number(),
      possibleTenths: v.number(),
      answersUntilMs: v.number(),
    }),
  ),
});

export interface YearSums {
  readonly memberId: string;
  /** In order. */
  readonly months: v.InferOutput<typeof Sums>['months'];
}
