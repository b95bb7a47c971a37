import { strFromU8, unzipSync } from 'fflate';
import { exportMinutes, minutes, saveMinutes } from '../../../../contract/branch/minutes';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aMakeUp } from '../../../builders/make-ups';
import { aLine, aMember, aSitting, aStudy } from '../../../builders/documents';
import { anEnteredLine, corrected } from '../../../builders/register';
import { plant } from '../../../builders/stored';
import { phone } from '../../../client';
import { useBranchCloud } from '../../../worlds/branch-cloud';

const world = useBranchCloud();
const as = (memberId: string) => phone(world.cloud, `phone-${memberId}`, memberId);
const text = { text: 'we read the rules', decisions: 'check each ticket' };

/** A study that closed two days ago, with who came, who was on leave and who stayed away. */
async function held(isNoted = true) {
  const sitting = aSitting('s1', world.nowMs() - 2 * MS_PER_DAY);
  const study = aStudy('s1', {
    sittings: [sitting],
    firstStartAtMs: sitting.startAtMs,
    lastCloseAtMs: sitting.closesAtMs,
    ...(isNoted && { dutyNotedAtMs: world.nowMs() }),
  });
  const line = (name: string) => ({ ...aLine(study, aMember(name)), wasOnDuty: false });
  const record = {
    sittingId: 's1',
    state: 'attended' as const,
    way: 'scan' as const,
    atMs: sitting.startAtMs,
    claimedAtMs: null,
    markedBy: null,
    reason: null,
    requestId: 'earlier',
  };
  await plant(world.cloud, {
    studies: [study],
    attendances: [
      { ...line('came'), name: 'Came', record, isIn: true },
      { ...line('leave'), name: 'Leave', reply: { kind: 'excused', reason: 'ill', atMs: 1 } },
      { ...line('missed'), name: 'Missed' },
      { ...line('slept'), name: 'Slept', wasOnDuty: false, wasAsleep: true },
    ],
  });
  return study;
}

const read = async (studyId = 's1') => as('secretary').get(minutes, { studyId });

test('who was there is drawn from the register, once it is final', async () => {
  await held();
  expect(await read()).toMatchObject({
    register: {
      asked: 4,
      came: ['Came'],
      onLeave: ['Leave'],
      missed: ['Missed'],
      onDuty: [],
      asleep: ['Slept'],
    },
    revision: 0,
    written: null,
    hasBegun: true,
  });
});

test('who made up stands apart: nobody is in the room who was not', async () => {
  const study = await held();
  const line = (name: string) => ({ ...aLine(study, aMember(name)), isIn: true });
  const makeUp = aMakeUp({ doneAtMs: world.nowMs(), way: 'quiz', minutes: 30 });
  const by = { memberId: 'secretary', name: 'Secretary' };
  await plant(world.cloud, {
    attendances: [
      { ...line('late'), name: 'Later', wasOnDuty: true, makeUp },
      {
        ...line('shown'),
        name: 'Shown',
        wasOnDuty: false,
        corrections: [
          { from: 'absent', to: 'made-up', reason: 'told', by, atMs: 1, requestId: 'earlier' },
        ],
      },
    ],
  });
  expect((await read()).register).toMatchObject({ came: ['Came'], madeUp: ['Later', 'Shown'] });
  const call = { action: 'minutes', input: { studyId: 's1' }, requestId: 'r1' };
  // One of before has no word for it: the line stands as it was.
  const register = { came: ['Came'], missed: ['Missed', 'Shown'], onDuty: ['Later', 'Slept'] };
  expect(await as('secretary').send('branch', { ...call, clientVersion: '0.2.0' })).toMatchObject({
    output: { register },
  });
  const { url } = await as('secretary').get(exportMinutes, { exportId: 'e1', studyId: 's1' });
  const file = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const words = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
  expect(words).toContain('应到 6 人，实到 1 人');
  expect(words).toContain('补学（2）：Later、Shown');
});

test('of several sittings each stands with its time, its place and who was there then', async () => {
  const study = await held();
  const [first] = study.sittings;
  if (first === undefined) throw new Error('no sitting');
  const second = { ...aSitting('s2', first.startAtMs + MS_PER_DAY), place: 'room 2' };
  const line = (name: string) => ({ ...anEnteredLine(study, aMember(name.toLowerCase())), name });
  const later = line('Later');
  const told = corrected({ ...line('Told'), record: null }, 'attended');
  await plant(world.cloud, {
    studies: [{ ...study, sittings: [second, first] }],
    attendances: [
      line('Came'),
      { ...later, record: { ...later.record, sittingId: second.sittingId } },
      told,
    ],
  });
  const { sittings, places } = await read();
  expect(sittings).toEqual([
    { startAtMs: first.startAtMs, place: 'room 1', came: ['Came'] },
    { startAtMs: second.startAtMs, place: 'room 2', came: ['Later'] },
  ]);
  expect(places).toEqual(['room 2', 'room 1']);
  const { url } = await as('secretary').get(exportMinutes, { exportId: 'e1', studyId: 's1' });
  const file = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const words = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
  expect(words).toContain('2025年3月3日 09:00（room 1）；2025年3月4日 09:00（room 2）');
  expect(words).toContain('2025年3月3日 09:00 到会（1）：Came');
  expect(words).toContain('2025年3月4日 09:00 到会（1）：Later');
  expect(words).toContain('到会，没有写是哪一场（1）：Told');
});

test('of a register that is not final nothing is said of who was there', async () => {
  await held(false);
  expect((await read()).register).toBeNull();
});

test('each save is a version with who wrote it; the newest stands', async () => {
  await held();
  const secretary = as('secretary');
  await secretary.get(saveMinutes, { studyId: 's1', revision: 0, ...text });
  await secretary.get(saveMinutes, { studyId: 's1', revision: 1, text: 'we read them again' });
  expect(await read()).toMatchObject({
    revision: 2,
    written: { text: 'we read them again', decisions: null },
    earlier: [text],
  });
  for (let revision = 2; revision < 12; revision += 1) {
    await secretary.get(saveMinutes, { studyId: 's1', revision, text: `version ${revision}` });
  }
  expect((await read()).earlier).toHaveLength(8);
});

test('saving the same words is no version: it takes no place of others, and they stay those of who wrote them', async () => {
  await held();
  await as('secretary').get(saveMinutes, { studyId: 's1', revision: 0, ...text });
  await as('secretary').get(saveMinutes, { studyId: 's1', revision: 1, text: 'second' });
  for (let times = 0; times < 2; times += 1) {
    const same = { studyId: 's1', revision: 2, text: 'second' };
    expect(await as('organiser').get(saveMinutes, same)).toEqual({ revision: 2 });
  }
  const { revision, written, earlier } = await read();
  expect({ revision, byName: written?.byName, earlier }).toMatchObject({
    revision: 2,
    byName: 'Name secretary',
    earlier: [text],
  });
});

test('a repeated save writes once; of two at once the second is told', async () => {
  await held();
  const secretary = as('secretary');
  const input = { studyId: 's1', revision: 0, ...text };
  for (let times = 0; times < 2; times += 1) {
    await secretary.get(saveMinutes, input, { requestId: 'save-1' });
  }
  expect(await read()).toMatchObject({ revision: 1, earlier: [] });
  const both = await Promise.all(
    ['first', 'second'].map((words) =>
      secretary.call(saveMinutes, { studyId: 's1', revision: 1, text: words }),
    ),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'changed-meanwhile' });
});

test('nothing is written of what has not begun', async () => {
  const sitting = aSitting('ahead', world.nowMs() + MS_PER_DAY);
  const ahead = aStudy('ahead', { sittings: [sitting], firstStartAtMs: sitting.startAtMs });
  await plant(world.cloud, { studies: [ahead] });
  const input = { studyId: 'ahead', revision: 0, ...text };
  expect(await as('secretary').call(saveMinutes, input)).toMatchObject({ code: 'not-begun' });
});

test('the document has what was said, what was decided and who was there; they see who made it', async () => {
  await held();
  const secretary = as('secretary');
  await secretary.get(saveMinutes, { studyId: 's1', revision: 0, ...text });
  const { fileName, url } = await secretary.get(exportMinutes, { exportId: 'e1', studyId: 's1' });
  expect(fileName).toMatch(/^会议记录-.*\.docx$/u);
  const file = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const words = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
  for (const part of [
    text.text,
    text.decisions,
    '应到 4 人，实到 1 人',
    '睡觉时间（1）：Slept',
    '缺席（1）：Missed',
  ]) {
    expect(words).toContain(part);
  }
  const entries = [...world.cloud.engine.collection('audit_entries').all()];
  expect(entries.map(({ document }) => document)).toMatchObject([
    { what: { kind: 'exported-minutes' }, memberIds: ['came', 'leave', 'missed', 'slept'] },
  ]);
});

test('reading is at most four requests and saving six, WeChat among them', async () => {
  await held();
  const secretary = as('secretary');
  const requestsOf = async (work: () => Promise<unknown>) => {
    world.cloud.counts.reset();
    await work();
    return world.cloud.counts.total;
  };
  await read();
  expect(await requestsOf(() => read())).toBeLessThanOrEqual(4);
  const save = { studyId: 's1', revision: 0, ...text };
  expect(await requestsOf(() => secretary.get(saveMinutes, save))).toBeLessThanOrEqual(6);
});
