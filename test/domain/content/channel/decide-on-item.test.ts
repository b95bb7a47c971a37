import {
  checkersAmong,
  decideOnItem,
  needsEditors,
  type ItemDeed,
  type ItemStanding,
} from '../../../../domain/content/channel/decide-on-item';
import type { Editor } from '../../../../domain/content/channel/desks';

const someone = (memberId: string, roles: readonly string[], branchId = 'own'): Editor => ({
  memberId,
  branchId,
  roles,
});

const writer = someone('writer', ['member', 'publicity-officer']);
const publicity = someone('publicity', ['publicity-officer']);
const secretary = someone('secretary', ['secretary']);
const discipline = someone('discipline', ['discipline-officer']);
const stranger = someone('stranger', ['secretary', 'publicity-officer'], 'other');
const office = someone('office', ['committee-office'], 'other');
const both = someone('both', ['committee-office', 'publicity-officer']);

const item = (standing: Partial<ItemStanding> = {}): ItemStanding => ({
  channel: 'party',
  branchId: 'own',
  state: 'draft',
  writerIds: ['writer'],
  branchCheckerId: null,
  checks: ['pass', 'pass'],
  ...standing,
});

const outcome = (standing: ItemStanding, deed: ItemDeed, by: Editor): string => {
  const decision = decideOnItem(standing, deed, by);
  return decision.kind === 'done' ? decision.state : decision.reason;
};

const inBranch = item({ state: 'branch-check' });
const inCommittee = item({ state: 'committee-check', branchCheckerId: 'secretary' });
const ready = item({ state: 'ready', branchCheckerId: 'secretary' });
const ofIntegrity = item({ channel: 'integrity' });

test.each<[string, ItemStanding, ItemDeed, Editor, string]>([
  ['its writer writes on', item(), 'write', writer, 'draft'],
  ['another officer of the channel writes on it too', item(), 'write', publicity, 'draft'],
  ['a secretary writes nothing', item(), 'write', secretary, 'not-your-desk'],
  ['another branch writes nothing', item(), 'write', stranger, 'not-your-desk'],
  ['a publicity officer writes no integrity', ofIntegrity, 'write', publicity, 'not-your-desk'],
  ['a discipline officer does', ofIntegrity, 'write', discipline, 'draft'],
  ['and nothing for the other channel', item(), 'write', discipline, 'not-your-desk'],
  ['nobody writes on what is being checked', inBranch, 'write', writer, 'not-at-this-step'],
  ['the secretary passes it', inBranch, 'pass', secretary, 'committee-check'],
  ['so does another officer of the channel', inBranch, 'pass', publicity, 'committee-check'],
  ['its writer does not', inBranch, 'pass', writer, 'own-item'],
  ['whoever lost the office does not', inBranch, 'pass', someone('x', ['member']), 'not-your-desk'],
  ['another branch does not', inBranch, 'pass', stranger, 'not-your-desk'],
  ['the committee office does not', inBranch, 'pass', office, 'not-your-desk'],
  ['the committee office makes the second check', inCommittee, 'pass', office, 'ready'],
  ['nobody else does', inCommittee, 'pass', secretary, 'not-your-desk'],
  [
    'not who has made the first',
    item({ state: 'committee-check', branchCheckerId: 'both' }),
    'pass',
    both,
    'checked-by-you',
  ],
  [
    'not who has written on it',
    item({ state: 'committee-check', writerIds: ['writer', 'both'] }),
    'pass',
    both,
    'own-item',
  ],
  [
    'not before WeChat has said what it thinks of a picture',
    item({ state: 'branch-check', checks: ['pass', 'pending'] }),
    'pass',
    secretary,
    'not-checked',
  ],
  [
    'what WeChat is not sure of, two people look at',
    item({ state: 'branch-check', checks: ['to-look-at', 'to-look-at'] }),
    'pass',
    secretary,
    'committee-check',
  ],
  ['it goes back from either check', inCommittee, 'return', office, 'draft'],
  ['and from what is ready, by the second desk', ready, 'return', office, 'draft'],
  ['not by the first', ready, 'return', secretary, 'not-your-desk'],
  ['what is ready is not passed again', ready, 'pass', office, 'not-at-this-step'],
  ['a draft is not passed', item(), 'pass', secretary, 'not-at-this-step'],
  ['its desk withdraws it', item({ state: 'published' }), 'withdraw', writer, 'withdrawn'],
  ['so does the committee office', item({ state: 'published' }), 'withdraw', office, 'withdrawn'],
  ['nobody else does', item({ state: 'published' }), 'withdraw', discipline, 'not-your-desk'],
  ['once', item({ state: 'withdrawn' }), 'withdraw', office, 'not-at-this-step'],
])('%s', (_, standing, deed, by, expected) => {
  expect(outcome(standing, deed, by)).toBe(expected);
});

const office2 = someone('office-2', ['committee-office'], 'third');
const names = (standing: ItemStanding, ...editors: readonly Editor[]) =>
  checkersAmong(standing, editors).map(({ memberId }) => memberId);
const byBoth = { writerIds: ['writer', 'publicity'] };

test.each<[string, ItemStanding, readonly Editor[], readonly string[]]>([
  ['its own desk', inBranch, [writer, secretary, office], ['secretary']],
  [
    'where all of the branch have written on it, the committee office',
    item({ ...inBranch, ...byBoth }),
    [writer, publicity, office, office2],
    ['office', 'office-2'],
  ],
  [
    'where the branch has nobody else, the committee office',
    inBranch,
    [writer, stranger, office],
    ['office'],
  ],
  ['nobody of another branch', inBranch, [writer, stranger], []],
  [
    'the second not who made the first',
    { ...inCommittee, branchCheckerId: 'office' },
    [office, office2],
    ['office-2'],
  ],
  [
    'where the committee office has nobody, the desk of the branch',
    { ...inCommittee, branchCheckerId: 'secretary' },
    [secretary, writer, publicity],
    ['publicity'],
  ],
  [
    'where the committee office is whoever made the first, it too',
    { ...inCommittee, branchCheckerId: 'office' },
    [office, writer, secretary],
    ['secretary'],
  ],
  ['nobody', { ...inCommittee, branchCheckerId: 'office' }, [office, writer], []],
  ['nobody checks what is ready', ready, [secretary, office], []],
])('a check is made by %s', (_, standing, editors, expected) => {
  expect(names(standing, ...editors)).toEqual(expected);
});

test('who stands in passes and returns it, and where nobody is left it is said so', () => {
  const decide = (deed: ItemDeed, by: Editor, standing: ItemStanding, ...editors: Editor[]) => {
    const decision = decideOnItem(standing, deed, by, editors);
    return decision.kind === 'done' ? decision.state : decision.reason;
  };
  expect(decide('pass', office, inBranch, writer, office)).toBe('committee-check');
  expect(decide('return', office, inBranch, writer, office)).toBe('draft');
  expect(decide('pass', office, inBranch, writer, secretary, office)).toBe('not-your-desk');
  expect(decide('pass', writer, inBranch, writer, office)).toBe('own-item');
  expect(decide('pass', writer, inBranch, writer, stranger)).toBe('nobody-left');
  const second = { ...inCommittee, branchCheckerId: 'office' };
  expect(decide('pass', office, second, writer, office, office2)).toBe('checked-by-you');
  expect(decide('pass', office, second, writer, office)).toBe('nobody-left');
  // Back to its draft it goes all the same.
  expect(decide('return', office, second, writer, office)).toBe('draft');
  expect(decide('pass', someone('x', ['member']), second, writer, office)).toBe('not-your-desk');
});

test('who else holds an office matters to whoever may not check it by their own', () => {
  expect(needsEditors(inBranch, secretary)).toBe(false);
  expect(needsEditors(inBranch, office)).toBe(true);
  expect(needsEditors(inBranch, writer)).toBe(true);
  expect(needsEditors(inCommittee, office)).toBe(false);
  expect(needsEditors(inBranch, stranger)).toBe(false);
  expect(needsEditors(ready, writer)).toBe(false);
});
