import * as v from 'valibot';
import { Count } from '../../../contract/fields';
import { BOOK_PARTS, styleInForce, type PaperStyle } from '../../../domain/branch/paper-style';
import { collection, command } from '../database';
import { documentKind } from '../document-kind';

const Head = v.object({ title: v.string(), signers: v.array(v.string()) });

const PaperStyleDocument = v.object({
  /** The branch, or OF_ALL. */
  _id: v.string(),
  organisation: v.string(),
  papers: v.object({ 'record-book': Head, register: Head, minutes: Head }),
  hidden: v.nullable(v.array(v.picklist(BOOK_PARTS))),
  closing: v.string(),
  /** Counted up by every save. */
  revision: Count,
  /** Of the call that saved last: its retry is answered alike. */
  lastRequestId: v.string(),
  schemaVersion: v.literal(1),
});
export type PaperStyleDocument = v.InferOutput<typeof PaperStyleDocument>;

export const PAPER_STYLES = documentKind('paper_styles', PaperStyleDocument);
const documents = () => collection(PAPER_STYLES);

/** Of the committee, for all of its branches; no id of a branch is written so. */
export const OF_ALL = '_all';

export const paperStyles = {
  /** What is set for the branch and for all; one request. */
  async of(branchId: string) {
    const found = await documents().find({ _id: command.in([branchId, OF_ALL]) });
    const of = (id: string) => found.find(({ _id }) => _id === id) ?? null;
    return { own: of(branchId), common: of(OF_ALL) };
  },

  /** As documents of the branch are made now; one request. docs/rules.md#R-150 */
  async inForce(branchId: string): Promise<PaperStyle> {
    const { own, common } = await paperStyles.of(branchId);
    return styleInForce(own, common);
  },

  /** The new revision; null when somebody else has saved since `before`, or has begun meanwhile. */
  async save(
    scope: string,
    before: PaperStyleDocument | null,
    style: PaperStyle,
    lastRequestId: string,
  ): Promise<number | null> {
    const revision = (before?.revision ?? 0) + 1;
    const fields = { ...style, revision, lastRequestId };
    if (before === null) {
      const first = v.parse(PaperStyleDocument, { _id: scope, ...fields, schemaVersion: 1 });
      return (await documents().insertIfAbsent(first)) ? revision : null;
    }
    const written = await documents().update({ _id: scope, revision: before.revision }, fields);
    return written === 1 ? revision : null;
  },
} as const;
