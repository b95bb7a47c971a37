import { demoPeople, demoPerson } from '../../local/world/people';
import { writeDocuments } from '../../local/world/write-documents';
import { localDay } from '../../domain/time/local-day';
import { aPlan, aStarMonth } from '../builders/star';
import { askAs } from './ask-as';
import type { DemoStage } from './demo-stage';
import { PEOPLE } from './study-steps';

export const POLL_MONTH = '2026-02';
export const POLL_BRANCH = demoPerson(PEOPLE.officer);
const { branchId } = POLL_BRANCH;

/** Nobody of the plays is one. */
export const POLL_CANDIDATES = ['yx05', 'yx11', 'yx30', 'yx41'].map(demoPerson);

const DEEDS = [
  '2月14日凌晨巡检，听出给水泵声音不对，先报后查，没让它停。',
  '把 12 条新规画成一张图，贴在每个值的班前会上。',
  '带两个徒弟把 46 个测点重新核了一遍。',
  '春节替三位同事顶了班，学习没落下。',
];

/** The star of a month whose list is fixed, as nominations leave it. */
export async function listedStar(
  { cloud }: DemoStage,
  month = POLL_MONTH,
  people = POLL_CANDIDATES,
): Promise<void> {
  const nowMs = cloud.clock.nowMs();
  const { memberId, name } = demoPerson(PEOPLE.officer);
  await writeDocuments(cloud.engine, 'star_months', [
    aStarMonth(branchId, {
      month,
      state: 'listed',
      plan: aPlan({ nominationsUntilAtMs: nowMs, meetingAtMs: null, decisionAtMs: null }),
      begunBy: { memberId, name },
      begunAtMs: nowMs,
      list: {
        frozenAtMs: nowMs,
        seed: 'a seed',
        candidates: people.map((person, index) => ({
          memberId: person.memberId,
          name: person.name,
          crewName: person.crewName,
          deeds: DEEDS.slice(index, index + 1),
          evidence: [{ kind: 'note', title: '缺陷单和交接班记录', day: localDay(`${month}-14`) }],
        })),
      },
      changedAtMs: nowMs,
    }),
  ]);
}

/** An open poll, as the officer opens it; its id. */
export async function openedPoll(
  stage: DemoStage,
  month = POLL_MONTH,
  days = 3,
  terms: object = {},
): Promise<string> {
  await listedStar(stage, month);
  const opened = (await askAs(stage, PEOPLE.officer, 'star', 'openPoll', {
    month,
    round: 1,
    choice: { kind: 'up-to', names: 2 },
    electedBy: 'more-than-half',
    tie: 'run-off',
    closesAtMs: stage.cloud.clock.nowMs() + days * 24 * 3_600_000,
    ...terms,
  })) as { pollId: string };
  return opened.pollId;
}

/** So many people cast a ballot for the first, and every third for the second as well. */
export async function castBy(
  stage: DemoStage,
  pollId: string,
  count: number,
  but: readonly string[] = [],
): Promise<void> {
  const [first, second] = POLL_CANDIDATES.map(({ memberId }) => memberId);
  const isBound = ({ memberId, openId }: (typeof demoPeople)[number]) =>
    stage.cloud.engine.collection('members').get(memberId)?.document['account'] === openId;
  const people = demoPeople
    .filter((person) => person.branchId === branchId && person.roles.includes('member'))
    .filter((person) => isBound(person) && !but.includes(person.memberId))
    .slice(0, count);
  for (const [index, { memberId }] of people.entries()) {
    const chosen = index % 3 === 0 ? [first, second] : [first];
    await askAs(stage, memberId, 'star', 'castBallot', { pollId, chosen });
  }
}
