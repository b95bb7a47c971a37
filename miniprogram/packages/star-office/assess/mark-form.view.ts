import type { Sheet, ShownProof } from '../../../../contract/star/sheet-shapes';
import { markText, proofText } from '../../../text/sheet';

/** What a mark is made of while it is given. */
export interface MarkForm {
  readonly itemId: string;
  readonly title: string;
  readonly points: number;
  readonly full: number;
  readonly least: number;
  readonly start: number;
  readonly over: string | null;
  /** What somebody else has marked while this was filled in; ''. docs/rules.md#R-193 */
  readonly theirs: string;
  readonly bands: readonly { readonly name: string; readonly points: number }[];
  readonly says: string;
  /** Of the sheet, one of which it may rest on. */
  readonly records: readonly ShownProof[];
  /** What stands in the wheel: none, then each of them. */
  readonly recordTexts: readonly string[];
}

export const noForm: MarkForm = {
  itemId: '',
  title: '',
  points: 0,
  full: 0,
  least: 0,
  start: 0,
  over: null,
  theirs: '',
  bands: [],
  says: '',
  records: [],
  recordTexts: [],
};

export function formOf(sheet: Sheet, itemId: string): MarkForm {
  const item = sheet.items.find((each) => each.itemId === itemId);
  if (item === undefined) return noForm;
  const last = item.marks.at(-1);
  const points = last?.points ?? item.start;
  const records = recordsOf(sheet);
  const form = {
    itemId,
    title: item.name,
    full: item.points,
    least: item.least,
    start: item.start,
    over: last?.markId ?? null,
    theirs: '',
    bands: item.bands ?? [],
    records,
    recordTexts: ['不选', ...records.map(proofText)],
  };
  return withPoints({ ...form, points, says: '' }, points);
}

/** With the mark that somebody else was first with: it is shown, and the next press puts this in its place. */
export function withTheirs(form: MarkForm, { items }: Pick<Sheet, 'items'>): MarkForm {
  const last = items.find(({ itemId }) => itemId === form.itemId)?.marks.at(-1);
  if (last === undefined || last.markId === form.over) return form;
  const { markId, byName, points, reason, evidence } = last;
  const says = [markText(points, form.start), reason, evidence].filter(Boolean).join('，');
  return { ...form, over: markId, theirs: `${byName}：${says}` };
}

function recordsOf({ items }: Sheet): readonly ShownProof[] {
  const all = items.flatMap(({ proofs, missed, leftOut }) => [...proofs, ...missed, ...leftOut]);
  return all
    .filter(({ kind }) => kind !== 'newer')
    .filter(
      (one, at) => all.findIndex(({ kind, id }) => kind === one.kind && id === one.id) === at,
    );
}

/** @param index in the wheel, whose first line is none */
export function recordChosen({ records }: MarkForm, index: number) {
  const record = records[index - 1];
  if (record === undefined || record.kind === 'newer') return {};
  return { proof: { kind: record.kind, id: record.id } };
}

export function withPoints(form: MarkForm, wanted: number): MarkForm {
  const points = Math.max(form.least, Math.min(form.full, wanted));
  return { ...form, points, says: markText(points, form.start) };
}
