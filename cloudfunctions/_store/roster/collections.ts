import { type CollectionSchema, up } from '../collection-schema';

export const rosterCollections: readonly CollectionSchema[] = [
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
      { name: 'by-last-day', fields: [up('lastDay')], query: 'clock: swaps of long ago' },
      {
        name: 'by-limit',
        fields: [up('state'), up('limitAtMs'), up('_id')],
        query: 'clock: proposals without an answer',
      },
    ],
  },
];
