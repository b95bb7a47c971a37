import { myRecords, RECORD_KINDS, type RecordKind } from '../../../../contract/people/my-records';
import { memberActions } from '../../../../contract/people/member';
import { anItem } from '../../../builders/items';
import { aComment, anAnswer, aTerm } from '../../../builders/comments';
import { aContest, anEntry, aQuestion } from '../../../builders/contests';
import { aMember } from '../../../builders/documents';
import { aDuty } from '../../../builders/duties';
import { aLecture, aLectureContest, aPanel, judgedNow } from '../../../builders/lectures';
import { aLibraryDocument, aVersion } from '../../../builders/library-documents';
import { aPoll } from '../../../builders/polls';
import { aNomination } from '../../../builders/star';
import { plant } from '../../../builders/stored';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { useMemberCloud } from '../../../worlds/member-cloud';

const world = useMemberCloud();
const [alice, bob] = [aMember('alice'), aMember('bob')];
const marks = (judgeId: string, reason: string) => ({
  ...{ judgeId, name: judgeId, atMs: 5 },
  marks: [{ criterionId: 'clear', points: 8, reason }],
});

async function plantAll(): Promise<void> {
  await plant(world.cloud, {
    members: [alice, bob],
    contests: [
      aContest('contest', 'own', { questions: [aQuestion('q1', { text: 'which first?' })] }),
    ],
    contest_entries: [
      anEntry('contest', 'alice', { answers: [{ questionId: 'q1', chosen: [], atMs: 7 }] }),
      anEntry('contest', 'bob'),
    ],
    lectures: [
      aLecture('lectures', 'alice', { marks: [marks('bob', 'too long')] }),
      aLecture('lectures', 'bob', { marks: [marks('alice', 'clear'), marks('carol', 'unseen')] }),
    ],
    item_comments: [
      aComment('mine', 'out', alice),
      aComment('theirs', 'out', bob, { answers: [anAnswer('of-mine', alice)] }),
      aComment('others', 'out', bob),
    ],
    commentator_terms: [aTerm('mine', alice), aTerm('theirs', bob)],
    channel_duties: [aDuty('2025-03-06', 'alice'), aDuty('2025-03-08', 'bob')],
    polls: [aPoll('on', 'own', ['alice', 'bob']), aPoll('off', 'own', ['bob'])],
    star_nominations: [
      aNomination('named', alice, { isNamed: true, by: { memberId: 'bob', name: 'Bob' } }),
      aNomination('unnamed', alice, { isNamed: false, by: { memberId: 'bob', name: 'Bob' } }),
      aNomination('theirs', bob),
    ],
    library_documents: [
      aLibraryDocument('mine', 'own', {
        current: aVersion('mine-2', 'alice', { changed: 'a page more' }),
        earlier: [aVersion('theirs-1', 'bob'), aVersion('mine-1', 'alice')],
      }),
      aLibraryDocument('theirs', 'own'),
    ],
    items: [
      anItem('mine', 'own', { writers: [{ memberId: 'alice', name: 'Alice' }] }),
      anItem('theirs', 'own', { writers: [{ memberId: 'bob', name: 'Bob' }] }),
    ],
  });
}

const recordsOf = async (what: RecordKind) =>
  (await world.of('alice').get(myRecords, { what })).records;

test('of each kind there are as many as are counted', async () => {
  await plantAll();
  const { kept } = await world.of('alice').get(memberActions.myData, {});
  for (const what of RECORD_KINDS) {
    const counted = kept.find((one) => one.what === what)?.count;
    expect([what, (await recordsOf(what)).length]).toEqual([what, counted]);
    expect(counted).toBeGreaterThan(0);
  }
});

test('they say my own words, and of others only what I have said of theirs', async () => {
  await plantAll();
  const lectures = await recordsOf('lecture');
  expect(lectures.map(({ of, words }) => [of, words]).sort()).toEqual([
    ['of alice', ['three points']],
    ['of bob', ['8 clear']],
  ]);
  expect(JSON.stringify(lectures)).not.toMatch(/too long|unseen/u);
  const [entry] = await recordsOf('contest');
  expect(entry).toMatchObject({ words: ['which first?'] });
  expect((await recordsOf('channel-duty')).map(({ when }) => when)).toEqual([['2025-03-06']]);
});

test('what a panel gave my lecture is mine to read once it is judged, of who judges still, and not before', async () => {
  await plantAll();
  const contest = aLectureContest('lectures', 'own', ['bob', 'carol'], judgedNow);
  const lecture = aLecture('lectures', 'alice', {
    marks: [marks('bob', 'too long'), marks('dave', 'of who was relieved')],
  });
  await plant(world.cloud, { contests: [contest], lectures: [lecture] });
  const mine = async () =>
    (await recordsOf('lecture')).find(({ of }) => of === 'of alice')?.words ?? [];
  expect(await mine()).toEqual(['three points']);
  const panel = aPanel(['bob', 'carol'], {
    criteria: [{ criterionId: 'clear', title: 'Clear', text: 'how clear', points: 10 }],
    judgedAtMs: TEST_START_MS,
  });
  await plant(world.cloud, { contests: [{ ...contest, panel }] });
  expect(await mine()).toEqual(['three points', 'bob Clear 8 too long']);
});

test('what others have saved over of my item is among its words, and theirs is not', async () => {
  await plantAll();
  const over = { memberId: 'bob', name: 'Bob', atMs: TEST_START_MS };
  const version = (by: typeof over, line: string) => ({
    ...{ by, over, title: 'before', line, byline: null, minutes: 2, link: null, pictures: [] },
    ...{ source: null, licence: null, forDay: null },
  });
  const alice = { memberId: 'alice', name: 'Alice', atMs: TEST_START_MS };
  const writers = [
    { memberId: 'alice', name: 'Alice' },
    { memberId: 'bob', name: 'Bob' },
  ];
  const earlier = [version(alice, 'what I wrote'), version(over, 'what bob wrote')];
  await plant(world.cloud, { items: [anItem('mine', 'own', { writers, earlier })] });
  const [record] = await recordsOf('channel-item');
  expect(record?.words).toEqual(expect.arrayContaining(['one line', 'before', 'what I wrote']));
  expect(record?.words).not.toContain('what bob wrote');
});

test('of a document there is one record, with the words of each version of mine', async () => {
  await plantAll();
  const words = ['the paper', 'a page more', 'title of mine-1', 'the paper'];
  expect(await recordsOf('library-document')).toMatchObject([{ of: 'title of mine-2', words }]);
});

test('who nominated is told only to whom it is told', async () => {
  await plantAll();
  const nominations = await recordsOf('nomination');
  expect(nominations.map(({ of }) => of).sort()).toEqual(['', 'Bob']);
});

test('a poll says that somebody stood on its roll, and not whether they voted', async () => {
  await plantAll();
  expect(await recordsOf('poll')).toEqual([
    { atMs: expect.any(Number), when: ['2024-12'], of: '1', words: [] },
  ]);
});

test('what there is much of comes a page at a time, each once', async () => {
  const item_comments = Array.from({ length: 45 }, (_, at) =>
    aComment(`c${String(at).padStart(2, '0')}`, 'out', alice),
  );
  await plant(world.cloud, { members: [alice], item_comments });
  const pages: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const input = { what: 'comment' as const, ...(cursor !== undefined && { cursor }) };
    const page = await world.of('alice').get(myRecords, input);
    pages.push(page.records.length);
    cursor = page.nextCursor;
  }
  expect(pages).toEqual([20, 20, 5]);
});
