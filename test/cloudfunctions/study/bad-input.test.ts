import fc from 'fast-check';
import { api } from '../../../contract/api';
import type { Action } from '../../../contract/action';
import { saveDraft } from '../../../contract/study/writing';
import { accountOf } from '../../builders/documents';
import { aDraft, minutes, START_MS, useStudyWorld } from '../../worlds/study-world';

const world = useStudyWorld();

const ACTIONS: readonly Action[] = Object.values(api.study);

const STRANGE: readonly unknown[] = [
  null,
  0,
  '',
  'text',
  [],
  [{}],
  true,
  { studyId: { $ne: '' } },
  { studyId: ['a'] },
  { studyId: 'a'.repeat(41), sittingId: 'b' },
  { studyId: '../members', sittingId: 'b' },
  { month: '2025-13' },
  { month: { $gt: '' } },
  { cursor: 7 },
  { branchId: { $exists: true } },
  { way: 'scan', payload: { $regex: '.*' } },
  { way: 'scan', payload: 'x'.repeat(201) },
  { way: 'typed', studyId: 'a', sittingId: 'b', digits: 123456 },
  { way: 'typed', studyId: 'a', sittingId: '__proto__', digits: '123456' },
  { way: 'shout', payload: 'x' },
  { unknown: 'field' },
];

test('whatever is sent to whatever action, nothing breaks and nothing is written', async () => {
  const studyId = await world.published();
  await world.later(minutes(40));
  const before = [world.study(studyId), world.lines()];
  const calls = ACTIONS.flatMap((action) => STRANGE.map((input) => ({ action, input })));
  const answers = await Promise.all(
    calls.map(({ action, input }) => world.phone('secretary').callWith(action, input)),
  );
  for (const answer of answers) {
    if (!answer.ok) expect(['bad-input', 'not-found']).toContain(answer.code);
  }
  expect([world.study(studyId), world.lines()]).toEqual(before);
  expect(world.cloud.lines).toEqual([]);
});

const draft = aDraft(START_MS);

test.each<{ why: string; change: object }>([
  { why: 'a topic of spaces', change: { topic: '   ' } },
  { why: 'a topic of 41 characters', change: { topic: 'x'.repeat(41) } },
  { why: 'a control character', change: { topic: 'a\u0000b' } },
  { why: 'an unknown kind', change: { kind: 'party' } },
  { why: 'no minutes', change: { minutes: 0 } },
  { why: 'half a minute', change: { minutes: 5.5 } },
  { why: 'minutes as text', change: { minutes: '60' } },
  { why: 'an empty audience', change: { audience: { kind: 'people', memberIds: [] } } },
  { why: 'an operator as audience', change: { audience: { $ne: null } } },
  {
    why: 'an operator as id',
    change: { audience: { kind: 'people', memberIds: [{ $gt: '' }] } },
  },
  { why: 'thirteen sittings', change: { sittings: Array(13).fill(draft.sittings[0]) } },
  { why: 'no sittings', change: { sittings: [] } },
  {
    why: 'a sitting id that reaches into the document',
    change: { sittings: [{ ...draft.sittings[0], sittingId: 'a.b' }] },
  },
  {
    why: 'an instant that is none',
    change: { sittings: [{ ...draft.sittings[0], startAtMs: Number.MAX_VALUE }] },
  },
  { why: 'a secret', change: { sittings: [{ ...draft.sittings[0], secret: 'mine' }] } },
  { why: 'a state', change: { state: 'published' } },
  {
    why: 'material that is no https address',
    change: {
      materials: [
        { title: 'a', kind: 'article', url: 'javascript:alert(1)', minutes: 5, isMustRead: true },
      ],
    },
  },
])('a draft with $why is bad input', async ({ change }) => {
  const input = { studyId: 'study-a', draft: { ...draft, ...change } };
  expect(await world.phone('officer').callWith(saveDraft, input)).toMatchObject({
    code: 'bad-input',
  });
  expect(world.study('study-a')).toBeUndefined();
});

test('query operators inside strings are only strings', async () => {
  const topic = '{"$ne":null} $where';
  const input = { studyId: 'study-a', draft: { ...draft, topic } };
  expect(await world.phone('officer').call(saveDraft, input)).toMatchObject({
    ok: true,
    output: { study: { topic } },
  });
});

test('a call that is no call is bad input', async () => {
  for (const event of [null, 'checkIn', {}, { action: 'toString', input: {} }, { action: 7 }]) {
    const answer = await world.cloud.call('study', event, { openId: accountOf('secretary') });
    expect(answer).toMatchObject({ ok: false, code: 'bad-input' });
  }
});

test('random input never makes an action fail from inside', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ACTIONS),
      fc.dictionary(
        fc.constantFrom('studyId', 'sittingId', 'memberId', 'payload', 'way', 'reply', 'draft'),
        fc.anything({ maxDepth: 2 }),
      ),
      async (action, input) => {
        const answer = await world.phone('secretary').callWith(action, input);
        expect(answer.ok ? 'ok' : answer.code).not.toBe('internal');
      },
    ),
    { numRuns: 60 },
  );
});
