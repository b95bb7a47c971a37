import { MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { anEntry } from '../../../builders/contests';
import { ITEM, NEXT_DAY_MS, NOON_MS, READING, RIGHT, TRAIL } from './a-right-log';
import { auditContent } from './audit-content';
import { accountsOf } from './audit-issues';
import type { ContentLog } from './log';

const { notices, stored, runs, listings } = RIGHT;
const [listing] = listings;
if (listing === undefined) throw new Error('a right log lists what is open');

const storing = (changes: Partial<ContentLog['stored']>) => ({ stored: { ...stored, ...changes } });
const noticing = (changes: Partial<ContentLog['notices']>) => ({
  notices: { ...notices, ...changes },
});
const item = (changes: Partial<typeof ITEM>) => storing({ items: [{ ...ITEM, ...changes }] });
const messages = (change: (each: (typeof stored.deliveries)[number]) => object) =>
  storing({ deliveries: stored.deliveries.map((each) => ({ ...each, ...change(each) })) });
const ofB3 = (changes: object) => messages(({ branchId }) => (branchId === 'b3' ? changes : {}));
const listed = (changes: Partial<typeof listing>) => ({ listings: [{ ...listing, ...changes }] });
const withdrawal = { seq: 3, atMs: NOON_MS, itemId: 'item' };

test('a right log has nothing to complain of', () => {
  expect(auditContent(RIGHT)).toEqual([]);
  expect(new Set(accountsOf(RIGHT))).toEqual(new Set(['in-inbox']));
});

test.each<[string, Partial<ContentLog>, RegExp]>([
  ['an item that is gone', storing({ items: [] }), /lost: item/u],
  [
    'a check by its writer',
    { drafted: [{ itemId: 'item', channel: 'party', writerId: 'office' }] },
    /item: own check/u,
  ],
  [
    'two checks by one',
    item({
      steps: TRAIL.map((step) =>
        step.kind === 'passed-committee'
          ? { ...step, by: { memberId: 'secretary', name: '' } }
          : step,
      ),
    }),
    /checked twice by one/u,
  ],
  [
    'an item that is out without its second check',
    item({ steps: TRAIL.filter(({ kind }) => kind !== 'passed-committee') }),
    /planned after committee-check/u,
  ],
  ['an item that came out twice', { runs: [...runs, { ...runs[0]!, seq: 6 }] }, /out 2 times/u],
  [
    'one that came out early',
    { runs: [{ ...runs[0]!, atMs: NOON_MS - 1 }, runs[1]!] },
    /before its hour/u,
  ],
  [
    'one that came out late',
    {
      runs: [
        { ...runs[0]!, broughtOut: [] },
        { ...runs[1]!, broughtOut: [] },
        { ...runs[0]!, seq: 9, atMs: NEXT_DAY_MS },
      ],
    },
    /item: not out at 2025-03-05T13:00/u,
  ],
  ['one that is withdrawn and out', { withdrawals: [withdrawal] }, /not withdrawn: item/u],
  [
    'a send when nothing was due',
    { runs: [runs[0]!, { ...runs[1]!, needless: 1 }] },
    /1 sent when nothing was due/u,
  ],
  ['a channel without it', { looks: [{ ...RIGHT.looks[0]!, shown: [] }] }, /showed .* not item/u],
  [
    'a channel that shows what is withdrawn',
    { ...item({ state: 'withdrawn' }), withdrawals: [{ ...withdrawal, seq: 2 }] },
    /showed item false, not item true/u,
  ],
  [
    'a branch that is not told',
    storing({ deliveries: stored.deliveries.filter(({ branchId }) => branchId !== 'b3') }),
    /b3: 0 messages, not 1/u,
  ],
  [
    'a message of an issue that was taken back',
    ofB3({ cancelledAtMs: NOON_MS }),
    /b3: 0 messages/u,
  ],
  [
    'a message of nothing',
    messages(({ page }) => ({ page: page?.replace('05', '06') ?? null })),
    /tells of what is not out/u,
  ],
  ['a message to others than the branch', ofB3({ memberIds: [] }), /for others than its branch/u],
  [
    'somebody who has it not in the inbox',
    noticing({ inboxes: notices.inboxes.slice(1) }),
    /^lost: /u,
  ],
  ['an item after its window', ofB3({ deadlineAtMs: NOON_MS + MS_PER_HOUR }), /^lost: /u],
  [
    'a must-read that asks others than its audience',
    { editions: [{ ...RIGHT.editions[0]!, memberIds: ['told'] }] },
    /reading_1 asks of-b0,open,told, not told/u,
  ],
  [
    'an acknowledgement that is lost',
    messages(() => ({ acks: {} })),
    /reading_1 told by undefined/u,
  ],
  [
    'one that nobody gave',
    { acks: RIGHT.acks.slice(1) },
    /reading_1 of-b0 by null, not undefined/u,
  ],
  [
    'somebody who is not listed',
    listed({ unread: new Map() }),
    /reading in b0: {2}named, not open/u,
  ],
  ['somebody without a reason', listed({ reasons: [] }), /open: {2}said, not not-acknowledged/u],
  [
    'a wrong reason',
    listed({
      deliveries: [{ ...READING, groups: READING.groups.map((g) => ({ ...g, outcomes: {} })) }],
    }),
    /open: not-acknowledged said, not not-looked/u,
  ],
  ['an answer that is not kept', storing({ entries: [] }), /of-b0: {2}kept, not q1 right/u],
  [
    'an answer that was let in after the end',
    { answers: [{ ...RIGHT.answers[0]!, atMs: NEXT_DAY_MS + MS_PER_DAY }] },
    /kept, not contest-over/u,
  ],
  [
    'an answer that nobody gave',
    storing({ entries: [...stored.entries, anEntry('contest', 'told')] }),
    /contest told: nobody answered/u,
  ],
])('complains of %s', (_, changes, complaint) => {
  expect(auditContent({ ...RIGHT, ...changes })).toContainEqual(expect.stringMatching(complaint));
});

test('what is withdrawn, and who has left, is accounted for', () => {
  const members = stored.members.map((member) => {
    return member._id === 'of-b3' ? { ...member, leftDay: '2025-03-06' as never } : member;
  });
  expect(accountsOf({ ...RIGHT, ...storing({ members }) })).toContain('left');
  expect(new Set(accountsOf({ ...RIGHT, ...item({ state: 'withdrawn' }) }))).toEqual(
    new Set(['withdrawn']),
  );
});
