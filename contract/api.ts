import { auditActions } from './branch/audit';
import { dashboardActions } from './branch/dashboard';
import { ledgerActions } from './branch/ledger';
import { recordBookActions } from './branch/record-book';
import { rosterImportActions } from './branch/roster-import';
import { keepingActions } from './people/keeping';
import { memberActions } from './people/member';
import { rosterActions } from './roster/roster';
import { rotationActions } from './roster/rotations';
import { swapActions } from './roster/swaps';
import { noteReviewingActions } from './note/reviewing';
import { noteWritingActions } from './note/writing';
import { noticeSendingActions } from './notice/sending';
import { notifyActions } from './notice/inbox';
import { makeUpActions } from './study/make-up';
import { registerActions } from './study/register';
import { recurringActions } from './study/recurring';
import { studyActions } from './study/mine';
import { studyPlanningActions } from './study/planning';
import { studyWritingActions } from './study/writing';
import { todayActions } from './today';

/** Every action by function. The client's types, the routers and the authorisation matrix are made from it. */
export const api = {
  member: {
    ...memberActions,
    ...keepingActions,
    ...rosterActions,
    ...swapActions,
    ...rotationActions,
  },
  branch: {
    ...dashboardActions,
    ...ledgerActions,
    ...recordBookActions,
    ...rosterImportActions,
    ...auditActions,
  },
  note: { ...noteWritingActions, ...noteReviewingActions },
  notify: { ...notifyActions, ...noticeSendingActions },
  study: {
    ...todayActions,
    ...studyActions,
    ...studyWritingActions,
    ...studyPlanningActions,
    ...recurringActions,
    ...registerActions,
    ...makeUpActions,
  },
} as const;
