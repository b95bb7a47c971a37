import { api } from '../../contract/api';
import { serve } from '../_kit/serve';
import { findCaller, findCallerOnHotPath } from '../_store/people/callers';
import { dashboard } from './dashboard/dashboard';
import { dashboardLines } from './dashboard/dashboard-lines';
import { dashboardPeople } from './dashboard/dashboard-people';
import { exportMemberRecordBook, exportMyRecordBook } from './export/export-record-book';
import { memberRecordBook, myRecordBook } from './export/record-book';
import { branchOfTarget } from './export/target-member';

export const main = serve(
  api.branch,
  {
    dashboard,
    dashboardLines,
    dashboardPeople,
    myRecordBook,
    memberRecordBook,
    exportMyRecordBook,
    exportMemberRecordBook,
  },
  { findCaller, findCallerOnHotPath, branchOf: { member: branchOfTarget } },
);
