import { api } from '../../contract/api';
import { serve } from '../_kit/serve';
import { findCaller, rememberedCaller } from '../_store/people/callers';
import { studies } from '../_store/study/studies';
import { answerMakeUp } from './make-up/answer-make-up';
import { makeUpContent, saveMakeUpContent } from './make-up/content';
import { makeUpsOf } from './make-up/make-ups-of';
import { makeUp } from './make-up/my-make-up';
import { noteMakeUp } from './make-up/note-make-up';
import { openMakeUp } from './make-up/open-make-up';
import { audienceChoices } from './writing/audience-choices';
import { branchStudies } from './writing/branch-studies';
import { cancelStudy } from './writing/cancel-study';
import { changeStudy } from './writing/change-study';
import { checkIn } from './check-in/check-in';
import { answerLeave } from './register/answer-leave';
import { closeSitting } from './register/close-sitting';
import { correct } from './register/correct';
import { exportRegister } from './register/export-register';
import { markByHand } from './register/mark-by-hand';
import { admit, myCode, whoseCode } from './check-in/member-codes';
import { myAttendance } from './mine/my-attendance';
import { planSittings } from './planning/plan-sittings';
import { previewPublication } from './planning/preview-publication';
import { myStudies } from './mine/my-studies';
import { presenterCodes } from './check-in/presenter-codes';
import { publishStudy } from './writing/publish-study';
import { endRecurring, recurringStudies } from './recurring/recurring-studies';
import { saveRecurring } from './recurring/save-recurring';
import { reply } from './mine/reply';
import { search } from './search/search';
import { openLine } from './register/open-line';
import { roll } from './register/roll';
import { saveDraft } from './writing/save-draft';
import { studyDetail } from './mine/study-detail';
import { today } from './today/today';
import { waitsForMe } from './today/waits-for-me';

export const main = serve(
  api.study,
  {
    today,
    waitsForMe,
    search,
    myStudies,
    studyDetail,
    reply,
    checkIn,
    myCode,
    myAttendance,
    saveDraft,
    publishStudy,
    changeStudy,
    cancelStudy,
    presenterCodes,
    roll,
    openLine,
    whoseCode,
    admit,
    markByHand,
    closeSitting,
    correct,
    answerLeave,
    exportRegister,
    branchStudies,
    audienceChoices,
    planSittings,
    previewPublication,
    saveRecurring,
    recurringStudies,
    endRecurring,
    makeUp,
    answerMakeUp,
    noteMakeUp,
    makeUpContent,
    saveMakeUpContent,
    makeUpsOf,
    openMakeUp,
  },
  {
    findCaller,
    rememberedCaller,
    branchOf: {
      // A study never moves to another branch, so memory cannot be wrong about it.
      study: async (studyId) => (await studies.remembered(studyId))?.branchId ?? null,
    },
  },
);
