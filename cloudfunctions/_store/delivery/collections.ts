import { type CollectionSchema, down, up } from '../collection-schema';

export const deliveryCollections: readonly CollectionSchema[] = [
  {
    name: 'deliveries',
    what: 'Messages: content, plan, outcomes and acknowledgements of at most 200 people, `<messageId>_<major>_<chunk>`.',
    indexes: [
      {
        name: 'by-member',
        fields: [up('memberIds'), down('lastAtMs')],
        query: 'inbox, unread, what is planned for somebody; search',
      },
      { name: 'by-next', fields: [up('nextAtMs'), up('_id')], query: 'clock: what is due' },
      {
        name: 'by-last',
        fields: [up('nextAtMs'), up('lastAtMs')],
        query: 'clock: messages of long ago',
      },
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
        name: 'by-branch-kind',
        fields: [up('branchId'), up('kind')],
        query: 'library: how far the must-reads of documents have come',
      },
      {
        name: 'by-created',
        fields: [up('createdAtMs'), up('branchId')],
        query:
          'peopleToTalkTo, officeDashboard, notReachedPeople: whom the notices of some time have not reached',
      },
      {
        name: 'by-must-read',
        fields: [up('isMustRead'), up('deadlineAtMs')],
        query: 'notReachedPeople, officeNotReached: must-reads that hold, however old',
      },
    ],
  },
  {
    name: 'sending_turns',
    what: 'Which run of the clock sends, one document; it names nobody.',
    indexes: [],
  },
];
