import { FOR_ALL, type NormsDocument } from '../../cloudfunctions/_store/branch/norms';
import type { NormsInput } from '../../contract/branch/norms';

/** Everything set. */
export const someNorms = (fields: Partial<NormsInput> = {}): NormsInput => ({
  hours: { member: 40, officer: 60 },
  meetings: [
    { kind: 'party-lecture', every: 'month' },
    { kind: 'fire-drill', every: 'half-year' },
    { kind: 'branch-committee', every: 'none' },
  ],
  credit: 'material',
  keptYears: [
    { thing: 'notice', years: 1 },
    { thing: 'audit-entry', years: 5 },
  ],
  ...fields,
});

/** Nothing set. */
export const noNorms = (fields: Partial<NormsInput> = {}): NormsInput => ({
  hours: { member: null, officer: null },
  meetings: [],
  credit: null,
  keptYears: [],
  ...fields,
});

/** The first version of all branches, of long ago. */
export const aNormsVersion = (fields: Partial<NormsDocument> = {}): NormsDocument => {
  const { scope = FOR_ALL, version = 1 } = fields;
  return {
    ...someNorms(),
    _id: `${scope}_${version}`,
    scope,
    version,
    fromMonth: '2020-01',
    by: { memberId: 'office', name: 'Office' },
    atMs: 1,
    requestId: 'earlier',
    schemaVersion: 1,
    ...fields,
  };
};
