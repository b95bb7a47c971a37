import { whoLooked } from '../../../../contract/branch/audit';
import { noteDetail } from '../../../../contract/note/writing';
import { memberRecord } from '../../../../contract/people/keeping';
import { changeMember, releaseBinding, setRoles } from '../../../../contract/people/member';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { aNote } from '../../../builders/notes';
import { plant } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';

const world = useMemberCloud(['branch', 'member', 'note']);
const seenBy = async (who: string) => (await world.of(who).get(whoLooked, {})).entries;
const later = (ms: number) => world.cloud.clock.set(world.cloud.clock.nowMs() + ms);

test('who opens the record of a member is named to them, once a day, and not for their own', async () => {
  for (const memberId of ['alice', 'alice', 'organiser']) {
    await world.of('organiser').get(memberRecord, { memberId });
  }
  expect(await seenBy('alice')).toMatchObject([
    { byName: 'Name organiser', what: { kind: 'saw-member' }, count: 1 },
  ]);
  expect(await seenBy('organiser')).toEqual([]);
  await later(MS_PER_DAY);
  await world.of('organiser').get(memberRecord, { memberId: 'alice' });
  expect(await seenBy('alice')).toHaveLength(2);
});

test('an officer who reads a note is named to its author; the author and the branch are not', async () => {
  await plant(world.cloud, {
    notes: [
      aNote('n1', aMember('alice'), {
        title: 'ask once more',
        state: 'used',
        sharedAtMs: 1,
        sharing: { isSigned: true, scope: 'branch' },
      }),
    ],
  });
  for (const who of ['alice', 'bob', 'inspector', 'inspector']) {
    await world.of(who).get(noteDetail, { noteId: 'n1' });
  }
  expect(await seenBy('alice')).toMatchObject([
    { byName: 'Name inspector', what: { kind: 'saw-note', title: 'ask once more' } },
  ]);
});

test('opening a note is one request to its author, and two to an officer, who is noted', async () => {
  await plant(world.cloud, { notes: [aNote('n1', aMember('alice'))] });
  const requestsOf = async (who: string) => {
    world.cloud.counts.reset();
    await world.of(who).get(noteDetail, { noteId: 'n1' });
    return world.cloud.counts.total;
  };
  expect(await requestsOf('alice')).toBe(1);
  expect(await requestsOf('inspector')).toBe(2);
});

test('what an officer changes of the roster is said to the person, without what stood there', async () => {
  const secretary = world.of('secretary');
  await secretary.get(changeMember, { memberId: 'alice', name: 'Alice', groupId: null });
  await later(1);
  await secretary.get(setRoles, { memberId: 'alice', roles: ['member', 'group-leader'] });
  await later(1);
  expect((await seenBy('alice')).map(({ what }) => what)).toEqual([
    { kind: 'changed-member', fields: ['roles'] },
    { kind: 'changed-member', fields: ['name', 'group'] },
  ]);
  await secretary.get(releaseBinding, { memberId: 'bob', reason: 'a new phone' });
  const entries = [...world.cloud.engine.collection('audit_entries').all()];
  expect(entries.map(({ document }) => document)).toContainEqual(
    expect.objectContaining({
      memberIds: ['bob'],
      what: { kind: 'changed-member', fields: ['binding'] },
    }),
  );
});

test('a change that is sent twice is one line, and one that was refused is none', async () => {
  const secretary = world.of('secretary');
  const input = { memberId: 'alice', standing: 'probationary-member' } as const;
  await secretary.call(changeMember, input, { requestId: 'same' });
  await secretary.call(changeMember, input, { requestId: 'same' });
  await secretary.call(changeMember, { memberId: 'alice', groupId: 'of-nobody' });
  expect(await seenBy('alice')).toHaveLength(1);
});

test('a way chooses from the lines, and what is counted is of thirty days', async () => {
  const secretary = world.of('secretary');
  await secretary.get(memberRecord, { memberId: 'alice' });
  await later(31 * MS_PER_DAY);
  await secretary.get(memberRecord, { memberId: 'alice' });
  await secretary.get(changeMember, { memberId: 'alice', name: 'Alice' });
  const alice = world.of('alice');
  const all = await alice.get(whoLooked, {});
  expect(all.lately).toEqual({ saw: 1, exported: 0, changed: 1 });
  expect(all.entries).toHaveLength(3);
  const changed = await alice.get(whoLooked, { way: 'changed' });
  expect(changed.entries.map(({ what }) => what.kind)).toEqual(['changed-member']);
  expect(changed.lately).toEqual(all.lately);
  expect((await alice.get(whoLooked, { way: 'exported' })).entries).toEqual([]);
});
