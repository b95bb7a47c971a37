import * as v from 'valibot';
import { AtMs, Count, Day, Id, Month } from '../../../contract/fields';
import {
  EVIDENCE_KINDS,
  NOMINATION_LIMITS,
  NOMINATION_STATES,
  NOMINATION_WAYS,
} from '../../../domain/star/nomination';
import { collection, command } from '../database';
import { documentKind } from '../document-kind';
import { secretId } from './secret-id';

export const StoredEvidence = v.object({
  kind: v.picklist(EVIDENCE_KINDS),
  /** Of the study or the note; absent in documents of 0.1.0. */
  id: v.optional(Id),
  title: v.string(),
  day: Day,
});

const NominationDocument = v.object({
  /** Follows from the month, who is nominated and by whom, and tells nobody by whom. */
  _id: Id,
  branchId: Id,
  month: Month,
  memberId: Id,
  name: v.string(),
  crewName: v.nullable(v.string()),
  way: v.picklist(NOMINATION_WAYS),
  by: v.object({ memberId: Id, name: v.string() }),
  /** Whether the nominated is told by whom. */
  isNamed: v.boolean(),
  deeds: v.string(),
  evidence: v.pipe(v.array(StoredEvidence), v.maxLength(NOMINATION_LIMITS.evidence)),
  state: v.picklist(NOMINATION_STATES),
  remark: v.nullable(v.string()),
  atMs: AtMs,
  answeredAtMs: v.nullable(AtMs),
  /** Counted up by every write. */
  revision: Count,
  schemaVersion: v.literal(1),
});
export type NominationDocument = v.InferOutput<typeof NominationDocument>;

export const NOMINATIONS = documentKind('star_nominations', NominationDocument);
const documents = () => collection(NOMINATIONS);

/**
 * Of a new one of one person by another in a month: doing it twice at once does it once. It goes to the
 * nominated, who may not know by whom, so that it is made with a secret; those that were written before
 * have another and keep it. docs/rules.md#R-156
 */
export const nominationIdOf = (
  branchId: string,
  month: string,
  memberId: string,
  byId: string,
): string => secretId('nomination', branchId, month, memberId, byId);

export type NominationChanges = Partial<
  Pick<
    NominationDocument,
    'way' | 'isNamed' | 'deeds' | 'evidence' | 'state' | 'remark' | 'answeredAtMs'
  >
>;

export const nominations = {
  byId: (nominationId: string) => documents().byId(nominationId),

  /** All of a month, by id: at most three by each person of the branch. */
  ofMonth: (branchId: string, month: string) => documents().all({ branchId, month }),

  /** Who has agreed to stand in a month, by themselves or when they were asked. */
  agreedIn: async (branchId: string, month: string): Promise<readonly string[]> =>
    (await documents().all({ branchId, month, state: 'agreed' })).map(({ memberId }) => memberId),

  /** About which somebody is asked and has not answered. */
  waitingIn: (branchId: string, month: string) =>
    documents().all({ branchId, month, state: 'waiting' }),

  /** False when it is there. */
  add: (nomination: NominationDocument) => documents().insertIfAbsent(nomination),

  /** Writes one that nobody has written to since it was read; null when somebody has. */
  write(
    { _id, revision }: Pick<NominationDocument, '_id' | 'revision'>,
    changes: NominationChanges,
  ): Promise<NominationDocument | null> {
    return documents().updateAndRead({ _id, revision }, { ...changes, revision: command.inc(1) });
  },

  /** Those that a person has agreed to stand on no list any more. */
  withdraw: (branchId: string, month: string, memberId: string) =>
    documents().update(
      { branchId, month, memberId, state: 'agreed' },
      { state: 'withdrawn', revision: command.inc(1) },
    ),
} as const;
