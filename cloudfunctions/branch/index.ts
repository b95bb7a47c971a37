import { api } from '../../contract/api';
import { serve } from '../_kit/serve';
import { findCaller, rememberedCaller } from '../_store/people/callers';
import { studies } from '../_store/study/studies';
import { dashboard } from './dashboard/dashboard';
import { dashboardLines } from './dashboard/dashboard-lines';
import { dashboardMakeUps } from './dashboard/dashboard-make-ups';
import { dashboardPeople } from './dashboard/dashboard-people';
import { officeDashboard } from './dashboard/office-dashboard';
import { peopleToTalkTo } from './dashboard/people-to-talk-to';
import { exportDashboard } from './export/export-dashboard';
import { exportLedger } from './export/export-ledger';
import { exportMemberRecordBook, exportMyRecordBook } from './export/export-record-book';
import { memberRecordBook, myRecordBook } from './export/record-book';
import { branchOfTarget, targetMembers } from '../_store/people/target-member';
import { whoLooked } from './export/who-looked';
import { applyRoster } from './import/apply-roster';
import { checkRoster } from './import/check-roster';
import { exportRosterProblems } from './import/export-roster-problems';
import { sendRosterPiece } from './import/pieces';
import { rosterTemplate } from './import/roster-template';
import { ledger } from './ledger/ledger';
import { exportMinutes, minutes, saveMinutes } from './ledger/minutes';
import { notReachedMessages } from './not-reached/not-reached-messages';
import { notReachedPeople } from './not-reached/not-reached-people';
import { officeNotReached } from './not-reached/office-not-reached';
import { norms, saveNorms } from './norms/norms';
import { paperStyles, savePaperStyle } from './papers/paper-styles';

export const main = serve(
  api.branch,
  {
    dashboard,
    dashboardLines,
    dashboardPeople,
    dashboardMakeUps,
    peopleToTalkTo,
    officeDashboard,
    notReachedPeople,
    notReachedMessages,
    officeNotReached,
    exportDashboard,
    ledger,
    exportLedger,
    minutes,
    saveMinutes,
    exportMinutes,
    paperStyles,
    savePaperStyle,
    norms,
    saveNorms,
    myRecordBook,
    memberRecordBook,
    exportMyRecordBook,
    exportMemberRecordBook,
    rosterTemplate,
    sendRosterPiece,
    checkRoster,
    exportRosterProblems,
    applyRoster,
    whoLooked,
  },
  {
    findCaller,
    rememberedCaller,
    findCallerBeside: { member: targetMembers.findCaller },
    branchOf: {
      member: branchOfTarget,
      // A study never moves to another branch, so memory cannot be wrong about it.
      study: async (studyId) => (await studies.remembered(studyId))?.branchId ?? null,
    },
  },
);
