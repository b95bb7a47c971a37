import { resolve } from 'node:path';
import { begunMonth } from '../../cloudfunctions/_store/star/begun-month';
import type { PollDocument } from '../../cloudfunctions/_store/star/poll-document';
import type { StarMonthDocument } from '../../cloudfunctions/_store/star/star-month-document';
import { schema } from '../../cloudfunctions/_store/schema';
import type { CallReply, InputOf, OutputOf } from '../../contract/action';
import { castBallot, closePoll, openPoll } from '../../contract/star/ballot';
import { instantOf, localDay, MS_PER_DAY } from '../../domain/time/local-day';
import { startLocalCloud } from '../../local/cloud/start-local-cloud';
import { worldAt } from '../../local/world/seed-world';
import { writeDocuments } from '../../local/world/write-documents';
import { buildFunctions } from '../build-functions';
import type { Figure } from '../bench';

const POLLS = 200;
/** Of a branch; each has five polls. */
const VOTERS = 50;
const POLLS_EACH = 5;
/** People in a row who meet in one poll. */
const TOGETHER = 10;
const CALLERS = 32;
const CANDIDATES = 4;
/** Who opens and closes a poll does not stand in it. docs/rules.md#R-284 */
const SECRETARY = CANDIDATES;
const NOW_MS = instantOf(localDay('2026-03-11'), 10 * 60 + 12);

const branchOf = (poll: number) => `bench-${Math.floor(poll / POLLS_EACH)}`;
const voterOf = (poll: number, index: number) => `${branchOf(poll)}-${index}`;
const monthOf = (poll: number) => `2030-0${(poll % POLLS_EACH) + 1}`;

/**
 * Ballots per second and the slowest hundredth: 32 callers, 200 polls of 50 people, so that some meet
 * in one poll. Throws when one is not counted, or twice.
 */
export async function run(): Promise<Figure[]> {
  await buildFunctions({ outDir: 'dist/cloudfunctions', only: ['star'] });
  const cloud = await startLocalCloud({
    schema,
    functionsDir: resolve('dist/cloudfunctions'),
    rcFile: 'cloudbaserc.json',
    functions: ['star'],
    startAtMs: NOW_MS,
    log: () => undefined,
  });
  const call = async (openId: string, action: string, input: object): Promise<unknown> => {
    const requestId = `${action}-${openId}`;
    const data = { action, input, requestId, clientVersion: '0.3.0' };
    const reply = (await cloud.call('star', data, { openId })) as CallReply;
    if (!reply.ok) throw new Error(`${action}: ${reply.code}`);
    return reply.output;
  };
  try {
    await writeBranches(cloud);
    await cloud.host.warm();
    const pollIds: string[] = [];
    for (let poll = 0; poll < POLLS; poll += 1) {
      const opening: InputOf<typeof openPoll> = {
        month: monthOf(poll),
        round: 1,
        choice: { kind: 'up-to', names: 2 },
        electedBy: 'most-votes',
        tie: 'lot',
        closesAtMs: NOW_MS + 3 * MS_PER_DAY,
      };
      const opened = await call(voterOf(poll, SECRETARY), openPoll.name, opening);
      pollIds.push((opened as OutputOf<typeof openPoll>).pollId);
    }
    const cast = pollIds.map(() => new Array<number>(CANDIDATES).fill(0));
    const takenMs: number[] = [];
    const ballots = POLLS * VOTERS;
    let next = 0;
    const startedAt = performance.now();
    await Promise.all(
      Array.from({ length: CALLERS }, async () => {
        for (let at = next++; at < ballots; at = next++) {
          const poll = Math.floor(at / TOGETHER) % POLLS;
          const voter = (at % TOGETHER) + TOGETHER * Math.floor(at / (TOGETHER * POLLS));
          const chosen = [at % CANDIDATES, (at * 7 + 1) % CANDIDATES].slice(0, at % 3);
          const names = [...new Set(chosen)];
          const before = performance.now();
          await call(voterOf(poll, voter), castBallot.name, {
            pollId: pollIds[poll] ?? '',
            chosen: names.map((name) => voterOf(poll, name)),
          });
          takenMs.push(performance.now() - before);
          const votes = cast[poll] ?? [];
          for (const name of names) votes[name] = (votes[name] ?? 0) + 1;
        }
      }),
    );
    const seconds = (performance.now() - startedAt) / 1000;
    cloud.clock.jump(NOW_MS + 2 * MS_PER_DAY);
    for (const [poll, pollId] of pollIds.entries()) {
      await call(voterOf(poll, SECRETARY), closePoll.name, { pollId });
      const stored = cloud.engine.collection('polls').get(pollId)?.document;
      const { result } = stored as unknown as PollDocument;
      const expected = { votes: cast[poll], ballots: VOTERS };
      const { votes, ballots: counted } = result?.figures ?? {};
      if (JSON.stringify({ votes, ballots: counted }) !== JSON.stringify(expected)) {
        throw new Error(`poll ${poll} was counted wrongly`);
      }
    }
    takenMs.sort((a, b) => a - b);
    return [
      {
        name: `ballots with ${CALLERS} callers on ${POLLS} polls, all counted once`,
        value: Math.round(takenMs.length / seconds),
        unit: 'per second',
      },
      { name: 'ballots', value: takenMs.length, unit: 'ballots' },
      { name: 'ballot, median', value: round(takenMs[takenMs.length / 2]), unit: 'ms' },
      { name: 'ballot, p99', value: round(takenMs[Math.floor(takenMs.length * 0.99)]), unit: 'ms' },
    ];
  } finally {
    await cloud.stop();
  }
}

const round = (ms = Number.NaN): number => Math.round(ms * 10) / 10;

/** Branches with a crowd of bound members, and a month with a list for each poll. */
async function writeBranches({
  engine,
}: Awaited<ReturnType<typeof startLocalCloud>>): Promise<void> {
  const world = worldAt(NOW_MS);
  const [branch] = world.branches;
  const [member] = world.members;
  if (branch === undefined || member === undefined) throw new Error('the demo has nobody');
  const polls = Array.from({ length: POLLS }, (_, poll) => poll);
  const ofBranches = polls.filter((poll) => poll % POLLS_EACH === 0);
  const people = ofBranches.flatMap((poll) =>
    Array.from({ length: VOTERS }, (_, at) => {
      const id = voterOf(poll, at);
      const roles = at === SECRETARY ? ['member', 'secretary'] : ['member'];
      const place = { branchId: branchOf(poll), groupId: null, leftDay: null, roles };
      return { ...member, ...place, _id: id, staffNumber: id, account: id };
    }),
  );
  const months = polls.map((poll): StarMonthDocument => ({
    ...begunMonth({
      branchId: branchOf(poll),
      month: monthOf(poll),
      plan: {
        nominationsUntilAtMs: NOW_MS,
        meetingAtMs: null,
        decisionAtMs: null,
        publicDays: 5,
        bars: [],
      },
      begunBy: { memberId: voterOf(poll, SECRETARY), name: 'somebody' },
      begunAtMs: NOW_MS,
    }),
    state: 'listed',
    list: {
      frozenAtMs: NOW_MS,
      seed: 'seed',
      candidates: Array.from({ length: CANDIDATES }, (_, at) => {
        const memberId = voterOf(poll, at);
        return { memberId, name: memberId, crewName: null, deeds: [], evidence: [] };
      }),
    },
  }));
  await writeDocuments(
    engine,
    'branches',
    ofBranches.map((poll) => ({ ...branch, _id: branchOf(poll) })),
  );
  await writeDocuments(engine, 'rotations', world.rotations);
  await writeDocuments(engine, 'members', people);
  await writeDocuments(engine, 'star_months', months);
}
