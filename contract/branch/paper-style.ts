import * as v from 'valibot';
import { BOOK_PARTS, PAPER_LIMITS } from '../../domain/branch/paper-style';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { Count, Id, Words } from '../fields';
import { growing } from '../growing';
import { ROSTER_KEEPERS } from '../roles';

const fn = 'branch';

/** What is absent is not set. */
const head = v.strictObject({
  title: v.optional(Words(PAPER_LIMITS.title)),
  signers: v.pipe(v.array(Words(PAPER_LIMITS.signer)), v.maxLength(PAPER_LIMITS.signers)),
});

export const StyleInput = v.strictObject({
  organisation: v.optional(Words(PAPER_LIMITS.organisation)),
  papers: v.strictObject({ 'record-book': head, register: head, minutes: head }),
  hidden: v.nullable(v.pipe(v.array(v.picklist(BOOK_PARTS)), v.maxLength(BOOK_PARTS.length))),
  closing: v.optional(Words(PAPER_LIMITS.closing)),
});
export type StyleInput = v.InferOutput<typeof StyleInput>;

const shownHead = v.strictObject({ title: v.string(), signers: v.array(v.string()) });

const ShownStyle = v.strictObject({
  organisation: v.string(),
  papers: v.strictObject({ 'record-book': shownHead, register: shownHead, minutes: shownHead }),
  hidden: v.nullable(v.array(growing(BOOK_PARTS))),
  closing: v.string(),
});

/** What the branch has set of its documents, and what the committee has for all of its branches. */
export const PaperStyles = v.strictObject({
  branchName: v.string(),
  own: ShownStyle,
  common: ShownStyle,
  /** Counted up by every save; 0: nothing was set. */
  revision: v.strictObject({ own: Count, common: Count }),
});
export type PaperStyles = v.InferOutput<typeof PaperStyles>;

export const paperStyles = defineAction({
  fn,
  name: 'paperStyles',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({ branchId: v.optional(Id) }),
  output: PaperStyles,
  errors: [],
});

/**
 * Sets the documents of the branch, or `forAll` those of every branch that has none of its own, which is
 * the committee office's; after exactly the revision that the officer has before them. docs/rules.md#R-150
 */
export const savePaperStyle = defineAction({
  fn,
  name: 'savePaperStyle',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    forAll: v.boolean(),
    revision: Count,
    style: StyleInput,
  }),
  output: v.strictObject({ revision: Count }),
  errors: [
    /** Somebody else has saved since. */
    'changed-meanwhile',
  ],
});

export const paperStyleActions = { paperStyles, savePaperStyle } as const;
