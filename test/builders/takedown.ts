import type { TakedownRulesDocument } from '../../cloudfunctions/_store/content/takedown-rules';

/** The first version, of long ago: only the party channel is set. */
export function someTakedownRules(
  fields: Partial<TakedownRulesDocument> = {},
): TakedownRulesDocument {
  const { version = 1 } = fields;
  return {
    _id: `version-${version}`,
    version,
    fromMonth: '2020-01',
    rules: [{ kind: 'party', months: 12 }],
    by: { memberId: 'office', name: 'Office' },
    atMs: 1,
    requestId: 'earlier',
    schemaVersion: 1,
    ...fields,
  };
}
