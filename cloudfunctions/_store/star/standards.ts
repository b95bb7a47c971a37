import * as v from 'valibot';
import { AtMs, Count, Id, Month } from '../../../contract/fields';
import { StudyKind } from '../../../contract/study/study-shapes';
import {
  ASPECTS,
  ASSESSORS,
  BASES,
  SOURCES,
  STANDARD_LIMITS,
  type StandardItem,
} from '../../../domain/star/assessment/standard';
import { shortMemory } from '../../_kit/memory';
import { collection, command } from '../database';
import { documentKind } from '../document-kind';
import { DEFAULT_STANDARD } from './default-standard.text';

/** In `scope` of a list that is for all branches that have none of their own. */
export const FOR_ALL = 'for-all-branches';
export const DEFAULT_ID = 'default';

const Item = v.object({
  itemId: Id,
  name: v.string(),
  aspect: v.picklist(ASPECTS),
  points: Count,
  source: v.picklist(SOURCES),
  kinds: v.nullable(v.array(StudyKind)),
  wanted: v.nullable(Count),
  by: v.nullable(v.picklist(ASSESSORS)),
  bands: v.nullable(v.array(v.object({ name: v.string(), points: v.number() }))),
});

type StoredItem = v.InferOutput<typeof Item>;

/** One version of a list; never changed once it is written. docs/rules.md#R-186 */
export const StandardDocument = v.object({
  /** `<scope>_<version>` */
  _id: v.string(),
  /** A branch, or FOR_ALL. */
  scope: Id,
  version: Count,
  /** The first month that it is for. */
  fromMonth: Month,
  base: v.picklist(BASES),
  items: v.pipe(v.array(Item), v.maxLength(STANDARD_LIMITS.items)),
  terms: v.object({ summaryDay: Count, marksDay: Count, appealsDay: Count, answersDay: Count }),
  by: v.nullable(v.object({ memberId: Id, name: v.string() })),
  atMs: AtMs,
  deedId: v.string(),
  schemaVersion: v.literal(1),
});
export type StandardDocument = v.InferOutput<typeof StandardDocument>;

export const STANDARDS = documentKind('standards', StandardDocument);
const documents = () => collection(STANDARDS);
const MOST_VERSIONS = 100;
/** A version does not change, so it may be remembered. */
const memory = shortMemory<StandardDocument>({ ttlMs: 3_600_000, most: 50 });

export function storedItem({ kinds, bands, ...item }: StandardItem): StoredItem {
  return {
    ...item,
    kinds: kinds === null ? null : [...kinds],
    bands: bands === null ? null : bands.map((band) => ({ ...band })),
  };
}

/** The list that comes with the product, version 1: a proposal until a branch saves it. */
export const comesWithUs: StandardDocument = {
  _id: DEFAULT_ID,
  scope: DEFAULT_ID,
  version: 1,
  fromMonth: '2000-01',
  ...DEFAULT_STANDARD,
  items: DEFAULT_STANDARD.items.map(storedItem),
  by: null,
  atMs: 0,
  deedId: '',
  schemaVersion: 1,
};

export const standards = {
  /** By its id, which sheets name; one request when this instance has not seen it. */
  async byId(id: string): Promise<StandardDocument> {
    const known = standards.known(id) ?? (await documents().byId(id));
    if (known === null) throw new Error(`there is no list ${id}`);
    return standards.remember(known);
  },

  /** The list of this id where it takes no request; undefined when this instance has not seen it. */
  known: (id: string): StandardDocument | undefined =>
    id === DEFAULT_ID ? comesWithUs : memory.get(id),

  remember(standard: StandardDocument): StandardDocument {
    memory.keep(standard._id, standard);
    return standard;
  },

  /** Versions that a branch and all branches have, the newest first; one request. */
  versionsFor: (branchId: string) =>
    documents().find(
      { scope: command.in([branchId, FOR_ALL]) },
      { orderBy: { version: 'desc' }, limit: MOST_VERSIONS },
    ),

  /** Of every branch and for all, those whose first month has come; one request. */
  begunBy: (month: string) => documents().all({ fromMonth: command.lte(month) }),

  /** False when the version is taken: somebody else was first. */
  add: (standard: StandardDocument) => documents().insertIfAbsent(standard),
} as const;

/**
 * Of these versions, the list that holds for a branch in a month: its own, or that for all; undefined
 * where none was taken into use: then nobody is assessed. docs/rules.md#R-186
 */
export function inForce(
  versions: readonly StandardDocument[],
  branchId: string,
  month: string,
): StandardDocument | undefined {
  const begun = versions.filter(({ fromMonth }) => fromMonth <= month);
  const newest = (scope: string) =>
    begun.filter((each) => each.scope === scope).sort((a, b) => b.version - a.version)[0];
  return newest(branchId) ?? newest(FOR_ALL);
}
