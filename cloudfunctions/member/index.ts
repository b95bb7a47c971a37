import { api } from '../../contract/api';
import { serve } from '../_kit/serve';
import { findCaller, rememberedCaller } from '../_store/people/callers';
import { branchOfTarget, targetMembers } from '../_store/people/target-member';
import { addChange } from './roster/add-change';
import { addMember } from './people/add-member';
import { answerSwap } from './swap/answer-swap';
import { answerDataAsk } from './data-asks/answer-data-ask';
import { askAboutData } from './data-asks/ask-about-data';
import { bind } from './binding/bind';
import { branchSwaps, declineSwap, markSwapSeen } from './swap/branch-swaps';
import { branches } from './people/branches';
import { changeMember } from './people/change-member';
import { crewBoard } from './roster/crew-board';
import { dataAsks, myDataAsks } from './data-asks/data-asks';
import { directory } from './people/directory';
import { hello } from './binding/hello';
import { invitation } from './binding/invitation';
import { keptYears } from './binding/kept-years';
import { myData } from './binding/my-data';
import { myRecords } from './binding/my-records';
import { memberRecord } from './people/member-record';
import { myRoster } from './roster/my-roster';
import { placeChoices } from './people/place-choices';
import { previewRotation } from './roster/preview-rotation';
import { proposeSwap } from './swap/propose-swap';
import { releaseBinding } from './binding/release-binding';
import { removeChange } from './roster/remove-change';
import { rotations } from './roster/rotations';
import { saveBranch } from './people/save-branch';
import { saveRotation } from './roster/save-rotation';
import { setRoles } from './people/set-roles';
import { swapPartners } from './swap/swap-partners';
import { unbind } from './binding/unbind';

export const main = serve(
  api.member,
  {
    hello,
    bind,
    unbind,
    myData,
    myRecords,
    keptYears,
    branches,
    directory,
    invitation,
    releaseBinding,
    addMember,
    changeMember,
    setRoles,
    placeChoices,
    memberRecord,
    saveBranch,
    askAboutData,
    myDataAsks,
    dataAsks,
    answerDataAsk,
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
  {
    findCaller,
    rememberedCaller,
    findCallerBeside: { member: targetMembers.findCaller },
    branchOf: { member: branchOfTarget },
  },
);
