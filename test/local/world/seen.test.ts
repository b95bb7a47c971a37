import { memberActions } from '../../../contract/people/member';
import { roll } from '../../../contract/study/register';
import { studyActions } from '../../../contract/study/mine';
import { branchStudies } from '../../../contract/study/writing';
import { shiftsOf } from '../../../domain/shift/roster-day';
import { addDays, dayOfInstant } from '../../../domain/time/local-day';
import { organisationOf } from '../../../cloudfunctions/_store/people/organisation';
import { startTestCloud, TEST_START_MS, type TestCloud } from '../../worlds/test-cloud';
import { demoInvitations, demoPeople, demoPerson } from '../../../local/world/people';
import { seedWorld, worldAt } from '../../../local/world/seed-world';
import { today } from '../../../contract/today';
import { phone } from '../../client';

const { hello, bind, directory, myData } = memberActions;
const { myAttendance, myStudies } = studyActions;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ functions: ['member', 'study'] });
  await seedWorld(cloud, TEST_START_MS);
});
afterAll(() => cloud.stop());

const phoneOf = (memberId: string) => phone(cloud, demoPerson(memberId).openId);
const OPEN = 'yx-open-now';

test('whoever is bound opens the today page and sees their crew; nobody else does', async () => {
  const some = demoPeople.filter(({ isBound }, index) => !isBound || index % 6 === 0);
  for (const { memberId, isBound, crewName } of some) {
    const page = await phoneOf(memberId).call(today, {});
    if (isBound) expect(page).toMatchObject({ ok: true, output: { crewName } });
    else expect(page).toMatchObject({ ok: false, code: 'not-bound' });
  }
});

test('the officer of the open study sees who is in, who is excused, on duty and awaited', async () => {
  const { isFinal, lines, study } = await phoneOf('yx15').get(roll, { studyId: OPEN });
  expect(isFinal).toBe(false);
  expect(lines).toHaveLength(48);
  expect(study.expected).toBe(48);
  const states = new Set(lines.map(({ state }) => state));
  for (const state of ['attended', 'expected', 'excused'] as const) expect(states).toContain(state);
});

test('whoever a register calls on duty has a shift during every sitting', async () => {
  const { members, branches, rotations, studies } = worldAt(TEST_START_MS);
  const organisation = organisationOf(branches, rotations);
  let onDuty = 0;
  for (const { _id, branchId, state } of studies) {
    if (state !== 'published' || !/^(yx|rl)-(theme|lecture|meeting)-/u.test(_id)) continue;
    const secretary = branchId === 'yunxing' ? 'yx01' : 'rl01';
    const { lines, study } = await phoneOf(secretary).get(roll, { studyId: _id });
    for (const line of lines.filter((each) => each.state === 'on-duty')) {
      onDuty += 1;
      const member = members.find((each) => each._id === line.memberId)!;
      const schedule = organisation.scheduleOf(member);
      for (const { startAtMs, endAtMs } of study.sittings) {
        const day = dayOfInstant(startAtMs);
        const shifts = shiftsOf(schedule, addDays(day, -1), addDays(day, 1));
        const isWorking = shifts.some(
          (shift) => shift.startAtMs < endAtMs && startAtMs < shift.endAtMs,
        );
        expect({ _id, memberId: line.memberId, isWorking }).toMatchObject({ isWorking: true });
      }
    }
  }
  expect(onDuty).toBeGreaterThan(5);
});

test('members have three months of attendance to look at', async () => {
  for (const memberId of ['yx06', 'rl14', 'jx05', 'jg07']) {
    for (const month of ['2024-12', '2025-01', '2025-02']) {
      const { entries, raw, fair } = await phoneOf(memberId).get(myAttendance, { month });
      expect(entries.length).toBeGreaterThan(0);
      expect(raw.attended).toBeLessThanOrEqual(raw.asked);
      expect(fair.attended).toBeLessThanOrEqual(fair.couldAttend);
    }
    const { studies } = await phoneOf(memberId).get(myStudies, {});
    expect(studies.length).toBeGreaterThan(0);
  }
});

test('the first page of a branch tells of meetings that were well attended', async () => {
  const { studies } = await phoneOf('jx02').get(branchStudies, {});
  const final = studies.filter(({ isFinal }) => isFinal);
  expect(final.length).toBeGreaterThan(3);
  for (const { attended, expected } of final) {
    expect(attended).toBeGreaterThan(0);
    expect(attended).toBeLessThanOrEqual(expected);
  }
});

test('a guest binds with what is printed on the desk, and is in the directory at once', async () => {
  const [paper] = demoInvitations;
  if (paper === undefined) throw new Error('nothing is printed');
  const guest = phone(cloud, paper.openId);
  expect((await guest.get(hello, {})).me).toBeNull();
  const { name, staffNumber, invitationCode } = paper;
  const input = { name, staffNumber, invitationCode, agreedPrivacyVersion: 1 } as const;
  expect((await guest.get(bind, input)).me).toMatchObject({ name, branchName: paper.branchName });
  const { people, branch } = await guest.get(directory, {});
  expect(branch.memberCount).toBe(48);
  expect(people.find((person) => person.name === name)?.isBound).toBe(true);
  expect((await guest.get(myData, {})).kept[0]?.count).toBeGreaterThan(5);
});
