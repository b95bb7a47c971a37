import { type CollectionSchema, down, up } from '../collection-schema';

export const starCollections: readonly CollectionSchema[] = [
  {
    name: 'star_months',
    what: 'The star of a month of a branch, `<branchId>_<month>`: plan, candidates, polls, what was decided.',
    indexes: [
      {
        name: 'by-branch',
        fields: [up('branchId'), down('month')],
        query: 'starMonth: the newest of a branch; starArchive: a year',
      },
      { name: 'by-month', fields: [up('month'), up('_id')], query: 'officeStars: all branches' },
      {
        name: 'by-star',
        fields: [up('stars.memberId'), up('month')],
        query: 'starArchive: own months, wherever it was',
      },
      {
        name: 'by-due',
        fields: [up('dueAtMs'), up('_id')],
        query: 'clock: public notices whose days are over',
      },
      {
        name: 'by-to-tell',
        fields: [up('toTell.atMs')],
        query: 'clock: what nobody may have heard of',
      },
    ],
  },
  {
    name: 'star_nominations',
    what: 'Who was nominated for the star of a month by whom, with deeds, evidence and the answer.',
    indexes: [
      {
        name: 'by-month',
        fields: [up('branchId'), up('month'), up('_id')],
        query: 'starNominations, freezeCandidates: all of a month',
      },
      {
        name: 'by-agreed',
        fields: [up('month'), up('state')],
        query: 'waitsForMe of the committee office: who has agreed, in every branch',
      },
      {
        name: 'by-nominated',
        fields: [up('memberId')],
        query: 'myData: how many name somebody',
      },
    ],
  },
  {
    name: 'standards',
    what: 'Lists that members are assessed by, one document a version, of a branch or for all of them.',
    indexes: [
      {
        name: 'by-scope',
        fields: [up('scope'), down('version')],
        query: 'branchStandard, saveStandard',
      },
      { name: 'by-month', fields: [up('fromMonth'), up('_id')], query: 'clock: lists in use' },
    ],
  },
  {
    name: 'assessments',
    what: 'The assessment of a branch in a month, `<branchId>_<month>`: its list, its terms.',
    indexes: [
      {
        name: 'by-branch',
        fields: [up('branchId'), down('month')],
        query: 'branchSheets: the newest of a branch',
      },
      { name: 'by-month', fields: [up('month'), up('_id')], query: 'clock: what is opened' },
      { name: 'by-next', fields: [up('nextAtMs'), up('_id')], query: 'clock: what is to be done' },
    ],
  },
  {
    name: 'sheets',
    what: 'The assessment of a person in a month, `<month>_<memberId>`: figures, marks, words, appeals.',
    indexes: [
      {
        name: 'by-member',
        fields: [up('memberId'), down('month')],
        query: 'mySheet; the sums of a year',
      },
      {
        name: 'by-branch',
        fields: [up('branchId'), up('month'), up('_id')],
        query: 'branchSheets; clock: counting and settling a month',
      },
      {
        name: 'by-answers',
        fields: [up('terms.answersUntilMs'), up('_id')],
        query: 'waitsForMe of the committee office: appeals of every branch',
      },
    ],
  },
  {
    name: 'yearly_reviews',
    what: 'Grades of the yearly review of a member, `<year>_<memberId>`.',
    indexes: [{ name: 'by-member', fields: [up('memberId')], query: 'my data' }],
  },
  {
    name: 'polls',
    what: 'Polls with their lists, rolls and sealed boxes: who has voted, how many and for whom is in none of them.',
    indexes: [
      {
        name: 'by-month',
        fields: [up('branchId'), up('month'), up('round')],
        query: 'all rounds of a month',
      },
      { name: 'by-roll', fields: [up('roll')], query: 'myData: on how many rolls somebody stands' },
      {
        name: 'by-end',
        fields: [up('state'), up('closesAtMs'), up('_id')],
        query: 'clock: open ones whose end has come',
      },
    ],
  },
  {
    name: 'poll_looks',
    what: 'What the clock has counted in an open poll, sealed; the id is that of the poll.',
    indexes: [
      { name: 'by-next', fields: [up('nextAtMs'), up('_id')], query: 'clock: polls to look at' },
    ],
  },
];
