import { MOST_CHARACTERS } from '../../contract/limits';
import type { NoticeKind } from '../../domain/notice/kind-names';
import type { Caller } from '../_kit/context';
import { cutWords } from '../_kit/cut-words';
import { derivedId } from '../_store/derived-id';
import type { NoticeContent } from './plan-notice';
import type { StoredSitting, StudyDocument } from '../_store/study/studies';
import { systemNotice } from './system-notice';
import { studyNoticeText } from './study-notices.text';
import { REMIND_BEFORE_MS } from './sitting-to-remind';

type Author = Pick<Caller, 'memberId' | 'name'>;

/** Titles of what a study says by itself; a change of its topic changes them where they stand. */
export const STUDY_TITLES: Readonly<Partial<Record<NoticeKind, (topic: string) => string>>> = {
  'study-published': studyNoticeText.published,
  'study-changed': studyNoticeText.changed,
  'study-cancelled': studyNoticeText.cancelled,
  'study-released': studyNoticeText.released,
  'sitting-reminder': studyNoticeText.reminder,
};

/**
 * What a study can say. Ids follow from the study, its revision and what it says, so that a call
 * that was cut off can be repeated and nobody is told twice.
 */
export function studyMessages(study: StudyDocument, author: Author, lastRequestId: string) {
  const first = [...study.sittings].sort((a, b) => a.startAtMs - b.startAtMs)[0];
  const lastStartAtMs = Math.max(...study.sittings.map(({ startAtMs }) => startAtMs));
  const message = (
    kind: NoticeKind,
    body: string | null,
    given: Partial<NoticeContent> = {},
    ...part: string[]
  ): NoticeContent => ({
    ...systemNotice(kind, author, {
      messageId: derivedId('study', study._id, study.revision, kind, ...part),
      branchId: study.branchId,
      title: STUDY_TITLES[kind]?.(study.topic) ?? study.topic,
      body: body === null ? null : cutWords(body, MOST_CHARACTERS.body),
      page: `packages/study/detail/detail?studyId=${study._id}`,
      about: { kind: 'study', studyId: study._id, startAtMs: study.firstStartAtMs },
      lastRequestId,
      notBeforeAtMs: null,
      deadlineAtMs: lastStartAtMs,
    }),
    ...given,
  });
  return {
    published: () => message('study-published', first === undefined ? null : summary(first, study)),
    changed: (words: string) => message('study-changed', words),
    /** To those whose answer was for another day. */
    askedAgain: (words: string) =>
      message('study-changed', `${studyNoticeText.askedAgain}${words}`, {}, 'asked-again'),
    cancelled: () =>
      message('study-cancelled', study.cancelReason, { deadlineAtMs: study.lastCloseAtMs }),
    /** To those who were told of it and are not asked any more: they cannot open it. */
    released: () => message('study-released', studyNoticeText.noLongerAsked, { page: null }),
    /** @param part tells reminders of one sitting apart */
    reminder: ({ sittingId, startAtMs, place }: StoredSitting, ...part: string[]) =>
      message(
        'sitting-reminder',
        studyNoticeText.sitting(startAtMs, place),
        {
          about: { kind: 'sitting', studyId: study._id, sittingId, startAtMs },
          notBeforeAtMs: startAtMs - REMIND_BEFORE_MS,
          deadlineAtMs: startAtMs,
        },
        sittingId,
        ...part,
      ),
  };
}

function summary({ startAtMs, place }: StoredSitting, { sittings }: StudyDocument): string {
  return sittings.length === 1
    ? studyNoticeText.sitting(startAtMs, place)
    : studyNoticeText.sittings(startAtMs, place, sittings.length);
}
