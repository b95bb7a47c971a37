import type { InputOf } from '../../contract/action';
import type { PollDocument } from '../../cloudfunctions/_store/star/poll-document';
import type { StarMonthDocument } from '../../cloudfunctions/_store/star/star-month-document';
import { castBallot, openPoll, poll } from '../../contract/star/ballot';
import { MS_PER_HOUR } from '../../domain/time/local-day';
import { LOCAL_TEMPLATES } from '../../local/world/templates';
import { accountOf } from '../builders/documents';
import { anOrganisation } from '../builders/organisation';
import { aStarMonth } from '../builders/star';
import { plant, stored, deliveriesBesideDuty } from '../builders/stored';
import { phone } from '../client';
import { startTestCloud, TEST_START_MS, type TestCloud } from './test-cloud';

export const MONTH = '2025-02';
export const CANDIDATES = ['alice', 'bob', 'leader'] as const;
/** Of the branch `own`, in the order of ids. */
export const ROLL = [
  'alice',
  'bob',
  'inspector',
  'leader',
  'office',
  'organiser',
  'publicist',
  'secretary',
  'udo',
  'una',
] as const;
/** Those of them who are bound, and so can cast a ballot. */
export const VOTERS = ROLL.filter((id) => !['udo', 'una'].includes(id));
/** Nobody of the organisation follows a rota: six hours after 9:00. */
export const EARLIEST_MS = TEST_START_MS + 6 * MS_PER_HOUR;
export const END_MS = TEST_START_MS + 48 * MS_PER_HOUR;

/** A month whose list is fixed. */
export function aListedMonth(
  branchId: string,
  candidates: readonly string[] = CANDIDATES,
  month = MONTH,
): StarMonthDocument {
  return aStarMonth(branchId, {
    month,
    state: 'listed',
    list: {
      frozenAtMs: TEST_START_MS,
      seed: 'seed',
      candidates: candidates.map((memberId) => ({
        memberId,
        name: `Name ${memberId}`,
        crewName: null,
        deeds: [`what ${memberId} did`],
        evidence: [],
      })),
    },
  });
}

type Opening = InputOf<typeof openPoll>;

/** What an officer sends to open the first poll of MONTH for two days. */
export const anOpening = (opening: Partial<Opening> = {}): Opening => ({
  month: MONTH,
  round: 1,
  choice: { kind: 'up-to', names: 2 },
  electedBy: 'more-than-half',
  tie: 'run-off',
  closesAtMs: END_MS,
  ...opening,
});

/** The functions `star`, `clock` and others with anOrganisation and a listed month, fresh before each test. */
export function usePollWorld(...others: readonly string[]) {
  let started: TestCloud | undefined;
  const cloud = (): TestCloud => {
    if (started === undefined) throw new Error('the cloud starts with the first test');
    return started;
  };
  beforeAll(async () => {
    const functions = ['star', 'clock', ...others];
    started = await startTestCloud({ functions, templates: LOCAL_TEMPLATES });
  });
  beforeEach(async () => {
    await cloud().reset();
    await plant(cloud(), anOrganisation());
    await plant(cloud(), { star_months: [aListedMonth('own')] });
  });
  afterAll(() => started?.stop());

  const of = (memberId: string) => phone(cloud(), accountOf(memberId), memberId);
  const cast = (memberId: string, pollId: string, ...chosen: readonly string[]) =>
    of(memberId).call(castBallot, { pollId, chosen: [...chosen] });
  const tick = () => cloud().host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
  return {
    get cloud() {
      return cloud();
    },
    of,
    nowMs: () => cloud().clock.nowMs(),
    /** Moves the clock without letting it do anything meanwhile. */
    jump: (atMs: number) => {
      cloud().clock.jump(atMs);
    },
    tick,
    tickAt: async (atMs: number) => {
      cloud().clock.jump(atMs);
      await tick();
    },
    /** Opens a poll as the organisation officer does; its id. */
    open: async (opening: Partial<Opening> = {}): Promise<string> =>
      (await of('organiser').get(openPoll, anOpening(opening))).pollId,
    /** As an opening leaves it that died once its poll was written: its month does not know, nobody was asked. */
    openAndDie: async (): Promise<string> => {
      const before = stored(cloud(), 'star_months', `own_${MONTH}`);
      const { pollId } = await of('organiser').get(openPoll, anOpening());
      await plant(cloud(), { star_months: [before] });
      await cloud().engine.write('deliveries', undefined, (all) => ({
        changes: [...all.all()].map((told) => ({ before: told, after: undefined })),
        result: undefined,
      }));
      return pollId;
    },
    cast,
    /** Of everybody who may vote. */
    castAll: async (pollId: string, ...chosen: readonly string[]): Promise<void> => {
      for (const memberId of VOTERS) await cast(memberId, pollId, ...chosen);
    },
    month: () => stored(cloud(), 'star_months', `own_${MONTH}`),
    show: (memberId: string, pollId: string) => of(memberId).get(poll, { pollId }),
    stored: (pollId: string): PollDocument => stored(cloud(), 'polls', pollId),
    plant: (poll: PollDocument) => plant(cloud(), { polls: [poll] }),
    /** What was told and not taken back: kind, to whom. */
    told: () =>
      deliveriesBesideDuty(cloud())
        .filter(({ cancelledAtMs }) => cancelledAtMs === null)
        .map(({ kind, memberIds }) => [kind, memberIds.join()] as const),
    deliveries: () => deliveriesBesideDuty(cloud()),
  };
}
