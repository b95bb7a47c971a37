import { api } from '../../contract/api';
import { serve } from '../_kit/serve';
import { findCaller, findCallerOnHotPath } from '../_store/people/callers';
import { dashboard } from './dashboard/dashboard';
import { dashboardLines } from './dashboard/dashboard-lines';
import { dashboardPeople } from './dashboard/dashboard-people';
import { officeDashboard } from './dashboard/office-dashboard';
import { peopleToTalkTo } from './dashboard/people-to-talk-to';

export const main = serve(
  api.branch,
  { dashboard, dashboardLines, dashboardPeople, peopleToTalkTo, officeDashboard },
  { findCaller, findCallerOnHotPath, branchOf: {} },
);
