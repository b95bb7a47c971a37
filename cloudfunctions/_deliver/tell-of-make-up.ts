import { MS_PER_DAY, MS_PER_MINUTE } from '../../domain/time/local-day';
import { studyDeliveries } from '../_store/delivery/study-deliveries';
import { derivedId } from '../_store/derived-id';
import type { Member } from '../_store/people/member-document';
import type { Rotas } from '../_store/people/organisation';
import type { MakeUp } from '../_store/study/attendance-document';
import type { StudyDocument } from '../_store/study/studies';
import { deliver } from './deliver';
import { makeUpNoticeText } from './make-up-notices.text';
import { releasePeople } from './release-people';
import { systemNotice } from './system-notice';

type Term = Pick<MakeUp, 'startsAtMs' | 'untilAtMs'>;

interface Told {
  readonly body: string;
  /** Tells this message apart from that to all others of the term; absent: that one. */
  readonly part?: string;
}

/**
 * Tells these people that they can make up a study in this term, and plans the word of its last day.
 * Ids follow from study, term and part, so that it can be repeated and nobody is told twice.
 * docs/rules.md#R-107
 */
export async function tellOfMakeUp(
  study: StudyDocument,
  { startsAtMs, untilAtMs }: Term,
  people: readonly Member[],
  rotas: Pick<Rotas, 'scheduleOf'>,
  nowMs: number,
  { body, part = '' }: Told = { body: makeUpNoticeText.dueBody(untilAtMs) },
): Promise<void> {
  const common = {
    branchId: study.branchId,
    page: makeUpPage(study._id),
    about: { kind: 'make-up' as const, studyId: study._id, untilAtMs },
    // 23:59 of the last day: 0:00 of the next one would be read as a day more.
    deadlineAtMs: untilAtMs - MS_PER_MINUTE,
    lastRequestId: study.lastRequestId,
  };
  const due = systemNotice('make-up-due', study.createdBy, {
    ...common,
    messageId: derivedId('make-up-due', study._id, startsAtMs, untilAtMs, part),
    title: makeUpNoticeText.due(study.topic),
    body,
    notBeforeAtMs: startsAtMs > nowMs ? startsAtMs : null,
  });
  const ending = systemNotice('make-up-ending', study.createdBy, {
    ...common,
    messageId: derivedId('make-up-ending', study._id, startsAtMs, untilAtMs, part),
    title: makeUpNoticeText.ending(study.topic),
    body: makeUpNoticeText.endingBody,
    notBeforeAtMs: untilAtMs - MS_PER_DAY,
  });
  // Each counts for the day of the next. One whose last day has begun has just been told.
  const messages = untilAtMs - MS_PER_DAY > nowMs ? [due, ending] : [due];
  for (const message of messages) {
    await deliver(message, people, nowMs, rotas);
  }
}

/**
 * Takes what was said of a make-up back from one person: it is done, or ends at another instant, of
 * which `butUntilAtMs` is spoken already.
 */
export async function takeMakeUpBack(
  studyId: string,
  memberId: string,
  butUntilAtMs?: number,
): Promise<void> {
  const documents = await studyDeliveries.ofMakeUp(studyId, memberId);
  for (const document of documents) {
    const { about } = document;
    if (about?.kind === 'make-up' && about.untilAtMs === butUntilAtMs) continue;
    await releasePeople(document, [memberId]);
  }
}

const makeUpPage = (studyId: string): string => `packages/study/make-up/make-up?studyId=${studyId}`;
