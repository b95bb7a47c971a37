import { api } from '../../contract/api';
import { serve } from '../_kit/serve';
import { notes } from '../_store/note/notes';
import { findCaller, findCallerOnHotPath } from '../_store/people/callers';
import {
  answerNote,
  approveNote,
  askToShare,
  recordUse,
  returnNote,
} from './deciding/officer-deeds';
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
  },
  { findCaller, findCallerOnHotPath, branchOf: { note: (noteId) => notes.branchOf(noteId) } },
);
