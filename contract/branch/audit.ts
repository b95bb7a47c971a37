import * as v from 'valibot';
import { defineAction } from '../action';
import { ownReading } from '../allow';
import { AtMs, Count, Cursor } from '../fields';
import { NewerKind } from '../growing';
import { ShownRole } from '../roles';

const fn = 'branch';

const What = v.variant('kind', [
  v.strictObject({ kind: v.literal('saw-record-book'), year: Count }),
  v.strictObject({ kind: v.literal('exported-record-book'), year: Count }),
  v.strictObject({ kind: v.literal('exported-register'), topic: v.string() }),
  v.strictObject({ kind: v.literal('imported-roster') }),
  NewerKind,
]);

/** Who looked at, exported or changed what about me, newest first. docs/rules.md#R-131 */
export const whoLooked = defineAction({
  fn,
  name: 'whoLooked',
  allow: ownReading(),
  input: v.strictObject({ cursor: v.optional(Cursor) }),
  output: v.strictObject({
    nowMs: AtMs,
    entries: v.array(
      v.strictObject({
        entryId: v.string(),
        atMs: AtMs,
        byName: v.string(),
        byRoles: v.array(ShownRole),
        isMyself: v.boolean(),
        what: What,
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
