import type { ShownStandard, ShownStandardItem } from '../../../../contract/star/standards';
import {
  BASES,
  FULL_POINTS,
  startingPoints,
  type Assessor,
  type Band,
  type Base,
  type Source,
  type Standard,
  type StandardItem,
  type TermDays,
} from '../../../../domain/star/assessment/standard';
import type { StudyKind } from '../../../../domain/study/study-kinds';

/** A list while it is changed. */
export interface StandardForm {
  readonly base: Base;
  readonly items: readonly StandardItem[];
  readonly terms: TermDays;
}

/** What this version does not know of a list cannot be changed with it: undefined then. */
export function formOf({
  base,
  items,
  terms,
}: Pick<ShownStandard, 'base' | 'items' | 'terms'>): StandardForm | undefined {
  const known = items.map(toItem);
  const knownBase = BASES.find((each) => each === base);
  return knownBase !== undefined && known.every((item) => item !== undefined)
    ? { base: knownBase, items: known, terms }
    : undefined;
}

function toItem({
  aspect,
  source,
  kinds,
  by,
  ...item
}: ShownStandardItem): StandardItem | undefined {
  if (aspect === 'newer' || source === 'newer' || by === 'newer') return undefined;
  const known = kinds?.filter((kind) => kind !== 'newer') ?? null;
  if (known !== null && known.length !== kinds?.length) return undefined;
  return { ...item, aspect, source, by, kinds: known };
}

/** Points together with what everybody starts with. */
export function sumOfForm({ base, items }: StandardForm): number {
  return startingPoints(base) + items.reduce((sum, { points }) => sum + points, 0);
}

export const withBase = (form: StandardForm, base: Base): StandardForm => ({
  ...form,
  base,
  items: form.items.map((item) => withBands(item, base, item.bands !== null)),
});

export function withItem(
  form: StandardForm,
  itemId: string,
  change: (item: StandardItem) => StandardItem,
): StandardForm {
  const items = form.items.map((item) => (item.itemId === itemId ? change(item) : item));
  return {
    ...form,
    items: items.map((item) => withBands(item, form.base, item.bands !== null)),
  };
}

export const without = (form: StandardForm, itemId: string): StandardForm => ({
  ...form,
  items: form.items.filter((item) => item.itemId !== itemId),
});

const LEVELS = [
  { name: '好', share: 1 },
  { name: '较好', share: 0.8 },
  { name: '一般', share: 0.6 },
] as const;

/** Levels in place of any points: shares of full, or with 60 and 70 more, nothing and less. */
export function withBands(item: StandardItem, base: Base, isBanded: boolean): StandardItem {
  if (item.source !== 'judged' || !isBanded) return { ...item, bands: null };
  const bands: readonly Band[] =
    base === FULL_POINTS
      ? LEVELS.map(({ name, share }) => ({ name, points: Math.round(item.points * share) }))
      : [
          { name: '突出', points: item.points },
          { name: '正常', points: 0 },
          { name: '不足', points: -item.points },
        ];
  return { ...item, bands };
}

const NONE = { kinds: null, wanted: null, by: null, bands: null } as const;

export function added(
  form: StandardForm,
  itemId: string,
  item: { readonly name: string; readonly source: Source } & Partial<StandardItem>,
): StandardForm {
  const points = Math.max(1, FULL_POINTS - sumOfForm(form));
  return { ...form, items: [...form.items, { ...NONE, aspect: 'duty', ...item, itemId, points }] };
}

export const judgedItem = (name: string, by: Assessor) => ({
  name,
  source: 'judged' as const,
  by,
});

export const kindItem = (name: string, kind: StudyKind) => ({
  name,
  source: 'attendance' as const,
  kinds: [kind],
});

/** Kinds of records that no item counts yet. */
export function missingSources({ items }: StandardForm): readonly Source[] {
  const sources: readonly Source[] = ['attendance', 'make-up', 'must-reads', 'notes'];
  return sources.filter((source) =>
    source === 'attendance'
      ? !items.some((item) => item.source === source && item.kinds === null)
      : !items.some((item) => item.source === source),
  );
}

export const asGiven = ({ base, items, terms }: StandardForm): Standard => ({ base, items, terms });
