import { api } from '../../contract/api';
import { serve } from '../_kit/serve';
import { targetComments } from '../_store/content/item-comments';
import { targetContests } from '../_store/content/contests';
import { openedItems } from '../_store/content/opened-item';
import { targetDocuments } from '../_store/content/library-documents';
import { officeOfSuggestion, targetSuggestions } from '../_store/content/suggestions';
import { findCaller, rememberedCaller } from '../_store/people/callers';
import { appointCommentator, commentators, endCommentator } from './comment/commentators';
import { commentsToCheck, decideComment, takeBackComment } from './comment/decide-comment';
import { commentDetail, itemCommentsOf, myComments } from './comment/reading';
import { writeComment } from './comment/write-comment';
import { channelCalendar } from './channel/calendar';
import { checkItem } from './channel/check-item';
import { channelDesk } from './channel/desk';
import { channelDuty } from './channel/duty';
import { giveDuty } from './channel/give-duty';
import { channelIssues } from './channel/issues-of';
import { channelItem } from './channel/item';
import { planIssue } from './channel/plan-issue';
import { issueCoverage } from './channel/issue-coverage';
import { preShiftItem } from './channel/pre-shift-item';
import { saveItem } from './channel/save-item';
import { withdrawItem } from './channel/withdraw-item';
import {
  branchSuggestions,
  committeeSuggestions,
  mySuggestions,
  suggestionTopics,
} from './suggestion/lists';
import { settleSuggestion, takeBackSuggestion } from './suggestion/member-deeds';
import {
  answerSuggestion,
  forwardSuggestion,
  suggestionOffices,
  takeSuggestion,
} from './suggestion/office-deeds';
import { answerContest, shareContestResult } from './contest/answer';
import { contest, contests } from './contest/contest';
import { callOffContest, publishContest } from './contest/publish';
import {
  checkQuestions,
  dropQuestion,
  importQuestions,
  questionBank,
} from './contest/question-bank';
import { contestWindow } from './contest/window';
import { contestForm, saveContest } from './contest/write';
import { raiseSuggestion } from './suggestion/raise-suggestion';
import { suggestionDetail } from './suggestion/suggestion-detail';
import { lectureContest } from './lecture/contest';
import { enterLecture, shareLecture, withdrawLecture } from './lecture/enter';
import { judgeLecture, lecture } from './lecture/judge';
import { publishLectureContest, relieveJudge } from './lecture/panel';
import { lectureForm, saveLectureContest } from './lecture/write';
import { checkDocument } from './library/check';
import { documentAddress, libraryDocument } from './library/document';
import { prolongDocument, takeDownDocument } from './library/keep';
import { library, libraryOfAll } from './library/library';
import { offerDocument, offerVersion } from './library/offer';
import { whoHasNotRead } from './library/who-has-not-read';
import { keepLonger } from './takedown/keep-longer';
import { takedownList } from './takedown/takedown-list';
import { saveTakedown, takedownPlan } from './takedown/takedown-plan';

export const main = serve(
  api.content,
  {
    channelIssues,
    channelItem,
    channelDesk,
    channelCalendar,
    saveItem,
    checkItem,
    withdrawItem,
    planIssue,
    channelDuty,
    giveDuty,
    preShiftItem,
    issueCoverage,
    raiseSuggestion,
    mySuggestions,
    suggestionDetail,
    settleSuggestion,
    takeBackSuggestion,
    branchSuggestions,
    committeeSuggestions,
    takeSuggestion,
    answerSuggestion,
    forwardSuggestion,
    suggestionOffices,
    suggestionTopics,
    library,
    libraryOfAll,
    libraryDocument,
    documentAddress,
    offerDocument,
    offerVersion,
    checkDocument,
    prolongDocument,
    takeDownDocument,
    whoHasNotRead,
    contests,
    contest,
    answerContest,
    shareContestResult,
    contestForm,
    saveContest,
    publishContest,
    callOffContest,
    contestWindow,
    lectureContest,
    lecture,
    enterLecture,
    withdrawLecture,
    shareLecture,
    judgeLecture,
    lectureForm,
    saveLectureContest,
    publishLectureContest,
    relieveJudge,
    questionBank,
    checkQuestions,
    importQuestions,
    dropQuestion,
    itemComments: itemCommentsOf,
    writeComment,
    takeBackComment,
    myComments,
    commentDetail,
    commentsToCheck,
    decideComment,
    commentators,
    appointCommentator,
    endCommentator,
    takedownPlan,
    takedownList,
    saveTakedown,
    keepLonger,
  },
  {
    findCaller,
    rememberedCaller,
    findCallerBeside: {
      suggestion: targetSuggestions.findCaller,
      document: targetDocuments.findCaller,
      contest: targetContests.findCaller,
      comment: targetComments.findCaller,
    },
    opens: {
      channelItem: { field: 'itemId', findCaller: openedItems.findCaller },
      itemComments: { field: 'itemId', findCaller: openedItems.findCaller },
    },
    branchOf: {
      suggestion: officeOfSuggestion,
      document: async (documentId) => (await targetDocuments.read(documentId))?.branchId ?? null,
      comment: async (commentId) => (await targetComments.read(commentId))?.branchId ?? null,
      contest: async (contestId) => (await targetContests.read(contestId))?.branchId ?? null,
    },
  },
);
