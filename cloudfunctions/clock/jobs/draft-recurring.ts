import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { StudyDraft } from '../../../contract/study/study-shapes';
import { holdsOneOf, ROSTER_KEEPERS } from '../../../contract/roles';
import { isAsked } from '../../../domain/people/audience';
import { endOfSitting, type SittingWish } from '../../../domain/study/candidate-starts';
import { draftAtMs, wishOfMonth } from '../../../domain/study/recurring';
import { usualSitting } from '../../../domain/study/sitting';
import { sittingsFor } from '../../../domain/study/sittings-for';
import { dayOfInstant, instantOf, monthBeside } from '../../../domain/time/local-day';
import { deliver } from '../../_deliver/deliver';
import { draftWaiting } from '../../_deliver/draft-waiting';
import { derivedId } from '../../_store/derived-id';
import { branches, type BranchDocument } from '../../_store/people/branches';
import { bySchedule } from '../../_store/people/by-schedule';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { readRotas, type Rotas } from '../../_store/people/organisation';
import { personOn } from '../../_store/people/person-on';
import { newDraft } from '../../_store/study/draft-fields';
import { otherSittings, type OtherSittings } from '../../_store/study/other-sittings';
import { recurringStudies, type RecurringStudy } from '../../_store/study/recurring-studies';
import { studies } from '../../_store/study/studies';
import type { Job } from '../job';

const MOST_BRANCHES = 20;

interface Branch {
  readonly branch: BranchDocument;
  readonly people: readonly Member[];
  readonly rotas: Rotas;
}

/**
 * Makes the drafts of what branches hold every month, with the sittings that serve everybody as rotas
 * and leave are now, and tells the officers who publish. Ids follow from study and month, so that a
 * run that was cut off can be repeated. Counts drafts. docs/rules.md#R-97
 */
export const draftRecurring: Job = async ({ nowMs, stopAtMs }) => {
  const found = await recurringStudies.due(nowMs(), MOST_BRANCHES);
  if (found.length === 0) return 0;
  const rotas = await readRotas();
  let count = 0;
  for (const { _id, recurring } of found) {
    if (performance.now() >= stopAtMs) break;
    const [branch, people] = await Promise.all([branches.byId(_id), members.ofBranch(_id)]);
    const due = recurring.filter(({ nextDraftAtMs }) => nextDraftAtMs <= nowMs());
    for (const one of due) {
      if (branch === null) break;
      if (await makeDraft(one, { branch, people, rotas }, nowMs())) count += 1;
    }
    await recurringStudies.change(_id, (now) => now.map((one) => aheadOf(one, due)));
  }
  return count;
};

/** Whether there was one to make: not when the days of its month are over, nor for nobody. */
async function makeDraft(
  recurring: RecurringStudy,
  { branch, people, rotas }: Branch,
  nowMs: number,
): Promise<boolean> {
  const day = dayOfInstant(nowMs);
  const asking = { branchId: branch._id, audience: recurring.audience };
  const asked = people.filter((member) => isAsked(asking, personOn(member, day), day));
  const wish = wishOfMonth(recurring, recurring.nextMonth, nowMs);
  if (wish === null || asked.length === 0) return false;
  const studyId = derivedId('recurring', recurring.recurringId, recurring.nextMonth);
  const others = await othersDuring(wish, studyId, rotas, nowMs);
  const { startsAtMs } = sittingsFor(
    recurring.kind,
    bySchedule(asked, rotas, others),
    { ...wish, taken: others.at(recurring.place) },
    nowMs,
  );
  // Where nobody can come the officer gets a draft all the same, and sees that nobody can.
  const starts = startsAtMs.length > 0 ? startsAtMs : [instantOf(wish.fromDay, wish.startMinute)];
  const study = newDraft(
    studyId,
    draftOf(recurring, starts),
    {
      branchId: branch._id,
      branchName: branch.name,
      createdBy: recurring.createdBy,
      createdAtMs: nowMs,
      lastRequestId: '',
    },
    () => randomBytes(24).toString('hex'),
  );
  await studies.insertIfAbsent(study);
  const officers = people.filter(({ roles }) => holdsOneOf(roles, ROSTER_KEEPERS));
  await deliver(draftWaiting(study), officers, nowMs, rotas);
  return true;
}

/**
 * What is held on the days of a wish by any branch, also what is only a draft yet, such as those made
 * a moment ago; as if nobody had chosen a sitting, which they still may. docs/rules.md#R-148
 */
async function othersDuring(
  { fromDay, toDay }: SittingWish,
  studyId: string,
  rotas: Rotas,
  nowMs: number,
): Promise<OtherSittings> {
  const interval = { startAtMs: instantOf(fromDay, 0), endAtMs: instantOf(toDay, 0) };
  const planned = await studies.plannedDuring(interval);
  const others = planned.filter(({ _id }) => _id !== studyId);
  return otherSittings({ studies: others, answered: [], interval }, rotas, nowMs);
}

function draftOf(recurring: RecurringStudy, startsAtMs: readonly number[]): StudyDraft {
  const { topic, why, kind, minutes, audience, place } = recurring;
  return {
    topic,
    ...(why !== null && { why }),
    kind,
    minutes,
    audience,
    materials: [],
    sittings: startsAtMs.map((startAtMs, index) => ({
      sittingId: `sitting-${index + 1}`,
      place,
      ...usualSitting(startAtMs, endOfSitting(startAtMs, recurring)),
    })),
  };
}

/** With the month after, where it is one of those that were due. */
function aheadOf(one: RecurringStudy, due: readonly RecurringStudy[]): RecurringStudy {
  const isDone = due.some(
    ({ recurringId, nextMonth }) => recurringId === one.recurringId && nextMonth === one.nextMonth,
  );
  if (!isDone) return one;
  const nextMonth = monthBeside(one.nextMonth, 1);
  return { ...one, nextMonth, nextDraftAtMs: draftAtMs(one, nextMonth) };
}
