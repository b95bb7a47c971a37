import { api } from '../../contract/api';
import { serve } from '../_kit/serve';
import { findCaller, rememberedCaller } from '../_store/people/callers';
import { polls } from '../_store/star/polls';
import { castBallot } from './ballot/cast-ballot';
import { cancelPoll, closePoll, extendPoll, withdrawCandidate } from './ballot/change-poll';
import { openPoll, pollToOpen } from './ballot/open-poll';
import { pollRun } from './ballot/poll-run';
import { poll } from './ballot/show-poll';
import { branchOfTarget, targetMembers } from '../_store/people/target-member';
import { sheets } from '../_store/star/sheets';
import { answerAppeal } from './assessment/answer-appeal';
import { markItem, markRest, memberSheet, settleSheet } from './assessment/assess-sheet';
import { branchSheets } from './assessment/branch-sheets';
import { appealItem, handInSummary, mySheet } from './assessment/own-sheet';
import { giveGrade, myReview, yearlyReview } from './review/reviews';
import { branchStandard, saveStandard } from './standards/standards';
import { decideStar, endStarMonth } from './after/decide-star';
import { answerObjection, objectToStar } from './after/objections';
import { officeStars, starArchive, starOutcome } from './after/star-outcome';
import { answerNomination, takeBackNomination, withdrawFromStar } from './month/answer-nomination';
import { freezeCandidates } from './month/freeze-candidates';
import { nameStarMeeting, saveStarMeeting, starMeeting } from './month/meeting';
import { nominate, nominationChoices } from './month/nominate';
import { planStarMonth } from './month/plan-star-month';
import { starMonth } from './month/star-month';
import { starNominations } from './month/star-nominations';

export const main = serve(
  api.star,
  {
    starMonth,
    planStarMonth,
    poll,
    castBallot,
    pollToOpen,
    openPoll,
    pollRun,
    extendPoll,
    cancelPoll,
    closePoll,
    withdrawCandidate,
    mySheet,
    handInSummary,
    appealItem,
    branchSheets,
    memberSheet,
    markItem,
    markRest,
    settleSheet,
    answerAppeal,
    branchStandard,
    saveStandard,
    yearlyReview,
    giveGrade,
    myReview,
    starNominations,
    nominationChoices,
    nominate,
    answerNomination,
    takeBackNomination,
    withdrawFromStar,
    freezeCandidates,
    starMeeting,
    saveStarMeeting,
    nameStarMeeting,
    starOutcome,
    decideStar,
    endStarMonth,
    objectToStar,
    answerObjection,
    starArchive,
    officeStars,
  },
  {
    findCaller,
    rememberedCaller,
    findCallerBeside: { member: targetMembers.findCaller },
    branchOf: {
      member: branchOfTarget,
      poll: (pollId) => polls.branchOf(pollId),
      sheet: (id) => sheets.branchOf(id),
    },
  },
);
