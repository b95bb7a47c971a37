import { readFileSync } from 'node:fs';
import { emptyBox } from '../../cloudfunctions/_store/star/ballot-box';
import type { PollDocument } from '../../cloudfunctions/_store/star/poll-document';
import { DEFAULT_POLL_RULES } from '../../domain/star/ballot/poll-rules';
import { MS_PER_DAY } from '../../domain/time/local-day';
import { TEST_START_MS } from '../worlds/test-cloud';

const BY = { memberId: 'organiser', name: 'Name organiser' };

/** The secret that functions of the local cloud have. */
export function useLocalSecret(): void {
  const { functions } = JSON.parse(readFileSync('cloudbaserc.json', 'utf8')) as {
    readonly functions: readonly { readonly envVariables: Readonly<Record<string, string>> }[];
  };
  const secret = functions.map(({ envVariables }) => envVariables['BALLOT_SECRET']).find(Boolean);
  process.env['BALLOT_SECRET'] ??= secret;
}

/** Open since a day before TEST_START_MS for two days more, of December 2024, between two, with an empty box. */
export function aPoll(
  pollId: string,
  branchId: string,
  roll: readonly string[],
  changes: Partial<PollDocument> = {},
): PollDocument {
  useLocalSecret();
  const poll = {
    _id: pollId,
    branchId,
    month: '2024-12',
    round: 1,
    candidates: ['first', 'second'].map((memberId) => ({
      memberId,
      name: `Name ${memberId}`,
      crewName: null,
      serviceDay: null,
      withdrawn: null,
    })),
    rules: {
      ...DEFAULT_POLL_RULES,
      choice: { kind: 'up-to' as const, names: 1 },
      electedBy: 'more-than-half' as const,
      tie: 'run-off' as const,
    },
    lotSeed: 'lot',
    crewIds: [null],
    roll: [...roll].sort(),
    sealVersion: 2 as const,
    openedAtMs: TEST_START_MS - MS_PER_DAY,
    openedBy: BY,
    closesAtMs: TEST_START_MS + 2 * MS_PER_DAY,
    gaps: [],
    extensions: [],
    state: 'open' as const,
    closed: null,
    cancelled: null,
    result: null,
    schemaVersion: 3 as const,
  };
  return { ...poll, box: emptyBox(poll), ...changes };
}
