import { admit, closeSitting, whoseCode } from '../../../../contract/study/register';
import { checkIn, myCode } from '../../../../contract/study/mine';
import { cancelStudy } from '../../../../contract/study/writing';
import { aSitting, minutes, useStudyWorld, outputOf } from '../../../worlds/study-world';

const world = useStudyWorld();

const SITTING = 'sitting-1';

const myPayload = async (memberId: string) =>
  outputOf(await world.phone(memberId).call(myCode, {})).slots[0]!.payload;

describe('the member’s own code', () => {
  test('is there only while something is open for the member', async () => {
    const studyId = await world.published();
    expect(outputOf(await world.phone('member-2').call(myCode, {})).slots).toEqual([]);
    await world.later(minutes(30));
    expect(outputOf(await world.phone('member-2').call(myCode, {})).slots).toHaveLength(8);
    outputOf(await world.phone('officer').call(cancelStudy, { studyId, reason: 'storm' }));
    expect(outputOf(await world.phone('member-2').call(myCode, {})).slots).toEqual([]);
  });

  test('lets the presenter enter the member, once', async () => {
    const studyId = await world.opened();
    const asked = { studyId, sittingId: SITTING, payload: await myPayload('member-2') };
    const first = outputOf(await world.phone('leader').call(admit, asked));
    expect(first).toMatchObject({
      wasIn: false,
      line: {
        memberId: 'member-2',
        state: 'attended',
        way: 'scanned-by-presenter',
        markedBy: 'leader',
      },
    });
    expect(outputOf(await world.phone('secretary').call(admit, asked))).toEqual({
      ...first,
      wasIn: true,
    });
  });

  test('goes stale, cannot be guessed, and is worth nothing elsewhere', async () => {
    const studyId = await world.opened();
    const payload = await myPayload('member-2');
    const leader = world.phone('leader');
    const asked = { studyId, sittingId: SITTING };
    const other = payload.replace('member-2', 'member-3');
    const foreign = payload.replace('member-2', 'foreigner');
    const nobody = payload.replace('member-2', 'nobody');
    const refused = async (guessed: string) => {
      const reply = await leader.call(admit, { ...asked, payload: guessed });
      return { ...reply, requestId: '' };
    };
    expect(await refused(other)).toMatchObject({ code: 'not-a-code' });
    expect(await refused(foreign)).toEqual(await refused(nobody));
    expect(await leader.call(admit, { ...asked, payload: 'hello' })).toMatchObject({
      code: 'not-a-code',
    });
    expect(await leader.call(admit, { ...asked, sittingId: 'nowhere', payload })).toMatchObject({
      code: 'not-a-code',
    });
    expect(await world.phone('member-2').call(checkIn, { way: 'scan', payload })).toMatchObject({
      code: 'not-a-code',
    });
    await world.later(90_000);
    expect(await leader.call(admit, { ...asked, payload })).toMatchObject({ code: 'code-stale' });
    expect(world.lines().every(({ record }) => record === null)).toBe(true);
  });

  test('tells the presenter who is meant before they enter them, and changes nothing', async () => {
    const studyId = await world.opened();
    const payload = await myPayload('member-2');
    const leader = world.phone('leader');
    expect(outputOf(await leader.call(whoseCode, { studyId, payload }))).toEqual({
      memberId: 'member-2',
      name: 'member-2',
      groupName: 'group 1',
      crewName: 'crew 2',
    });
    expect(world.line(studyId, 'member-2')?.version).toBe(0);
    await world.later(29_000);
    expect(await leader.call(whoseCode, { studyId, payload })).toMatchObject({ ok: true });
    await world.later(1_000);
    expect(await leader.call(whoseCode, { studyId, payload })).toMatchObject({
      code: 'code-stale',
    });
    // Who was read in time can be entered for a minute more.
    await world.later(45_000);
    expect(await leader.call(admit, { studyId, sittingId: SITTING, payload })).toMatchObject({
      ok: true,
    });
  });

  test.each(['hello', 'QFM1.member-3.aaaa.00000000000000000000'])(
    'of no member tells nothing: %s',
    async (payload) => {
      const studyId = await world.opened();
      const reply = await world.phone('leader').call(whoseCode, { studyId, payload });
      expect(reply).toMatchObject({ code: 'not-a-code' });
    },
  );

  test('tells nothing of somebody of another branch, nor of the presenter', async () => {
    const studyId = await world.opened();
    const leader = world.phone('leader');
    const own = await myPayload('leader');
    expect(await leader.call(whoseCode, { studyId, payload: own })).toMatchObject({
      code: 'own-line',
    });
    const payload = await myPayload('member-2');
    await world.alter('members', 'member-2', { branchId: 'branch-2' });
    expect(await leader.call(whoseCode, { studyId, payload })).toMatchObject({
      code: 'not-invited',
    });
  });

  test('of somebody who is not asked, or of another branch, does not count', async () => {
    const studyId = await world.opened();
    const payload = await myPayload('member-2');
    const asked = { studyId, sittingId: SITTING, payload };
    const audience = { kind: 'crews', crewIds: ['crew-1'] };
    await world.alter('studies', studyId, { audience });
    await world.alter('attendances', `${studyId}_member-2`, { isExpected: false });
    expect(await world.phone('leader').call(admit, asked)).toMatchObject({ code: 'not-invited' });
    await world.alter('members', 'member-2', { branchId: 'branch-2' });
    expect(await world.phone('leader').call(admit, asked)).toMatchObject({ code: 'not-invited' });
  });

  test('is refused before opening, after closing and after cancelling', async () => {
    const startAtMs = world.nowMs() + minutes(60);
    const late = aSitting(startAtMs + minutes(600), { sittingId: 'late' });
    const studyId = await world.published({ sittings: [aSitting(startAtMs), late] });
    await world.later(minutes(119));
    const leader = world.phone('leader');
    const payload = await myPayload('member-2');
    expect(await leader.call(admit, { studyId, sittingId: 'late', payload })).toMatchObject({
      code: 'not-open-yet',
      detail: { opensAtMs: late.opensAtMs },
    });
    const asked = { studyId, sittingId: SITTING, payload };
    outputOf(await leader.call(closeSitting, { studyId, sittingId: SITTING }));
    expect(await leader.call(admit, asked)).toMatchObject({ code: 'closed' });
    outputOf(await world.phone('officer').call(cancelStudy, { studyId, reason: 'storm' }));
    expect(await leader.call(admit, asked)).toMatchObject({ code: 'study-cancelled' });
  });
});
