import { type CollectionSchema, down, up } from '../collection-schema';

export const noteCollections: readonly CollectionSchema[] = [
  {
    name: 'notes',
    what: 'Study notes and contributions: words, pictures, at most ten versions, what became of them.',
    indexes: [
      {
        name: 'by-owner',
        fields: [up('ownerId'), down('firstAtMs'), down('_id')],
        query: 'myNotes, newest first',
      },
      {
        name: 'by-branch-state',
        fields: [up('branchId'), up('state'), up('firstAtMs'), up('_id')],
        query: 'notesInState; to be read from before',
      },
      {
        name: 'by-branch',
        fields: [up('branchId'), up('firstAtMs')],
        query: 'branchNotes: a month',
      },
      {
        name: 'by-shared',
        fields: [up('branchId'), down('sharedAtMs'), down('_id')],
        query: 'sharedNotes, newest first; their crews',
      },
      {
        name: 'by-crew-shared',
        fields: [up('branchId'), up('crewName'), down('sharedAtMs'), down('_id')],
        query: 'sharedNotes of one crew',
      },
      {
        name: 'by-study',
        fields: [up('studyId'), up('ownerId')],
        query: 'make-up: who has handed in a note of a study; studyDetail: one’s own',
      },
      { name: 'by-trace', fields: [up('traceIds')], query: 'wxevents: the verdict on a picture' },
      {
        name: 'by-check-due',
        fields: [up('checkDueAtMs'), up('_id')],
        query: 'clock: pictures without a verdict',
      },
    ],
  },
  {
    name: 'note_responses',
    what: 'Replies to shared notes, and thanks for them: one document each.',
    indexes: [
      {
        name: 'by-note',
        fields: [up('noteId'), up('sharedAtMs'), up('atMs'), up('_id')],
        query: 'noteDetail: what stands below a note; what its author is told of',
      },
      {
        name: 'by-member',
        fields: [up('memberId'), down('atMs'), down('_id')],
        query: 'myResponses, newest first; myData',
      },
    ],
  },
];
