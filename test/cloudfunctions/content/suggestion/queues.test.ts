import { COMMITTEE } from '../../../../cloudfunctions/_store/content/suggestion-document';
import { answeringActions } from '../../../../contract/content/answering';
import { mySuggestions } from '../../../../contract/content/raising';
import type { Topic } from '../../../../domain/content/suggestion/suggestion';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { aSuggestion } from '../../../builders/suggestions';
import { useMemberCloud } from '../../../worlds/member-cloud';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const { branchSuggestions, committeeSuggestions, suggestionTopics } = answeringActions;
const world = useMemberCloud(['content', 'clock']);
const alice = aMember('alice');
const closed = { state: 'closed', owedBy: '' } as const;

/** Requests of the database for what is done. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  world.cloud.counts.reset();
  await work();
  const { byAction } = world.cloud.counts;
  return Object.entries(byAction)
    .filter(([name]) => name.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0);
}

test('what is owed comes by when it is due, what is late says so, and the rest stands apart', async () => {
  await plant(world.cloud, {
    suggestions: [
      aSuggestion('late', alice, { dueAtMs: TEST_START_MS }),
      aSuggestion('later', alice, { dueAtMs: TEST_START_MS + 2 * MS_PER_DAY }),
      aSuggestion('soon', alice, { dueAtMs: TEST_START_MS + MS_PER_DAY }),
      aSuggestion('done', alice, closed),
      aSuggestion('gone', alice, { state: 'taken-back', owedBy: '' }),
      aSuggestion('elsewhere', alice, { office: 'other', owedBy: 'other', offices: ['other'] }),
    ],
  });
  const secretary = world.of('secretary');
  const owed = await secretary.get(branchSuggestions, { which: 'owed' });
  expect(owed.suggestions.map(({ suggestionId, isOverdue }) => [suggestionId, isOverdue])).toEqual([
    ['late', true],
    ['soon', false],
    ['later', false],
  ]);
  const others = await secretary.get(branchSuggestions, { which: 'others' });
  expect(others.suggestions.map(({ suggestionId }) => suggestionId)).toEqual(['done']);
  const late = await world.of('office').get(committeeSuggestions, { which: 'late-in-branches' });
  expect(late.suggestions.map(({ suggestionId }) => suggestionId)).toEqual(['late']);
});

test('lists of any length come in pages, each line once', async () => {
  const many = Array.from({ length: 70 }, (_, at) =>
    aSuggestion(`many-${at}`, alice, { dueAtMs: TEST_START_MS + (at % 7) }),
  );
  await plant(world.cloud, { suggestions: many });
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: { suggestions: { suggestionId: string }[]; nextCursor: string | null } = await world
      .of('secretary')
      .get(branchSuggestions, { which: 'owed', ...(cursor !== undefined && { cursor }) });
    seen.push(...page.suggestions.map(({ suggestionId }) => suggestionId));
    cursor = page.nextCursor;
  }
  expect(new Set(seen).size).toBe(70);
  expect(seen).toHaveLength(70);
});

test('what branches owe too long goes on behind a page as well', async () => {
  const late = Array.from({ length: 35 }, (_, at) =>
    aSuggestion(`late-${at}`, alice, { dueAtMs: TEST_START_MS - (at % 3) }),
  );
  await plant(world.cloud, { suggestions: [...late, aSuggestion('not-late', alice)] });
  const which = 'late-in-branches' as const;
  const first = await world.of('office').get(committeeSuggestions, { which });
  const cursor = first.nextCursor ?? '';
  const second = await world.of('office').get(committeeSuggestions, { which, cursor });
  const seen = [...first.suggestions, ...second.suggestions];
  expect(new Set(seen.map(({ suggestionId }) => suggestionId)).size).toBe(35);
  expect(second.nextCursor).toBeNull();
});

test('opening a list is three requests at most, with who asks; one’s own is two', async () => {
  await plant(world.cloud, { suggestions: [aSuggestion('one', alice)] });
  const queue = () => world.of('secretary').get(branchSuggestions, { which: 'owed' });
  expect(await requestsOf(queue)).toBe(3);
  expect(await requestsOf(() => world.of('alice').get(mySuggestions, {}))).toBeLessThanOrEqual(2);
});

test('topics are groups of five people at least, of a branch or of all', async () => {
  const raisedBy = (people: number, topic: Topic, branchId = 'own') =>
    Array.from({ length: people }, (_, at) =>
      aSuggestion(`${topic}-${branchId}-${at}`, aMember(`m-${branchId}-${at}`, { branchId }), {
        topic,
      }),
    );
  await plant(world.cloud, {
    suggestions: [
      ...raisedBy(5, 'living'),
      ...raisedBy(4, 'study'),
      ...raisedBy(2, 'study', 'other'),
    ],
  });
  // What goes past the branch is not told to it as a figure either.
  const topic = 'pay' as const;
  const past = { office: COMMITTEE, offices: [COMMITTEE], owedBy: COMMITTEE, topic };
  await plant(world.cloud, {
    suggestions: Array.from({ length: 5 }, (_, at) =>
      aSuggestion(`past-${at}`, aMember(`m-own-${at}`), past),
    ),
  });
  expect(await world.of('secretary').get(suggestionTopics, {})).toMatchObject({
    branchName: 'name of own',
    topics: [{ topic: 'living', people: 5 }],
    rest: null,
  });
  expect(await world.of('office').get(suggestionTopics, {})).toMatchObject({
    branchName: '',
    topics: [
      { topic: 'living', people: 5 },
      { topic: 'study', people: 6 },
      { topic: 'pay', people: 5 },
    ],
  });
  const other = { branchId: 'other' };
  expect(await world.of('secretary').call(suggestionTopics, other)).toMatchObject({
    code: 'not-found',
  });
});
