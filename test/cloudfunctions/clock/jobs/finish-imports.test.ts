import { rosterImportActions } from '../../../../contract/branch/roster-import';
import type { RosterStep } from '../../../../cloudfunctions/_store/people/roster-imports';
import { instantOf, localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import { aRosterImport } from '../../../builders/roster-imports';
import { aMember } from '../../../builders/documents';
import { plant, stored } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { applyRoster } = rosterImportActions;
const world = useMemberCloud(['branch', 'clock']);
const TODAY = localDay('2025-03-05');
const AT_MS = instantOf(TODAY, 9 * 60 + 10);

const tickAt = async (atMs: number) => {
  world.cloud.clock.jump(atMs);
  // A fresh instance looks for all that it does now and then.
  await world.cloud.host.reload('clock');
  await world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
};
const documents = (name: string) =>
  [...world.cloud.engine.collection(name).all()].map(({ document }) => document);

const before = (memberId: string) => {
  const { groupId, roles, crewHistory } = stored(world.cloud, 'members', memberId);
  return { groupId, roles, crewHistory };
};
const moving = (...memberIds: readonly string[]): RosterStep => ({
  kind: 'change',
  crewId: 'crew-2',
  people: memberIds.map((memberId) => ({
    memberId,
    name: `Name ${memberId}`,
    before: before(memberId),
  })),
});
const NEW = {
  memberId: 'new-1',
  name: 'New One',
  staffNumber: 'NEW1',
  groupId: null,
  crewId: 'crew-1',
  standing: 'member',
} as const;

async function decided(steps: readonly RosterStep[]): Promise<void> {
  const planId = 'plan-1';
  await plant(world.cloud, {
    roster_imports: [aRosterImport('cut-off', { state: 'applying', planId, changed: 2 })],
    roster_steps: steps.map((step, at) => ({
      _id: `cut-off_${planId}_000${at}`,
      importId: 'cut-off',
      planId,
      step,
      schemaVersion: 1,
    })),
  });
}
const crewOf = (memberId: string) => stored(world.cloud, 'members', memberId).crewHistory;

test('an import that was cut off after any step is finished by the clock, and nothing is done twice', async () => {
  await decided([{ kind: 'add', people: [NEW] }, moving('alice', 'bob')]);
  // Done before it was cut off: the new person and one of the two.
  await plant(world.cloud, {
    members: [
      aMember('new-1', { name: 'New One', staffNumber: 'NEW1' }),
      aMember('alice', { crewHistory: [{ crewId: 'crew-2', fromDay: TODAY }] }),
    ],
  });
  await tickAt(AT_MS);
  expect(crewOf('alice')).toEqual([{ crewId: 'crew-2', fromDay: '2025-03-05' }]);
  expect(crewOf('bob')).toEqual([{ crewId: 'crew-2', fromDay: '2025-03-05' }]);
  expect(documents('roster_imports')).toMatchObject([{ state: 'done', overtaken: [] }]);
});

test('whoever asks again finishes it at once', async () => {
  await decided([moving('alice')]);
  const input = {
    importId: 'cut-off',
    fileName: 'f.xlsx',
    at: 0,
    content: 'UEsDBA==',
    planId: 'abcdef01',
    leavingIds: [],
  };
  const output = await world.of('organiser').get(applyRoster, input);
  expect(output).toMatchObject({ changed: 2, overtaken: [] });
  expect(crewOf('alice')).toEqual([{ crewId: 'crew-2', fromDay: '2025-03-05' }]);
});

test('who was changed by somebody since it was decided stays as that says, and is named', async () => {
  await decided([
    moving('alice', 'bob'),
    { kind: 'leave', people: [{ memberId: 'secretary', name: 'Name secretary' }] },
  ]);
  await plant(world.cloud, {
    members: [aMember('alice', { crewHistory: [{ crewId: 'crew-3', fromDay: TODAY }] })],
  });
  await tickAt(AT_MS);
  expect(crewOf('alice')).toEqual([{ crewId: 'crew-3', fromDay: '2025-03-05' }]);
  expect(crewOf('bob')).toEqual([{ crewId: 'crew-2', fromDay: '2025-03-05' }]);
  expect(stored(world.cloud, 'members', 'secretary').leftDay).toBeNull();
  expect(documents('roster_imports')).toMatchObject([
    { state: 'done', overtaken: ['Name alice', 'Name secretary'] },
  ]);
});

test('a crew that is planned for later is replaced, and the past stays', async () => {
  const planned = [
    { crewId: 'crew-1', fromDay: localDay('2024-01-01') },
    { crewId: 'crew-4', fromDay: localDay('2025-04-01') },
  ];
  await plant(world.cloud, { members: [aMember('alice', { crewHistory: planned })] });
  await decided([moving('alice')]);
  await tickAt(AT_MS);
  expect(crewOf('alice')).toEqual([planned[0], { crewId: 'crew-2', fromDay: '2025-03-05' }]);
});

test('one that is at work is left alone, and a day after it is done it is forgotten', async () => {
  await decided([moving('alice')]);
  await world.cloud.clock.set(instantOf(TODAY, 9 * 60));
  await tickAt(instantOf(TODAY, 9 * 60));
  expect(documents('roster_imports')).toMatchObject([{ state: 'applying' }]);
  await tickAt(AT_MS);
  await tickAt(AT_MS + MS_PER_DAY);
  expect([documents('roster_imports'), documents('roster_steps')]).toEqual([[], []]);
});
