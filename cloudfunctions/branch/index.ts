import { api } from '../../contract/api';
import { serve } from '../_kit/serve';
import { findCaller, findCallerOnHotPath } from '../_store/people/callers';
import { dashboard } from './dashboard/dashboard';

export const main = serve(
  api.branch,
  { dashboard },
  { findCaller, findCallerOnHotPath, branchOf: {} },
);
