import type { NoticeKind } from '../../../domain/notice/kind-names';
import { collection, command } from '../database';
import { DELIVERIES } from './delivery-document';

const documents = () => collection(DELIVERIES);
const MAKE_UP_KINDS = ['make-up-due', 'make-up-ending'] as const satisfies readonly NoticeKind[];
const standing = { cancelledAtMs: null, isSuperseded: false } as const;

/** What is said and planned about studies. */
export const studyDeliveries = {
  /** Everything that ever was. */
  of: (studyId: string) => documents().find({ 'about.studyId': studyId }),

  /** Reminders of a study's sittings that stand. */
  remindersOf: (studyId: string) =>
    documents().find({ 'about.studyId': studyId, kind: 'sitting-reminder', ...standing }),

  /** What stands of a make-up of the study and names this person. */
  ofMakeUp: (studyId: string, memberId: string) =>
    documents().find({
      'about.studyId': studyId,
      kind: command.in(MAKE_UP_KINDS),
      memberIds: memberId,
      ...standing,
    }),

  /** Takes everything that speaks of a study back but these messages, and what says goodbye. */
  async cancel(
    studyId: string,
    exceptIds: readonly string[],
    cancelledAtMs: number,
  ): Promise<void> {
    await documents().update(
      {
        'about.studyId': studyId,
        cancelledAtMs: null,
        kind: command.neq('study-released'),
        messageId: command.nin(exceptIds),
      },
      { cancelledAtMs },
    );
  },
} as const;
