import { type CollectionSchema, down, up } from '../collection-schema';

export const peopleCollections: readonly CollectionSchema[] = [
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
      {
        name: 'by-role',
        fields: [up('roles'), up('leftDay')],
        query: 'committee office; clock: editors of every branch',
      },
    ],
  },
  {
    name: 'bind_tries',
    what: 'Wrong binding tries of an account, to slow guessing.',
    indexes: [{ name: 'by-opened', fields: [up('openedAtMs')], query: 'clock: tries of long ago' }],
  },
  {
    name: 'exports',
    what: 'Files that were made for somebody, for a day: where each lies, for whom, until when.',
    indexes: [
      { name: 'by-end', fields: [up('endsAtMs')], query: 'clock: files whose day is over' },
    ],
  },
  {
    name: 'data_asks',
    what: 'What members ask about what is stored of them, with the answers.',
    indexes: [
      {
        name: 'by-member',
        fields: [up('memberId'), down('askedAtMs'), down('_id')],
        query: 'myDataAsks, newest first; how many are open',
      },
      {
        name: 'by-branch',
        fields: [up('branchId'), up('state'), down('askedAtMs'), down('_id')],
        query: 'dataAsks, newest first',
      },
      { name: 'by-last', fields: [up('lastAtMs')], query: 'clock: of more than three years ago' },
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
];
