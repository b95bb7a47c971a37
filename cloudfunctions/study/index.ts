import { registerActions } from '../../contract/register';
import { studyActions } from '../../contract/study';
import { studyWritingActions } from '../../contract/study-writing';
import { serve } from '../_kit/serve';
import { findCaller, findCallerOnHotPath } from '../_store/callers';
import { studies } from '../_store/studies';
import { audienceChoices } from './audience-choices';
import { branchStudies } from './branch-studies';
import { cancelStudy } from './cancel-study';
import { changeStudy } from './change-study';
import { checkIn } from './check-in';
import { closeSitting } from './close-sitting';
import { correct } from './correct';
import { markByHand } from './mark-by-hand';
import { admit, myCode } from './member-codes';
import { myAttendance } from './my-attendance';
import { myStudies, today } from './my-studies';
import { presenterCodes } from './presenter-codes';
import { publishStudy } from './publish-study';
import { reply } from './reply';
import { roll } from './roll';
import { saveDraft } from './save-draft';
import { studyDetail } from './study-detail';

export const main = serve(
  { ...studyActions, ...studyWritingActions, ...registerActions },
  {
    today,
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
    admit,
    markByHand,
    closeSitting,
    correct,
    branchStudies,
    audienceChoices,
  },
  {
    findCaller,
    findCallerOnHotPath,
    branchOf: {
      // A study never moves to another branch, so memory cannot be wrong about it.
      study: async (studyId) => (await studies.remembered(studyId))?.branchId ?? null,
    },
  },
);
