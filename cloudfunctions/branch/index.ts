import { api } from '../../contract/api';
import { serve } from '../_kit/serve';
import { findCaller, findCallerOnHotPath } from '../_store/people/callers';
import { dashboard } from './dashboard/dashboard';
import { dashboardLines } from './dashboard/dashboard-lines';
import { dashboardPeople } from './dashboard/dashboard-people';
import { officeDashboard } from './dashboard/office-dashboard';
import { peopleToTalkTo } from './dashboard/people-to-talk-to';
import { exportMemberRecordBook, exportMyRecordBook } from './export/export-record-book';
import { memberRecordBook, myRecordBook } from './export/record-book';
import { branchOfTarget } from './export/target-member';
import { whoLooked } from './export/who-looked';
import { applyRoster } from './import/apply-roster';
import { checkRoster } from './import/check-roster';
import { sendRosterPiece } from './import/pieces';
import { rosterTemplate } from './import/roster-template';
import { ledger } from './ledger/ledger';

export const main = serve(
  api.branch,
  {
    dashboard,
    dashboardLines,
    dashboardPeople,
    peopleToTalkTo,
    officeDashboard,
    ledger,
    myRecordBook,
    memberRecordBook,
    exportMyRecordBook,
    exportMemberRecordBook,
    rosterTemplate,
    sendRosterPiece,
    checkRoster,
    applyRoster,
    whoLooked,
  },
  { findCaller, findCallerOnHotPath, branchOf: { member: branchOfTarget } },
);
