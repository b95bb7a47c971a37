import { memberActions } from '../../contract/member';
import { serve } from '../_kit/serve';
import { findCaller, findCallerOnHotPath } from '../_store/callers';
import { branchOfMember } from '../_store/members';
import { addMember } from './add-member';
import { bind } from './bind';
import { branches } from './branches';
import { changeMember } from './change-member';
import { directory } from './directory';
import { hello } from './hello';
import { invitation } from './invitation';
import { myData } from './my-data';
import { releaseBinding } from './release-binding';
import { setRoles } from './set-roles';
import { unbind } from './unbind';

export const main = serve(
  memberActions,
  {
    hello,
    bind,
    unbind,
    myData,
    branches,
    directory,
    invitation,
    releaseBinding,
    addMember,
    changeMember,
    setRoles,
  },
  { findCaller, findCallerOnHotPath, branchOf: { member: branchOfMember } },
);
