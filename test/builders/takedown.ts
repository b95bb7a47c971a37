import type { TakedownRulesDocument } from '../../cloudfunctions/_store/content/takedown-rules';

/** What the clock writes in its first night; long ago, so that what is old goes. */
export const takedownBegun = (): TakedownRulesDocument =>
  someTakedownRules({ version: 0, rules: [] });

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
