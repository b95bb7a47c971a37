import { performance } from 'node:perf_hooks';
import { MS_PER_DAY } from '../../../domain/time/local-day';
import { tellOfOpening } from '../../_deliver/tell-of-sheet';
import { assessments, type AssessmentDocument } from '../../_store/star/assessments';
import { standards } from '../../_store/star/standards';
import { countBranch } from '../assessing/count-branch';
import { openMonths } from '../assessing/open-months';
import { settleBranch } from '../assessing/settle-branch';
import { tellAppealsLeft } from '../assessing/tell-appeals-left';
import type { Job } from '../job';

/** In one run. */
const MOST_BRANCHES = 10;

/**
 * Opens the sheets of the month that is over, counts them again once a day and after a late correction,
 * and settles what is left when the last term is over. Whatever day it comes, each part is done in its
 * order; counts branches. docs/rules.md#R-188, docs/rules.md#R-191, docs/rules.md#R-196
 */
export const assessMonths: Job = async ({ nowMs, stopAtMs }) => {
  await openMonths(nowMs());
  const { documents } = await assessments.due(nowMs(), MOST_BRANCHES);
  let count = 0;
  for (const assessment of documents) {
    if (performance.now() >= stopAtMs) break;
    await assess(assessment, nowMs());
    count += 1;
  }
  return count;
};

async function assess(assessment: AssessmentDocument, nowMs: number): Promise<void> {
  const { terms, branchId } = assessment;
  const isOpening = assessment.sheets === null;
  const isOver = nowMs >= terms.answersUntilMs;
  if (!isOpening && isOver) {
    await settleBranch(assessment, nowMs);
    await assessments.looked(assessment, { finalAtMs: terms.answersUntilMs }, null);
    return;
  }
  const counted = await countBranch(assessment, isOpening, nowMs);
  const own = counted.sheets.filter((sheet) => sheet.branchId === branchId);
  const assessed = own.filter(({ setApart }) => setApart === null);
  if (isOpening) {
    const ids = new Set(assessed.map(({ memberId }) => memberId));
    const people = counted.people.filter(({ _id }) => ids.has(_id));
    const markers = counted.people.filter(({ roles }) =>
      roles.some((role) => role === 'group-leader' || role === 'secretary'),
    );
    await tellOfOpening(assessment, people, markers, counted.organisation, nowMs);
  }
  if (!isOpening) {
    await tellAppealsLeft(own, await standards.byId(assessment.standardId), nowMs);
  }
  const numbers = { assessed: assessed.length, setApart: own.length - assessed.length };
  const next = Math.min(nowMs + MS_PER_DAY, terms.answersUntilMs);
  await assessments.looked(assessment, { sheets: numbers }, next);
}
