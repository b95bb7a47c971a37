import { memberActions } from '../../../../contract/people/member';
import { localDay } from '../../../../domain/time/local-day';
import { aSuggestion } from '../../../builders/suggestions';
import { aComment, anAnswer, aTerm } from '../../../builders/comments';
import { anEntry } from '../../../builders/contests';
import { aLibraryDocument, anOfferedDocument, aVersion } from '../../../builders/library-documents';
import { aLecture } from '../../../builders/lectures';
import { aDuty, given } from '../../../builders/duties';
import { aDataAsk } from '../../../builders/data-asks';
import { aDelivery } from '../../../builders/deliveries';
import { aLine, aMember, aStudy } from '../../../builders/documents';
import { aMakeUp } from '../../../builders/make-ups';
import { aSwap } from '../../../builders/swaps';
import { aNomination } from '../../../builders/star';
import { aNote } from '../../../builders/notes';
import { aReply } from '../../../builders/responses';
import { aPoll } from '../../../builders/polls';
import { plant } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { myData } = memberActions;
const world = useMemberCloud();
const TODAY = localDay('2025-03-05');

test('my data are mine, whole, with how much is kept', async () => {
  const study = aStudy('study-1');
  const alice = aMember('alice', {
    credits: { study: 2, roster: 1 },
    preferences: { onDuty: null, digestMinute: 600 },
    overrides: [
      {
        kind: 'leave',
        id: 'l1',
        fromDay: TODAY,
        toDay: localDay('2025-03-07'),
        leaveKind: 'annual',
      },
    ],
  });
  await plant(world.cloud, {
    members: [alice],
    studies: [study],
    attendances: [
      {
        ...aLine(study, alice),
        reply: { kind: 'excused', reason: 'ill', atMs: 1 },
        makeUp: aMakeUp(),
      },
      aLine(study, aMember('bob')),
    ],
    swaps: [
      aSwap(alice, aMember('bob')),
      aSwap(aMember('bob'), alice, { _id: 'swap-2' }),
      aSwap(aMember('bob'), aMember('secretary'), { _id: 'swap-3' }),
    ],
    contest_entries: [anEntry('contest', 'alice'), anEntry('contest', 'bob')],
    lectures: [
      aLecture('lectures', 'alice'),
      aLecture('lectures', 'bob', {
        marks: [{ judgeId: 'alice', name: 'Alice', marks: [], atMs: 0 }],
      }),
      aLecture('lectures', 'carol'),
    ],
    item_comments: [
      aComment('mine', 'out', alice),
      aComment('theirs', 'out', aMember('bob'), { answers: [anAnswer('of-mine', alice)] }),
      aComment('others', 'out', aMember('bob')),
    ],
    commentator_terms: [aTerm('mine', alice), aTerm('theirs', aMember('bob'))],
    channel_duties: [
      aDuty('2025-03-06', 'alice'),
      aDuty('2025-03-07', 'bob', { steps: [given('bob'), given('alice'), given('bob')] }),
      aDuty('2025-03-08', 'bob'),
    ],
    notes: [aNote('mine', alice), aNote('theirs', aMember('bob'))],
    note_responses: [
      aReply('mine', aNote('theirs', aMember('bob')), alice),
      aReply('back', aNote('theirs', aMember('bob')), alice, { state: 'taken-back' }),
      aReply('theirs', aNote('mine', alice), aMember('bob')),
    ],
    library_documents: [
      aLibraryDocument('mine', 'own', { current: aVersion('mine-2', 'alice') }),
      aLibraryDocument('earlier', 'own', { earlier: [aVersion('earlier-1', 'alice')] }),
      anOfferedDocument('offered', 'own', 'alice'),
      aLibraryDocument('theirs', 'own'),
    ],
    polls: [aPoll('on', 'own', ['alice', 'bob']), aPoll('off', 'own', ['bob'])],
    star_nominations: [aNomination('mine', alice), aNomination('theirs', aMember('bob'))],
    data_asks: [aDataAsk('mine', alice), aDataAsk('theirs', aMember('bob'))],
    suggestions: [aSuggestion('mine', alice), aSuggestion('theirs', aMember('bob'))],
    deliveries: [aDelivery('a', ['alice', 'bob']), aDelivery('b', ['bob'])],
  });
  expect(await world.of('alice').get(myData, {})).toEqual({
    profile: {
      name: 'Name alice',
      staffNumber: 'ALICE',
      branchName: 'name of own',
      groupName: null,
      crewName: null,
      roles: ['member'],
      joinedDay: '2024-01-01',
      boundAtMs: alice.boundAtMs,
      agreedPrivacyVersion: 1,
    },
    kept: [
      { what: 'attendance', count: 1 },
      { what: 'notice', count: 1 },
      { what: 'shift-change', count: 1 },
      { what: 'audit-entry', count: 0 },
      { what: 'note', count: 1 },
      { what: 'note-response', count: 1 },
      { what: 'sheet', count: 0 },
      { what: 'poll', count: 1 },
      { what: 'nomination', count: 1 },
      { what: 'data-ask', count: 1 },
      { what: 'channel-item', count: 0 },
      { what: 'suggestion', count: 1 },
      { what: 'contest', count: 1 },
      { what: 'lecture', count: 2 },
      { what: 'comment', count: 2 },
      { what: 'commentator-term', count: 1 },
      { what: 'channel-duty', count: 2 },
      { what: 'library-document', count: 3 },
      { what: 'make-up', count: 1 },
      { what: 'swap', count: 2 },
      { what: 'leave-reason', count: 1 },
      { what: 'quiet-hours', count: 1 },
      { what: 'subscription', count: 3 },
    ],
  });
});

test('a number is what its list shows; what the file has besides, or nothing shows, stands with it', async () => {
  const alice = aMember('alice');
  const excused = { reply: { kind: 'excused', reason: 'ill', atMs: 1 } } as const;
  const [held, off, away] = [
    aStudy('held'),
    aStudy('off', { state: 'cancelled' }),
    aStudy('away'),
  ] as const;
  await plant(world.cloud, {
    members: [alice],
    studies: [held, off, away],
    attendances: [
      aLine(held, alice),
      { ...aLine(off, alice), ...excused },
      { ...aLine(away, alice), ...excused, isExpected: false },
    ],
    deliveries: [aDelivery('there', ['alice']), aDelivery('back', ['alice'], { cancelledAtMs: 1 })],
  });
  const { kept } = await world.of('alice').get(myData, {});
  expect(
    kept.filter(({ what }) => ['attendance', 'notice', 'leave-reason'].includes(what)),
  ).toEqual([
    { what: 'attendance', count: 2, onlyInFile: 1 },
    { what: 'notice', count: 1, notShown: 1 },
    { what: 'leave-reason', count: 1, onlyInFile: 1 },
  ]);
});
