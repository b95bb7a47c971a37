import { fileURLToPath } from 'node:url';
import { keepingActions } from '../../../contract/people/keeping';
import { memberActions } from '../../../contract/people/member';
import type { Role } from '../../../contract/roles';
import { rosterActions } from '../../../contract/roster/roster';
import { rotationActions, type RotationDraft } from '../../../contract/roster/rotations';
import { localDay, MS_PER_DAY } from '../../../domain/time/local-day';
import { startTestCloud, TEST_START_MS, type TestCloud } from '../../worlds/test-cloud';
import { inviteFirstOfficer } from '../../../tools/deploy/first-officer';
import { pointAtLocalCloud } from '../../../tools/deploy/point-sdk';
import { runFirstOfficer } from '../../../tools/deploy/run-first-officer';
import { aBranch, aMember } from '../../builders/documents';
import { plant, snapshot } from '../../builders/stored';
import { phone } from '../../client';
import { runScript } from '../start-process';

const { bind, hello, addMember, invitation, setRoles } = memberActions;
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ functions: ['member'] });
  pointAtLocalCloud(cloud.address);
});
beforeEach(() => cloud.reset());
afterAll(() => cloud.stop());

const OFFICE: Role[] = ['member', 'committee-office'];
const wang = { name: '王海', staffNumber: 'QY001', branchName: '党委工作部' };

/** The code that was printed for them. */
async function codeFor(officer = wang, nowMs = TEST_START_MS): Promise<string> {
  const invited = await inviteFirstOfficer(officer, nowMs);
  if (invited.kind !== 'invited') throw new Error(JSON.stringify(invited));
  return invited.invitation.code;
}

const binding = (name: string, staffNumber: string, invitationCode: string) =>
  ({ name, staffNumber, invitationCode, agreedPrivacyVersion: 1 }) as const;

test('the id that every phone of the branch reads is not made of the staff number', async () => {
  const officer = phone(cloud, 'phone-wang');
  const ids: string[] = [];
  for (let run = 0; run < 2; run += 1) {
    await cloud.reset();
    const { me } = await officer.get(bind, binding('王海', 'qy001', await codeFor()));
    ids.push(me.memberId);
  }
  expect(ids[0]).not.toBe(ids[1]);
});

test('from an empty environment to a newcomer with shifts, by the app alone', async () => {
  const officer = phone(cloud, 'phone-wang');
  const bound = await officer.get(bind, binding('王海', 'qy001', await codeFor()));
  expect(bound.me).toMatchObject({
    name: '王海',
    branchName: '党委工作部',
    roles: ['member', 'committee-office'],
  });

  await officer.get(rotationActions.saveRotation, { draft: fourCrews });
  await officer.get(keepingActions.saveBranch, {
    branchId: 'boiler',
    name: '锅炉支部',
    groups: [{ groupId: 'boiler-a', name: '甲班党小组' }],
    removedGroupIds: [],
  });
  const { crews, groups } = await officer.get(keepingActions.placeChoices, { branchId: 'boiler' });
  expect(crews.map(({ name }) => name)).toEqual(['甲班', '乙班', '丙班', '丁班']);
  await officer.get(addMember, {
    branchId: 'boiler',
    memberId: 'li-id',
    name: '李明',
    staffNumber: 'QY002',
    groupId: groups[0]?.groupId ?? null,
    crewId: crews[0]?.crewId ?? null,
    standing: 'member',
  });
  await officer.get(setRoles, { memberId: 'li-id', roles: ['member', 'secretary'] });
  const { code } = await officer.get(invitation, { branchId: 'boiler', renew: false });

  const newcomer = phone(cloud, 'phone-li');
  const li = await newcomer.get(bind, binding('李明', 'QY002', code));
  expect(li.me).toMatchObject({
    branchName: '锅炉支部',
    groupName: '甲班党小组',
    crewName: '甲班',
  });
  const { days } = await newcomer.get(rosterActions.myRoster, { month: '2025-03' });
  expect(days.some(({ slots }) => slots.some(({ durationMinutes }) => durationMinutes > 0))).toBe(
    true,
  );
});

test('a second run gives the same code, and writes nothing', async () => {
  const code = await codeFor();
  const before = snapshot(cloud);
  expect(await codeFor()).toBe(code);
  expect(snapshot(cloud)).toBe(before);
});

test('after seven days there is another code, and it opens', async () => {
  const code = await codeFor();
  await cloud.clock.set(TEST_START_MS + 7 * MS_PER_DAY);
  const later = await codeFor(wang, TEST_START_MS + 7 * MS_PER_DAY);
  expect(later).not.toBe(code);
  const me = await phone(cloud, 'phone-wang').get(bind, binding('王海', 'QY001', later));
  expect(me.me.name).toBe('王海');
});

test('in a branch of this name that is there already', async () => {
  await plant(cloud, { branches: [aBranch('own', { name: '机关支部' })] });
  await codeFor({ ...wang, branchName: '机关支部' });
  expect([...cloud.engine.collection('branches').all()]).toHaveLength(1);
});

test('where the committee office has lost everybody, a member who is bound takes it on', async () => {
  const left = localDay('2025-03-01');
  await plant(cloud, {
    branches: [aBranch('own')],
    members: [
      aMember('old', { roles: ['member', 'committee-office'], leftDay: left }),
      aMember('secretary', { name: '王海', staffNumber: 'QY001', roles: ['member', 'secretary'] }),
    ],
  });
  expect(await inviteFirstOfficer(wang, TEST_START_MS)).toEqual({ kind: 'promoted' });
  const { me } = await phone(cloud, 'phone-secretary').get(hello, {});
  expect(me?.roles).toEqual(['member', 'secretary', 'committee-office']);
});

test.each([
  ['somebody else is of the committee office', { name: '陈', staffNumber: 'QY9', roles: OFFICE }],
  ['the staff number has another name', { name: '陈', staffNumber: 'QY001' }],
  ['they have left', { name: '王海', staffNumber: 'QY001', leftDay: localDay('2025-03-01') }],
  ['they are bound already', { name: '王海', staffNumber: 'QY001', roles: OFFICE }],
])('when %s, it is said and nothing is written', async (_, member) => {
  await plant(cloud, { branches: [aBranch('own')], members: [aMember('there', member)] });
  const before = snapshot(cloud);
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  expect(await runFirstOfficer(wang, { nowMs: TEST_START_MS, say })).toBe(1);
  expect(said).toEqual([expect.stringMatching(/^first officer: nothing was changed: /u)]);
  expect(snapshot(cloud)).toBe(before);
});

test('the command line invites into a local cloud and prints what to type', async () => {
  const words = ['--local', cloud.address, '--first-officer', '王海,QY001', '--branch', '机关支部'];
  const script = ['--import', 'tsx', 'tools/deploy.ts', ...words];
  const { code, out } = await runScript(script, ROOT, process.env).ended;
  expect(code).toBe(0);
  const [, printed = ''] =
    /姓名 +王海\n +工号 +QY001\n +邀请码 +([2-9A-HJ-NP-Z]{6}) /u.exec(out) ?? [];
  const { me } = await phone(cloud, 'phone-wang').get(bind, binding('王海', 'QY001', printed));
  expect(me.branchName).toBe('机关支部');
});

test.each(['nonsense', '127.0.0.1:4301', 'http://127.0.0.1:4301', 'http://127.0.0.1:4301/desk'])(
  '"%s" is no address of a local cloud, and where one is found is said',
  async (address) => {
    const script = ['--import', 'tsx', 'tools/deploy.ts', '--local', address];
    const { code, errors } = await runScript(
      [...script, '--first-officer', '王海,QY001'],
      ROOT,
      process.env,
    ).ended;
    expect(code).toBe(1);
    expect(errors).toBe(`--local: not the whole address that npm start prints: ${address}\n`);
  },
);

const fourCrews: RotationDraft = {
  rotationId: 'boiler-house',
  name: '锅炉房四班两倒',
  pattern: { kind: 'preset', presetId: 'four-crews-two-shifts' },
  crews: ['甲班', '乙班', '丙班', '丁班'].map((name, at) => ({ crewId: `crew-${at}`, name })),
  validFromDay: localDay('2025-03-05'),
  answers: [{ day: localDay('2025-03-05'), label: 'white', crewId: 'crew-0' }],
};
