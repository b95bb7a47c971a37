import { api } from '../../contract/api';
import { serve } from '../_kit/serve';
import { openedNotes } from '../_store/note/opened-note';
import { branchOfNote, targetNotes } from '../_store/note/target-note';
import { findCaller, rememberedCaller } from '../_store/people/callers';
import {
  answerNote,
  approveNote,
  askToShare,
  recordUse,
  returnNote,
} from './deciding/officer-deeds';
import { myResponses } from './exchange/my-responses';
import { replyToNote } from './exchange/reply-to-note';
import { thankForNote } from './exchange/thank-for-note';
import { removeReply, takeBackResponse } from './exchange/withdraw-response';
import { branchNotes } from './reading/branch-notes';
import { myNotes, notesInState, sharedNotes } from './reading/lists';
import { noteDetail } from './reading/note-detail';
import { answerSharing } from './writing/answer-sharing';
import { handInNote } from './writing/hand-in-note';
import { withdrawNote } from './writing/withdraw-note';

export const main = serve(
  api.note,
  {
    handInNote,
    myNotes,
    noteDetail,
    answerSharing,
    withdrawNote,
    sharedNotes,
    branchNotes,
    notesInState,
    answerNote,
    returnNote,
    approveNote,
    askToShare,
    recordUse,
    replyToNote,
    thankForNote,
    takeBackResponse,
    removeReply,
    myResponses,
  },
  {
    findCaller,
    rememberedCaller,
    findCallerBeside: { note: targetNotes.findCaller },
    opens: { noteDetail: { field: 'noteId', findCaller: openedNotes.findCaller } },
    branchOf: { note: branchOfNote },
  },
);
