import { type CollectionSchema, down, up } from '../collection-schema';

export const contentCollections: readonly CollectionSchema[] = [
  {
    name: 'suggestions',
    what: 'What members raise with branch or committee office, with the whole thread.',
    indexes: [
      {
        name: 'by-owner',
        fields: [up('ownerId'), down('raisedAtMs'), down('_id')],
        query: 'mySuggestions, newest first; how many wait for an office',
      },
      {
        name: 'by-owed',
        fields: [up('owedBy'), up('dueAtMs'), up('_id')],
        query: 'the queue of an office; what branches owe too long',
      },
      {
        name: 'by-office',
        fields: [up('offices'), down('changedAtMs'), down('_id')],
        query: 'all else that an office has or had',
      },
      {
        name: 'by-office-month',
        fields: [up('offices'), up('raisedAtMs')],
        query: 'suggestionTopics: a month of a branch',
      },
      {
        name: 'by-raised',
        fields: [up('raisedAtMs')],
        query: 'suggestionTopics: a month of all branches',
      },
      {
        name: 'by-trace',
        fields: [up('pictured.traceIds')],
        query: 'wxevents: the verdict on a picture',
      },
      {
        name: 'by-check',
        fields: [up('pictured.checkDueAtMs'), up('_id')],
        query: 'the clock: pictures without a verdict in time',
      },
      {
        name: 'by-ringing',
        fields: [up('ringing.sinceAtMs'), up('_id')],
        query: 'the clock: urgent hazards whose phones are to ring',
      },
    ],
  },
  {
    name: 'items',
    what: 'Items of the channels: words, pictures, their checks and whole trail.',
    indexes: [
      {
        name: 'by-issue',
        fields: [up('channel'), up('state'), down('issueDay'), up('place')],
        query: 'channelIssues, search: what is out, newest first; publishing an issue; taking down',
      },
      {
        name: 'by-desk',
        fields: [up('branchId'), up('state'), up('sinceAtMs'), up('_id')],
        query: 'channelDesk: what is not out, of a branch',
      },
      {
        name: 'by-state',
        fields: [up('state'), up('sinceAtMs'), up('_id')],
        query: 'channelDesk of the committee office',
      },
      { name: 'by-issue-day', fields: [up('issueDay')], query: 'channelCalendar' },
      { name: 'by-for-day', fields: [up('forDay'), up('state')], query: 'channelCalendar' },
      { name: 'by-writer', fields: [up('writers.memberId')], query: 'myData' },
      { name: 'by-trace', fields: [up('traceIds')], query: 'wxevents: the verdict on a picture' },
      {
        name: 'by-check-due',
        fields: [up('checkDueAtMs'), up('_id')],
        query: 'clock: pictures without a verdict',
      },
    ],
  },
  {
    name: 'item_comments',
    what: 'What members write under items of the channels, with its checks and the answers of commentators.',
    indexes: [
      {
        name: 'by-item',
        fields: [up('itemId'), up('seenBy'), down('saidAtMs'), down('_id')],
        query: 'channelItem, itemComments, newest first; withdrawing an item',
      },
      {
        name: 'by-waits',
        fields: [up('waitsFor'), up('branchId'), up('waitsSinceAtMs'), up('_id')],
        query: 'waitsForMe; commentsToCheck of a branch',
      },
      {
        name: 'by-waits-since',
        fields: [up('waitsFor'), up('waitsSinceAtMs'), up('_id')],
        query: 'commentsToCheck of the committee office',
      },
      {
        name: 'by-author',
        fields: [up('by.memberId'), down('saidAtMs'), down('_id')],
        query: 'myComments, newest first; how many stand under an item; myData',
      },
      {
        name: 'by-answerer',
        fields: [up('answers.by.memberId')],
        query: 'myData',
      },
    ],
  },
  {
    name: 'commentator_terms',
    what: 'Who answers comments of a branch, from which day to which.',
    indexes: [
      {
        name: 'by-branch',
        fields: [up('branchId'), up('toDay')],
        query: 'commentators: terms of a branch that are not over',
      },
      {
        name: 'by-member',
        fields: [up('memberId'), up('toDay')],
        query: 'answering; waitsForMe; myData',
      },
    ],
  },
  {
    name: 'issues',
    what: 'That a channel has an issue on a day, `<channel>_<day>`; its items name it.',
    indexes: [
      { name: 'by-day', fields: [up('day')], query: 'channelCalendar' },
      { name: 'by-due', fields: [up('dueAtMs'), up('_id')], query: 'clock: issues to bring out' },
    ],
  },
  {
    name: 'channel_duties',
    what: 'Who sees to the issue of a day of a channel, `<channel>_<day>`, with the trail of changes.',
    indexes: [
      { name: 'by-day', fields: [up('day')], query: 'channelCalendar; clock: duties to plan' },
      {
        name: 'by-nobody',
        fields: [up('memberId'), up('day')],
        query: 'waitsForMe: days that nobody can take',
      },
      { name: 'by-giver', fields: [up('steps.by.memberId')], query: 'myData' },
      { name: 'by-taker', fields: [up('steps.to.memberId')], query: 'myData' },
    ],
  },
  {
    name: 'pre_shift_days',
    what: 'Where those meet who mark an item for before the shifts of a day, `<day>`; the item says that it is marked.',
    indexes: [],
  },
  {
    name: 'library_documents',
    what: 'Documents of a branch that members read, with their versions, their checks and where they were taken down.',
    indexes: [
      {
        name: 'by-branch',
        fields: [up('branchId'), up('state'), down('takenDown.atMs')],
        query: 'library, search; how many a branch has',
      },
      {
        name: 'by-content',
        fields: [up('contentKeys')],
        unique: true,
        query: 'offering: one document for one content',
      },
      {
        name: 'by-last-day',
        fields: [up('state'), up('current.validUntilDay'), up('_id')],
        query: 'takedownPlan; clock: what is over for long',
      },
      ...[
        { name: 'by-writer-current', field: 'current.by.memberId' },
        { name: 'by-writer-offered', field: 'offered.version.by.memberId' },
        { name: 'by-writer-earlier', field: 'earlier.by.memberId' },
      ].map(({ name, field }) => ({
        name,
        fields: [up(field), up('_id')],
        query: 'myData, myRecords: what a member has offered',
      })),
    ],
  },
  {
    name: 'takedown_rules',
    what: 'For how long what is published is read, as the committee office sets it, one document a version.',
    indexes: [
      {
        name: 'by-version',
        fields: [down('version')],
        query: 'takedownPlan; clock: what is taken down',
      },
    ],
  },
  {
    name: 'contests',
    what: "Contests of a branch with their questions and what is right; the id is the phone's.",
    indexes: [
      {
        name: 'by-branch',
        fields: [up('branchId'), down('createdAtMs'), down('_id')],
        query: 'contests, newest first',
      },
    ],
  },
  {
    name: 'bank_questions',
    what: 'Questions of a branch for its contests; the id follows from branch and words.',
    indexes: [
      {
        name: 'by-branch',
        fields: [up('branchId'), down('addedAtMs'), down('_id')],
        query: 'questionBank, newest first',
      },
    ],
  },
  {
    name: 'contest_entries',
    what: 'What one member has answered in a contest, when they handed in, and whether others see it.',
    indexes: [
      {
        name: 'by-contest',
        fields: [up('contestId'), up('_id')],
        query: 'contest: who takes part',
      },
      { name: 'by-member', fields: [up('memberId')], query: 'myData' },
    ],
  },
  {
    name: 'lectures',
    what: 'What one member has entered in a contest of lectures, with the marks of its panel.',
    indexes: [
      {
        name: 'by-contest',
        fields: [up('contestId'), up('_id')],
        query: 'lectureContest: what was entered',
      },
      { name: 'by-member', fields: [up('memberId')], query: 'myData' },
      { name: 'by-judge', fields: [up('marks.judgeId')], query: 'myData' },
    ],
  },
];
