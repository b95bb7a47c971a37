import type { StarMonthDocument } from '../../../../cloudfunctions/_store/star/star-month-document';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import {
  aCountedMonth,
  aNomination,
  aPlan,
  aPublicMonth,
  aStarMonth,
} from '../../../builders/star';
import { useChannelWorld } from '../../../worlds/channel-world';
import { aMember } from '../../../worlds/study-world';

const world = useChannelWorld();
const NOW = instantOf(localDay('2025-03-05'), 9 * 60);

const starsOf = async (memberId: string) =>
  (await world.phone(memberId).get(waitsForMe, {})).tasks.filter(({ kind }) => kind === 'star');
const told = async (memberId: string) =>
  (await starsOf(memberId)).map(({ kind, title }) => `${kind} ${title}`);

const past = aPlan({ nominationsUntilAtMs: NOW - 1 });
const list = { frozenAtMs: NOW - 2, seed: 's', candidates: [] };
const counted = aCountedMonth('branch-1', [aMember('member-1')]);
const unchosen = aCountedMonth('branch-1', [aMember('member-1')], {
  result: { ...counted.result!, outcome: 'not-valid', memberIds: [] },
});
const objection = { objectionId: 'o', text: 't', atMs: NOW - 3, answer: null };
const by = (memberId: string) => ({ by: { memberId, name: memberId } });
const noticed = aPublicMonth('branch-1', aMember('member-1'), {
  objections: [{ ...objection, ...by('discipline') }],
});

test.each<[string, Partial<StarMonthDocument>, string, string[]]>([
  ['while it is nominated', {}, 'secretary', []],
  ['nominations are over', { plan: past }, 'secretary', ['star 2月之星，提名截止了']],
  ['which others do not lead', { plan: past }, 'discipline', []],
  ['the list is fixed', { state: 'listed', list }, 'secretary', ['star 2月之星，该投票了']],
  ['a poll is open', { state: 'voting', list }, 'secretary', []],
  ['votes are counted', counted, 'secretary', ['star 2月之星，票计完了']],
  ['nobody was chosen', unchosen, 'secretary', ['star 2月之星，没有选出来']],
  ['an objection waits', noticed, 'secretary', ['star 2月之星，1 条异议']],
  [
    'an objection waits whose notice was taken back',
    { ...noticed, state: 'counted', stars: [], decision: null },
    'secretary',
    ['star 2月之星，票计完了', 'star 2月之星，1 条异议'],
  ],
  [
    'an objection waits of a month that is over',
    { ...noticed, state: 'over', stars: [] },
    'secretary',
    ['star 2月之星，1 条异议'],
  ],
  ['which is one’s own', noticed, 'discipline', []],
  ['which members do not answer', noticed, 'member-2', []],
  ['long ago', { plan: past, month: '2024-12' }, 'secretary', []],
])('waits for who does its next step: %s', async (_, star, memberId, lines) => {
  await world.plant('star_months', aStarMonth('branch-1', star));
  expect(await told(memberId)).toEqual(lines);
});

test('neither its decision nor a second round is for who was voted for', async () => {
  const ofSecretary = aCountedMonth('branch-1', [aMember('secretary')]);
  await world.plant('star_months', ofSecretary);
  expect(await told('secretary')).toEqual([]);
  const result = { ...ofSecretary.result, next: 'run-off' };
  await world.alter('star_months', ofSecretary._id, { result });
  expect(await told('secretary')).toEqual([]);
});

const agreed = (memberId: string) =>
  aNomination(`of-${memberId}`, aMember(memberId), { state: 'agreed' });

test('R-284 its list is not for an officer who has agreed to stand', async () => {
  await world.plant('star_months', aStarMonth('branch-1', { plan: past }));
  await world.plant('star_nominations', agreed('secretary'));
  expect(await told('secretary')).toEqual([]);
  await world.alter('star_nominations', 'of-secretary', { state: 'withdrawn' });
  expect(await told('secretary')).toEqual(['star 2月之星，提名截止了']);
});

describe('R-284 where nobody of a branch may do its next step', () => {
  const stood = ['secretary', 'officer', 'member-1'].map((id) => aMember(id));
  const listed = aCountedMonth('branch-1', stood);
  const ofOffice = () => starsOf('office');
  const open = (memberId: string) => ({ ...objection, ...by(memberId) });
  const notice = (...objectors: readonly string[]) =>
    aPublicMonth('branch-1', aMember('member-1'), {
      objections: objectors.map(open),
    });

  test.each<[string, StarMonthDocument, string, string]>([
    [
      'votes are opened',
      { ...listed, state: 'listed', result: null, pollIds: [] },
      '该投票了',
      'packages/star/month/month',
    ],
    ['votes are counted', listed, '票计完了', 'packages/star/outcome/outcome'],
    [
      'another round is promised',
      { ...listed, result: { ...listed.result!, next: 'run-off' } },
      '该再投一轮了',
      'packages/star/outcome/outcome',
    ],
    [
      'too few had voted',
      { ...listed, result: { ...listed.result!, outcome: 'not-valid', memberIds: [] } },
      '没有选出来',
      'packages/star/outcome/outcome',
    ],
  ])(
    'it waits for the committee office, by the name of the branch: %s',
    async (_, star, title, page) => {
      await world.plant('star_months', star);
      expect(await ofOffice()).toMatchObject([
        {
          title: `branch-1 · 2月之星，${title}`,
          page: `${page}?branchId=branch-1&month=2025-02`,
        },
      ]);
      expect(await told('secretary')).toEqual([]);
      await world.alter('members', 'member-2', { roles: ['member', 'organisation-officer'] });
      expect(await ofOffice()).toEqual([]);
      expect(await told('member-2')).toEqual([`star 2月之星，${title}`]);
    },
  );

  test('so does its list while all who lead it have agreed to stand', async () => {
    await world.plant('star_months', aStarMonth('branch-1', { plan: past }));
    await world.plant('star_nominations', agreed('secretary'), agreed('member-1'));
    expect(await ofOffice()).toEqual([]);
    await world.plant('star_nominations', agreed('officer'));
    expect(await ofOffice()).toMatchObject([
      {
        title: 'branch-1 · 2月之星，提名截止了',
        page: 'packages/star/nominations/nominations?branchId=branch-1&month=2025-02',
      },
    ]);
    await world.alter('star_months', 'branch-1_2025-02', { plan: aPlan() });
    expect(await ofOffice()).toEqual([]);
  });

  test('so do objections that every officer of the branch has a stake in, or has raised', async () => {
    await world.plant('star_months', notice('discipline', 'member-2'));
    expect(await ofOffice()).toEqual([]);
    for (const memberId of ['secretary', 'officer', 'writer', 'writer-2']) {
      await world.alter('members', memberId, { roles: ['member'] });
    }
    expect(await ofOffice()).toMatchObject([{ title: 'branch-1 · 2月之星，1 条异议' }]);
    expect(await told('discipline')).toEqual(['star 2月之星，1 条异议']);
    await world.alter('members', 'discipline', { roles: ['member'] });
    expect(await ofOffice()).toMatchObject([{ title: 'branch-1 · 2月之星，2 条异议' }]);
  });

  test('but not of a member of the office whose own matter it is', async () => {
    await world.plant('star_months', aCountedMonth('branch-1', [...stood, aMember('office')]));
    expect(await ofOffice()).toEqual([]);
  });
});

test('a second round comes before a decision', async () => {
  const ofMember = aCountedMonth('branch-1', [aMember('member-1')]);
  await world.plant('star_months', ofMember);
  const result = { ...ofMember.result, next: 'run-off' };
  await world.alter('star_months', ofMember._id, { result });
  expect(await told('secretary')).toEqual(['star 2月之星，该再投一轮了']);
});

test('for the committee office it is four requests at most, whatever waits in its branches', async () => {
  const stood = ['secretary', 'officer'].map((id) => aMember(id));
  await world.plant('star_months', aCountedMonth('branch-1', stood));
  await world.cloud.host.reload('study');
  world.cloud.counts.reset();
  expect(await told('office')).toHaveLength(1);
  const requests = Object.entries(world.cloud.counts.byAction)
    .filter(([action]) => action.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0);
  expect(requests).toBeLessThanOrEqual(4);
});
