import { instantOf, localDay } from '../../domain/time/local-day';
import { writeDocuments } from '../../local/world/write-documents';
import { aCountedMonth } from '../builders/star';
import { askAs } from './ask-as';
import type { DemoStage } from './demo-stage';
import { PEOPLE } from './study-steps';

/** The month that the plays are of. */
export const STAR_MONTH = '2026-02';
export const NOMINATIONS_END_MS = instantOf(localDay('2026-03-14'), 20 * 60);

/** The officer has begun the star of February; nominations until Saturday evening. */
export async function begunStar(stage: DemoStage): Promise<void> {
  await askAs(stage, PEOPLE.officer, 'star', 'planStarMonth', {
    month: STAR_MONTH,
    revision: null,
    plan: {
      nominationsUntilAtMs: NOMINATIONS_END_MS,
      meetingAtMs: instantOf(localDay('2026-03-12'), 16 * 60),
      decisionAtMs: instantOf(localDay('2026-03-23'), 16 * 60),
      publicDays: 5,
      bars: ['probationary', 'away', 'newcomer'],
    },
  });
}

/** Somebody puts themselves forward. */
export async function putForward(stage: DemoStage, memberId: string, deeds: string): Promise<void> {
  const evidence = await recordsOf(stage, memberId);
  const input = { month: STAR_MONTH, memberId, deeds, way: 'self', evidence, isNamed: true };
  await askAs(stage, memberId, 'star', 'nominate', input);
}

/** What the nominated may show of their month, up to two records. */
async function recordsOf(stage: DemoStage, memberId: string) {
  const { evidence } = (await askAs(stage, memberId, 'star', 'nominationChoices', {
    month: STAR_MONTH,
    memberId,
  })) as { evidence: readonly { readonly kind: string; readonly id: string }[] };
  return evidence.slice(0, 2).map(({ kind, id }) => ({ kind, id }));
}

/** Somebody nominates a colleague, who is told by whom. */
export async function nominated(
  stage: DemoStage,
  by: string,
  memberId: string,
  deeds: string,
): Promise<void> {
  const input = { month: STAR_MONTH, memberId, deeds, way: 'colleague', evidence: [] };
  await askAs(stage, by, 'star', 'nominate', { ...input, isNamed: true });
}

/** In the branch of this person the poll of the month has chosen them. */
export async function countedStar(
  { cloud }: DemoStage,
  { memberId, name, branchId }: { memberId: string; name: string; branchId: string },
): Promise<void> {
  const star = aCountedMonth(branchId, [{ _id: memberId, name }], { month: STAR_MONTH });
  await writeDocuments(cloud.engine, 'star_months', [star]);
}
