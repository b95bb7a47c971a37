/** One collection as the local cloud and the deploy script create it. All are ADMINONLY. */
export interface CollectionSchema {
  readonly name: string;
  readonly what: string;
  readonly indexes: readonly IndexSchema[];
}

export interface IndexSchema {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly direction: 1 | -1 }[];
  readonly unique?: boolean;
  /** The query that needs it. */
  readonly query: string;
}

const up = (name: string) => ({ name, direction: 1 as const });
const down = (name: string) => ({ name, direction: -1 as const });

export const schema: readonly CollectionSchema[] = [
  {
    name: 'branches',
    what: 'Branches with their groups and the present invitation code.',
    indexes: [
      {
        name: 'by-invitation',
        fields: [up('invitation.code')],
        query: 'bind: the branch of a code',
      },
    ],
  },
  {
    name: 'members',
    what: 'People of all branches: roles, crew history, shift changes, binding. `account` is the bound openId or "none:<memberId>".',
    indexes: [
      {
        name: 'by-account',
        fields: [up('account')],
        unique: true,
        query: 'every call: who is this account',
      },
      {
        name: 'by-staff-number',
        fields: [up('staffNumber')],
        unique: true,
        query: 'bind; adding a member',
      },
      { name: 'by-branch', fields: [up('branchId'), up('_id')], query: 'directory, audiences' },
      {
        name: 'by-crew',
        fields: [up('crewHistory.crewId')],
        query: 'saving a rotation: whose deliveries to plan again',
      },
    ],
  },
  {
    name: 'bind_tries',
    what: 'Wrong binding tries of an account, to slow guessing.',
    indexes: [],
  },
  {
    name: 'rotations',
    what: 'Shift patterns with their crews, each valid from a day.',
    indexes: [],
  },
  {
    name: 'swaps',
    what: 'Swaps of shifts between two people of a branch, from the proposal on.',
    indexes: [
      {
        name: 'by-proposer',
        fields: [up('proposerId'), up('lastDay')],
        query: 'my swaps; how many of my proposals are open',
      },
      {
        name: 'by-partner',
        fields: [up('partnerId'), up('lastDay')],
        query: 'my swaps',
      },
      {
        name: 'by-branch',
        fields: [up('branchId'), up('lastDay')],
        query: 'branchSwaps',
      },
      {
        name: 'by-limit',
        fields: [up('state'), up('limitAtMs'), up('_id')],
        query: 'clock: proposals without an answer',
      },
    ],
  },
  {
    name: 'studies',
    what: 'Studies with their sittings (at most 12) and the secrets of the codes.',
    indexes: [
      {
        name: 'by-branch',
        fields: [up('branchId'), down('firstStartAtMs'), down('_id')],
        query: 'branchStudies, newest first',
      },
      {
        name: 'by-branch-open',
        fields: [up('branchId'), up('state'), up('lastCloseAtMs')],
        query: 'today, my studies, own code: what is open, for who joined since',
      },
      {
        name: 'by-close',
        fields: [up('lastCloseAtMs')],
        query: 'officeDashboard: studies of all branches in a month',
      },
      {
        name: 'by-duty-noted',
        fields: [up('state'), up('dutyNotedAtMs'), up('lastCloseAtMs')],
        query: 'clock: which registers became final',
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
    ],
  },
  {
    name: 'make_up_contents',
    what: 'What an officer has written for the make-up of a study: pieces and questions; the id is that of the study.',
    indexes: [],
  },
  {
    name: 'deliveries',
    what: 'Messages: content, plan, outcomes and acknowledgements of at most 200 people, `<messageId>_<major>_<chunk>`.',
    indexes: [
      {
        name: 'by-member',
        fields: [up('memberIds'), down('lastAtMs')],
        query: 'inbox, unread, what is planned for somebody',
      },
      { name: 'by-next', fields: [up('nextAtMs'), up('_id')], query: 'clock: what is due' },
      {
        name: 'by-message',
        fields: [up('messageId'), down('major')],
        query: 'log, revise, cancel',
      },
      { name: 'by-reminds', fields: [up('reminds')], query: 'cancelling a message' },
      { name: 'by-study', fields: [up('about.studyId')], query: 'changing or cancelling a study' },
      {
        name: 'by-branch',
        fields: [up('branchId'), up('chunk'), down('createdAtMs')],
        query: 'notices of a branch, newest first',
      },
      {
        name: 'by-created',
        fields: [up('createdAtMs'), up('branchId')],
        query: 'peopleToTalkTo, officeDashboard: whom the notices of a month have not reached',
      },
    ],
  },
  {
    name: 'branch_months',
    what: 'Figures of branches in months that are over, kept ready: `<branchId>_<month>`.',
    indexes: [
      {
        name: 'by-count',
        fields: [up('countAtMs'), up('_id')],
        query: 'clock: what is to be counted',
      },
      { name: 'by-month', fields: [up('month')], query: 'officeDashboard: all branches' },
    ],
  },
  {
    name: 'exports',
    what: 'Files that were made for somebody, for a day: where each lies, for whom, until when.',
    indexes: [
      { name: 'by-end', fields: [up('endsAtMs')], query: 'clock: files whose day is over' },
    ],
  },
  {
    name: 'audit_entries',
    what: 'Who looked at, exported or changed what about whom, at most 1000 people each.',
    indexes: [
      {
        name: 'by-member',
        fields: [up('memberIds'), down('atMs'), down('_id')],
        query: 'who looked at what about me, newest first',
      },
      {
        name: 'by-time',
        fields: [up('atMs')],
        query: 'clock: entries of more than three years ago',
      },
    ],
  },
  {
    name: 'roster_pieces',
    what: 'Pieces of a roster that somebody sends as a file, for a day.',
    indexes: [
      { name: 'by-import', fields: [up('importId'), up('at')], query: 'checking and applying it' },
      { name: 'by-end', fields: [up('endsAtMs')], query: 'clock: pieces whose day is over' },
    ],
  },
  {
    name: 'roster_imports',
    what: 'Rosters that were decided to be taken over, and how far that has come.',
    indexes: [
      {
        name: 'by-state',
        fields: [up('state'), up('decidedAtMs')],
        query: 'clock: what was cut off; what is done for a day',
      },
    ],
  },
  {
    name: 'roster_steps',
    what: 'What an import does, at most 200 people a document, as it was decided.',
    indexes: [{ name: 'by-import', fields: [up('importId'), up('_id')], query: 'applying it' }],
  },
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
        query: 'sharedNotes, newest first',
      },
      {
        name: 'by-study',
        fields: [up('studyId'), up('ownerId')],
        query: 'make-up: who has handed in a note of a study',
      },
      { name: 'by-trace', fields: [up('traceIds')], query: 'wxevents: the verdict on a picture' },
      {
        name: 'by-check-due',
        fields: [up('checkDueAtMs'), up('_id')],
        query: 'clock: pictures without a verdict',
      },
    ],
  },
];
