import { memberActions } from '../../contract/member';
import { rosterActions } from '../../contract/roster';
import { rotationActions } from '../../contract/rotations';
import { swapActions } from '../../contract/swaps';
import { serve } from '../_kit/serve';
import { findCaller, findCallerOnHotPath } from '../_store/callers';
import { branchOfMember } from '../_store/members';
import { addChange } from './add-change';
import { addMember } from './add-member';
import { answerSwap } from './answer-swap';
import { bind } from './bind';
import { branchSwaps, declineSwap, markSwapSeen } from './branch-swaps';
import { branches } from './branches';
import { changeMember } from './change-member';
import { crewBoard } from './crew-board';
import { directory } from './directory';
import { hello } from './hello';
import { invitation } from './invitation';
import { myData } from './my-data';
import { myRoster } from './my-roster';
import { previewRotation } from './preview-rotation';
import { proposeSwap } from './propose-swap';
import { releaseBinding } from './release-binding';
import { removeChange } from './remove-change';
import { rotations } from './rotations';
import { saveRotation } from './save-rotation';
import { setRoles } from './set-roles';
import { swapPartners } from './swap-partners';
import { unbind } from './unbind';

export const main = serve(
  { ...memberActions, ...rosterActions, ...swapActions, ...rotationActions },
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
    myRoster,
    addChange,
    removeChange,
    swapPartners,
    proposeSwap,
    answerSwap,
    branchSwaps,
    markSwapSeen,
    declineSwap,
    crewBoard,
    rotations,
    previewRotation,
    saveRotation,
  },
  { findCaller, findCallerOnHotPath, branchOf: { member: branchOfMember } },
);
