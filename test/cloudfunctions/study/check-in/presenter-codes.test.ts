import {
  closeSitting,
  markByHand,
  presenterCodes,
  roll,
} from '../../../../contract/study/register';
import { cancelStudy } from '../../../../contract/study/writing';
import { minutes, useStudyWorld, outputOf } from '../../../worlds/study-world';

const world = useStudyWorld();

const SITTING = 'sitting-1';

describe('the presenter’s codes', () => {
  test('reach ten minutes ahead and name the sitting', async () => {
    const studyId = await world.opened();
    const shown = outputOf(
      await world.phone('leader').call(presenterCodes, { studyId, sittingId: SITTING }),
    );
    expect(shown).toMatchObject({ nowMs: world.nowMs(), topic: 'topic', place: 'room 1' });
    expect(shown.slots).toHaveLength(40);
    expect(shown.slots[0]!.startAtMs).toBeLessThanOrEqual(shown.nowMs);
  });

  test('end with the sitting', async () => {
    const studyId = await world.opened();
    await world.later(minutes(79));
    const { slots, closesAtMs } = outputOf(
      await world.phone('secretary').call(presenterCodes, { studyId, sittingId: SITTING }),
    );
    expect(slots).toHaveLength(4);
    await world.later(minutes(1));
    expect(
      await world.phone('secretary').call(presenterCodes, { studyId, sittingId: SITTING }),
    ).toMatchObject({ code: 'closed', detail: { closedAtMs: closesAtMs } });
  });

  test('are for presenters of the branch and the committee office', async () => {
    const studyId = await world.opened();
    const asked = { studyId, sittingId: SITTING };
    expect(await world.phone('member-1').call(presenterCodes, asked)).toMatchObject({
      code: 'not-allowed',
    });
    expect(await world.phone('foreign-secretary').call(presenterCodes, asked)).toMatchObject({
      code: 'not-found',
    });
    expect(await world.phone('office').call(presenterCodes, asked)).toMatchObject({ ok: true });
    expect(
      await world.phone('secretary').call(presenterCodes, { studyId, sittingId: 'nowhere' }),
    ).toMatchObject({ code: 'not-found' });
    expect(
      await world
        .phone('secretary')
        .call(presenterCodes, { studyId: 'nowhere', sittingId: SITTING }),
    ).toMatchObject({ code: 'not-found' });
  });

  test('stop at once for whoever loses the office in mid-session', async () => {
    const studyId = await world.opened();
    const sitting = { studyId, sittingId: SITTING };
    const secretary = world.phone('secretary');
    outputOf(await secretary.call(presenterCodes, sitting));
    await world.alter('members', 'secretary', { roles: ['member'] });
    const mark = {
      ...sitting,
      memberId: 'member-1',
      state: 'attended',
      reason: 'is here',
    } as const;
    for (const refused of [
      await secretary.call(presenterCodes, sitting),
      await secretary.call(roll, { studyId }),
      await secretary.call(markByHand, mark),
      await secretary.call(closeSitting, sitting),
      await secretary.call(cancelStudy, { studyId, reason: 'no reason' }),
    ]) {
      expect(refused).toMatchObject({ code: 'not-allowed' });
    }
    expect(world.study(studyId)).toMatchObject({ state: 'published' });
    expect(world.line(studyId, 'member-1')?.record).toBeNull();
  });
});
