import * as v from 'valibot';
import { defineAction } from '../action';
import { ownReading } from '../allow';
import { AtMs, Count, Cursor, Month } from '../fields';
import { growing, NewerKind } from '../growing';
import { ShownRole } from '../roles';

const fn = 'branch';

/** What an officer has changed of what is written about somebody. */
export const CHANGED_FIELDS = [
  'name',
  'staff-number',
  'group',
  'crew',
  'standing',
  'left',
  'came-back',
  'roles',
  'binding',
  'bound',
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

/** How somebody came to what is another's. */
export const AUDIT_WAYS = ['saw', 'exported', 'changed'] as const;
export type AuditWay = (typeof AUDIT_WAYS)[number];

/** What was done, as the person whom it is about reads it. */
export const AuditWhat = v.variant('kind', [
  v.strictObject({ kind: v.literal('saw-member') }),
  v.strictObject({ kind: v.literal('saw-note'), title: v.string() }),
  v.strictObject({ kind: v.literal('saw-leave'), topic: v.string() }),
  v.strictObject({ kind: v.literal('saw-make-up'), topic: v.string() }),
  /** The list of those who need a word. docs/rules.md#R-123 */
  v.strictObject({ kind: v.literal('saw-word') }),
  /** The list of whom something has not reached. docs/rules.md#R-279 */
  v.strictObject({ kind: v.literal('saw-not-reached') }),
  v.strictObject({ kind: v.literal('saw-sheet'), month: Month }),
  v.strictObject({
    kind: v.literal('changed-member'),
    fields: v.array(growing(CHANGED_FIELDS)),
  }),
  v.strictObject({ kind: v.literal('saw-record-book'), year: Count }),
  v.strictObject({ kind: v.literal('exported-record-book'), year: Count }),
  v.strictObject({ kind: v.literal('exported-register'), topic: v.string() }),
  v.strictObject({ kind: v.literal('exported-dashboard'), month: Month }),
  /** Of that year: how many were there, and of how many. */
  v.strictObject({ kind: v.literal('exported-ledger'), year: Count }),
  v.strictObject({ kind: v.literal('exported-minutes'), topic: v.string() }),
  v.strictObject({ kind: v.literal('imported-roster') }),
  /** That they have not acknowledged a document. */
  v.strictObject({ kind: v.literal('saw-unread'), title: v.string() }),
  /** That an issue has not reached them. docs/rules.md#R-229 */
  v.strictObject({ kind: v.literal('saw-unreached'), title: v.string() }),
  NewerKind,
]);
export type AuditWhat = v.InferOutput<typeof AuditWhat>;

/** So many days are lately. */
export const LATELY_DAYS = 30;

/**
 * Who looked at, exported or changed what about me, newest first; with `way` only that.
 * docs/rules.md#R-131, docs/rules.md#R-141
 */
export const whoLooked = defineAction({
  fn,
  name: 'whoLooked',
  allow: ownReading(),
  input: v.strictObject({ way: v.optional(v.picklist(AUDIT_WAYS)), cursor: v.optional(Cursor) }),
  output: v.strictObject({
    nowMs: AtMs,
    /** How often in the last LATELY_DAYS, whatever `way` is asked for; null on further pages. */
    lately: v.nullable(v.strictObject({ saw: Count, exported: Count, changed: Count })),
    entries: v.array(
      v.strictObject({
        entryId: v.string(),
        atMs: AtMs,
        byName: v.string(),
        byRoles: v.array(ShownRole),
        isMyself: v.boolean(),
        what: AuditWhat,
        /** How many people it speaks of. */
        count: Count,
      }),
    ),
    /** To ask for what is older; null: there is none. */
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

export const auditActions = { whoLooked } as const;
