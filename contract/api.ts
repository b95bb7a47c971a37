import { auditActions } from './branch/audit';
import { dashboardActions } from './branch/dashboard';
import { ledgerActions } from './branch/ledger';
import { minutesActions } from './branch/minutes';
import { normsActions } from './branch/norms';
import { notReachedActions } from './branch/not-reached';
import { paperStyleActions } from './branch/paper-style';
import { recordBookActions } from './branch/record-book';
import { rosterImportActions } from './branch/roster-import';
import { answeringActions } from './content/answering';
import { raisingActions } from './content/raising';
import { channelEditingActions } from './content/channel-editing';
import { channelReadingActions } from './content/channel-reading';
import { commentActions } from './content/comments';
import { commentatorActions } from './content/commentators';
import { dutyActions } from './content/duty';
import { contestTakingActions } from './content/contest';
import { contestWritingActions } from './content/contest-writing';
import { lectureActions } from './content/lectures';
import { lectureWritingActions } from './content/lecture-writing';
import { questionBankActions } from './content/question-bank';
import { coverageActions } from './content/coverage';
import { preShiftActions } from './content/pre-shift';
import { takedownActions } from './content/takedown';
import { libraryActions } from './content/library';
import { dataAskActions } from './people/data-asks';
import { keepingActions } from './people/keeping';
import { keptYearsActions } from './people/kept-years';
import { memberActions } from './people/member';
import { myRecordsActions } from './people/my-records';
import { rosterActions } from './roster/roster';
import { rotationActions } from './roster/rotations';
import { swapActions } from './roster/swaps';
import { noteExchangeActions } from './note/exchange';
import { noteReviewingActions } from './note/reviewing';
import { noteWritingActions } from './note/writing';
import { noticeSendingActions } from './notice/sending';
import { acknowledgeActions } from './notice/acknowledge';
import { inboxActions } from './notice/inbox';
import { preferenceActions } from './notice/preferences';
import { ballotActions } from './star/ballot';
import { assessmentActions } from './star/assessment';
import { reviewActions } from './star/reviews';
import { standardActions } from './star/standards';
import { afterVoteActions } from './star/after';
import { starMeetingActions } from './star/meeting';
import { nominationActions } from './star/nomination';
import { starMonthActions } from './star/month';
import { makeUpActions } from './study/make-up';
import { registerActions } from './study/register';
import { recurringActions } from './study/recurring';
import { studyActions } from './study/mine';
import { studyPlanningActions } from './study/planning';
import { studyWritingActions } from './study/writing';
import { searchActions } from './search';
import { todayActions } from './today';
import { waitsActions } from './waits-for-me';

/** Every action by function. The client's types, the routers and the authorisation matrix are made from it. */
export const api = {
  member: {
    ...memberActions,
    ...myRecordsActions,
    ...keepingActions,
    ...dataAskActions,
    ...keptYearsActions,
    ...rosterActions,
    ...swapActions,
    ...rotationActions,
  },
  branch: {
    ...dashboardActions,
    ...notReachedActions,
    ...ledgerActions,
    ...minutesActions,
    ...paperStyleActions,
    ...normsActions,
    ...recordBookActions,
    ...rosterImportActions,
    ...auditActions,
  },
  note: { ...noteWritingActions, ...noteExchangeActions, ...noteReviewingActions },
  content: {
    ...channelReadingActions,
    ...preShiftActions,
    ...coverageActions,
    ...channelEditingActions,
    ...commentActions,
    ...commentatorActions,
    ...dutyActions,
    ...takedownActions,
    ...raisingActions,
    ...answeringActions,
    ...libraryActions,
    ...contestTakingActions,
    ...contestWritingActions,
    ...lectureActions,
    ...lectureWritingActions,
    ...questionBankActions,
  },
  star: {
    ...starMonthActions,
    ...ballotActions,
    ...assessmentActions,
    ...standardActions,
    ...reviewActions,
    ...nominationActions,
    ...starMeetingActions,
    ...afterVoteActions,
  },
  notify: { ...inboxActions, ...acknowledgeActions, ...preferenceActions, ...noticeSendingActions },
  study: {
    ...todayActions,
    ...waitsActions,
    ...searchActions,
    ...studyActions,
    ...studyWritingActions,
    ...studyPlanningActions,
    ...recurringActions,
    ...registerActions,
    ...makeUpActions,
  },
} as const;
