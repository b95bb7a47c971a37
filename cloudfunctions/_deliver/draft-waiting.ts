import { derivedId } from '../_store/derived-id';
import type { StudyDocument } from '../_store/study/studies';
import { draftWaitingText } from './draft-waiting.text';
import type { NoticeContent } from './plan-notice';
import { systemNotice } from './system-notice';

/** Of the message that a draft of this study waits; the one who publishes it takes it back. */
export const draftWaitingId = (studyId: string): string => derivedId('draft-waiting', studyId);

/** To the officers who publish: the clock has made a draft, which they look at. docs/rules.md#R-97 */
export function draftWaiting(study: StudyDocument): NoticeContent {
  const { _id, branchId, topic, sittings, firstStartAtMs, createdBy, lastRequestId } = study;
  return systemNotice('draft-waiting', createdBy, {
    messageId: draftWaitingId(_id),
    branchId,
    title: draftWaitingText.title(topic),
    body: draftWaitingText.body(sittings.length, firstStartAtMs),
    page: `packages/study-office/edit-study/edit-study?studyId=${_id}`,
    about: null,
    lastRequestId,
    notBeforeAtMs: null,
    deadlineAtMs: firstStartAtMs,
  });
}
