import * as v from 'valibot';
import { CORRECTED_THINGS, DATA_ASK_LIMITS, DATA_OUTCOMES } from '../../domain/people/data-ask';
import { defineAction } from '../action';
import { inBranch, ownReading, self } from '../allow';
import { AuditWhat } from '../branch/audit';
import { AtMs, Cursor, Id, Words } from '../fields';
import { growing, NewerKind } from '../growing';
import { MOST_CHARACTERS } from '../limits';
import type { Role } from '../roles';

const fn = 'member';

/** Who may answer one or the other kind. docs/rules.md#R-144 */
export const DATA_KEEPERS: readonly Role[] = [
  'organisation-officer',
  'discipline-officer',
  'secretary',
  'committee-office',
];

/** A line of whoLooked, as it names itself. */
const EntryId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,80}$/u));

const ShownAbout = v.variant('kind', [
  v.strictObject({ kind: v.literal('correction'), of: growing(CORRECTED_THINGS) }),
  v.strictObject({
    kind: v.literal('look'),
    byName: v.string(),
    atMs: AtMs,
    what: AuditWhat,
  }),
  NewerKind,
]);

const ask = {
  askId: Id,
  about: ShownAbout,
  words: v.string(),
  askedAtMs: AtMs,
  /** By when it is to be answered. */
  limitAtMs: AtMs,
  /** null: nobody has answered yet. */
  answer: v.nullable(
    v.strictObject({
      outcome: growing(DATA_OUTCOMES),
      words: v.string(),
      byName: v.string(),
      atMs: AtMs,
    }),
  ),
};
export const MyDataAsk = v.strictObject(ask);
export type MyDataAsk = v.InferOutput<typeof MyDataAsk>;
export const DataAsk = v.strictObject({ ...ask, memberId: Id, memberName: v.string() });
export type DataAsk = v.InferOutput<typeof DataAsk>;

/** Asks for a correction of what is stored about the caller, or about a look at it. docs/rules.md#R-143 */
export const askAboutData = defineAction({
  fn,
  name: 'askAboutData',
  allow: self(),
  input: v.strictObject({
    /** Chosen by the phone, so that a retry asks nothing twice. */
    askId: Id,
    about: v.variant('kind', [
      v.strictObject({ kind: v.literal('correction'), of: v.picklist(CORRECTED_THINGS) }),
      v.strictObject({ kind: v.literal('look'), entryId: EntryId }),
    ]),
    words: Words(DATA_ASK_LIMITS.words),
  }),
  output: v.strictObject({ ask: MyDataAsk }),
  errors: [
    /** About this look the caller has asked before. */
    'already-asked',
    'too-many-open',
  ],
});

/** What the caller has asked, newest first, with the answers. */
export const myDataAsks = defineAction({
  fn,
  name: 'myDataAsks',
  allow: ownReading(),
  input: v.strictObject({ cursor: v.optional(Cursor) }),
  output: v.strictObject({
    nowMs: AtMs,
    asks: v.array(MyDataAsk),
    /** To ask for what is older; null: there is none. */
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** Of a branch what the caller may answer, or what of that was answered; newest first. docs/rules.md#R-144 */
export const dataAsks = defineAction({
  fn,
  name: 'dataAsks',
  allow: inBranch('branch', DATA_KEEPERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    state: v.picklist(['open', 'answered']),
    cursor: v.optional(Cursor),
  }),
  output: v.strictObject({
    nowMs: AtMs,
    branchName: v.string(),
    asks: v.array(DataAsk),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** Answers for good; whoever asked is told. docs/rules.md#R-144 */
export const answerDataAsk = defineAction({
  fn,
  name: 'answerDataAsk',
  allow: inBranch('branch', DATA_KEEPERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    askId: Id,
    outcome: v.picklist(DATA_OUTCOMES),
    words: Words(MOST_CHARACTERS.reason),
  }),
  output: v.strictObject({ ask: DataAsk }),
  errors: [
    /** It is for officers of another office, or speaks for or of the caller. */
    'for-others',
    /** Another officer was quicker. */
    'already-answered',
  ],
});

export const dataAskActions = { askAboutData, myDataAsks, dataAsks, answerDataAsk } as const;
