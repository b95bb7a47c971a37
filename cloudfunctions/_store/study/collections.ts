import { type CollectionSchema, down, up } from '../collection-schema';

export const studyCollections: readonly CollectionSchema[] = [
  {
    name: 'studies',
    what: 'Studies with their sittings (at most 12) and the secrets of the codes.',
    indexes: [
      {
        name: 'by-branch',
        fields: [up('branchId'), down('firstStartAtMs'), down('_id')],
        query: 'branchStudies, newest first; search',
      },
      {
        name: 'by-branch-open',
        fields: [up('branchId'), up('state'), up('lastCloseAtMs')],
        query: 'today, my studies, own code: what is open, for who joined since; plans of sittings',
      },
      {
        name: 'by-close',
        fields: [up('lastCloseAtMs')],
        query: 'officeDashboard: studies of all branches in a month; what a room is taken by',
      },
      {
        name: 'by-duty-noted',
        fields: [up('state'), up('dutyNotedAtMs'), up('lastCloseAtMs')],
        query: 'clock: which registers became final',
      },
      {
        name: 'by-to-tell',
        fields: [up('toTell.atMs')],
        query: 'clock: what nobody may have heard of',
      },
    ],
  },
  {
    name: 'recurring_studies',
    what: 'What a branch holds every month, `<branchId>`, and when the next draft is made.',
    indexes: [
      { name: 'by-next', fields: [up('nextAtMs'), up('_id')], query: 'clock: drafts to make' },
    ],
  },
  {
    name: 'attendances',
    what: 'The register: one line per study and expected member, `<studyId>_<memberId>`.',
    indexes: [
      { name: 'by-study', fields: [up('studyId'), up('_id')], query: 'roll' },
      {
        name: 'by-member',
        fields: [up('memberId'), down('lastCloseAtMs')],
        query: 'today, my studies, my attendance',
      },
      {
        name: 'by-make-up',
        fields: [up('memberId'), up('makeUp.untilAtMs')],
        query: 'my studies; a change of shifts: which make-ups are open',
      },
      {
        name: 'by-branch-make-up',
        fields: [up('branchId'), up('makeUp.untilAtMs')],
        query: 'dashboard: make-ups of a branch',
      },
    ],
  },
  {
    name: 'make_up_contents',
    what: 'What an officer has written for the make-up of a study: pieces and questions; the id is that of the study.',
    indexes: [],
  },
];
