import * as v from 'valibot';
import { AtMs, Count, Day, Id } from '../../../contract/fields';
import { ROSTER_FILE } from '../../../contract/branch/roster-file';
import { Role } from '../../../contract/roles';
import { collection, command, isDuplicate } from '../database';
import { documentKind } from '../document-kind';

/** People in one document, so that it stays far below 100 KB. */
export const MOST_IN_STEP = 200;

export const RosterPieceDocument = v.object({
  /** `<importId>_<at>` */
  _id: v.string(),
  importId: Id,
  branchId: Id,
  byMemberId: Id,
  at: Count,
  /** base64 */
  content: v.string(),
  endsAtMs: AtMs,
  schemaVersion: v.literal(1),
});
export type RosterPieceDocument = v.InferOutput<typeof RosterPieceDocument>;

export const RosterImportDocument = v.object({
  /** Chosen by the phone. */
  _id: Id,
  branchId: Id,
  by: v.object({ memberId: Id, name: v.string(), roles: v.array(Role) }),
  fileName: v.string(),
  /** Says which plan was decided; steps of any other are not done. */
  planId: v.string(),
  state: v.picklist(['applying', 'done']),
  /** From which day on new crews are. */
  day: Day,
  added: Count,
  changed: Count,
  left: Count,
  /** Who was not written, because somebody else has changed them since it was decided. */
  overtaken: v.array(v.string()),
  decidedAtMs: AtMs,
  schemaVersion: v.literal(1),
});
export type RosterImportDocument = v.InferOutput<typeof RosterImportDocument>;

const Placed = { groupId: v.nullable(Id), crewId: v.nullable(Id) };
const Added = v.object({
  memberId: Id,
  name: v.string(),
  staffNumber: v.string(),
  ...Placed,
  standing: v.picklist(['member', 'probationary-member']),
});
const Before = v.object({
  groupId: v.nullable(Id),
  roles: v.array(Role),
  crewHistory: v.array(v.object({ crewId: v.nullable(Id), fromDay: Day })),
});
const Changed = v.object({ memberId: Id, name: v.string(), before: Before });

export const RosterStep = v.variant('kind', [
  v.object({ kind: v.literal('add'), people: v.array(Added) }),
  /** Who has left comes back, as who they were. */
  v.object({ kind: v.literal('back'), people: v.array(Added) }),
  /** The same change of several; undefined: stays as it is. */
  v.object({
    kind: v.literal('change'),
    groupId: v.exactOptional(v.nullable(Id)),
    crewId: v.exactOptional(v.nullable(Id)),
    roles: v.exactOptional(v.array(Role)),
    people: v.array(Changed),
  }),
  v.object({
    kind: v.literal('leave'),
    people: v.array(v.object({ memberId: Id, name: v.string() })),
  }),
]);
export type RosterStep = v.InferOutput<typeof RosterStep>;
export type ChangeStep = Extract<RosterStep, { kind: 'change' }>;
export type AddedPerson = v.InferOutput<typeof Added>;

export const RosterStepDocument = v.object({
  /** `<importId>_<planId>_<n>` */
  _id: v.string(),
  importId: Id,
  planId: v.string(),
  step: RosterStep,
  schemaVersion: v.literal(1),
});

export const ROSTER_PIECES = documentKind('roster_pieces', RosterPieceDocument);
export const ROSTER_IMPORTS = documentKind('roster_imports', RosterImportDocument);
export const ROSTER_STEPS = documentKind('roster_steps', RosterStepDocument);
const pieces = () => collection(ROSTER_PIECES);
const imports = () => collection(ROSTER_IMPORTS);
const steps = () => collection(ROSTER_STEPS);

export const rosterImports = {
  /** Over a piece of the same place. */
  putPiece: (piece: RosterPieceDocument) => pieces().put(piece),

  /** Those of one sender, in order. */
  piecesOf: (importId: string, byMemberId: string) =>
    pieces().find({ importId, byMemberId }, { orderBy: { at: 'asc' }, limit: ROSTER_FILE.pieces }),

  byId: (importId: string) => imports().byId(importId),

  /**
   * Writes down what is to be done, then that it is decided: from that instant on it is done whatever
   * happens. False when the import was decided already. Ids follow from the plan, so that of two at
   * once both write the same. docs/decisions/all-or-nothing-import.md
   */
  async decide(decided: RosterImportDocument, plan: readonly RosterStep[]): Promise<boolean> {
    const { _id: importId, planId } = decided;
    const written = plan.map((step, at) => ({
      _id: `${importId}_${planId}_${String(at).padStart(4, '0')}`,
      importId,
      planId,
      step,
      schemaVersion: 1 as const,
    }));
    try {
      await steps().insertMany(written);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      for (const each of written) await steps().insertIfAbsent(each);
    }
    return imports().insertIfAbsent(decided);
  },

  /** What was decided, in its order. */
  async stepsOf({ _id: importId, planId }: RosterImportDocument): Promise<readonly RosterStep[]> {
    return (await steps().all({ importId, planId })).map(({ step }) => step);
  },

  async done(importId: string, overtaken: readonly string[]): Promise<void> {
    await imports().update(
      { _id: importId, state: 'applying' },
      { state: 'done', overtaken: [...overtaken] },
    );
  },

  /** Decided before an instant and not done yet. */
  cutOff: (beforeMs: number, most: number) =>
    imports().find(
      { state: 'applying', decidedAtMs: command.lt(beforeMs) },
      { orderBy: { decidedAtMs: 'asc' }, limit: most },
    ),

  /** Forgets pieces whose day is over, and what imports have done since longer than that. */
  async forget(nowMs: number, doneBeforeMs: number): Promise<number> {
    const removed = await pieces().remove({ endsAtMs: command.lte(nowMs) });
    const done = await imports().find(
      { state: 'done', decidedAtMs: command.lt(doneBeforeMs) },
      { orderBy: { decidedAtMs: 'asc' }, limit: 50 },
    );
    if (done.length === 0) return removed;
    const ids = done.map(({ _id }) => _id);
    await steps().remove({ importId: command.in(ids) });
    await imports().remove({ _id: command.in(ids) });
    return removed + done.length;
  },
} as const;
