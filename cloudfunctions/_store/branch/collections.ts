import { type CollectionSchema, down, up } from '../collection-schema';

export const branchCollections: readonly CollectionSchema[] = [
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
    name: 'minutes',
    what: 'Minutes of meetings, by study, with their earlier versions.',
    indexes: [],
  },
  {
    name: 'norms',
    what: 'What an office asks of branches and for how long it keeps things, one document a version.',
    indexes: [
      {
        name: 'by-scope',
        fields: [up('scope'), down('version')],
        query: 'norms, ledger, record books, make-ups; clock: what is forgotten',
      },
    ],
  },
  {
    name: 'paper_styles',
    what: 'What an office sets of the documents that it prints, by branch, and `_all` of the committee.',
    indexes: [],
  },
];
