import { checkIn } from '../../../../contract/study/mine';
import { cancelStudy } from '../../../../contract/study/writing';
import { storedDeliveries } from '../../../builders/stored';
import { aMember, minutes, outputOf, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld();

describe('cancelling', () => {
  test('keeps the reason, can be repeated, and ends with the register', async () => {
    const studyId = await world.published();
    const officer = world.phone('officer');
    const { study } = outputOf(await officer.call(cancelStudy, { studyId, reason: 'storm' }));
    expect(study).toMatchObject({ state: 'cancelled', cancelReason: 'storm' });
    expect(outputOf(await officer.call(cancelStudy, { studyId, reason: 'storm' }))).toEqual({
      study,
    });
    expect(await officer.call(cancelStudy, { studyId, reason: 'again' })).toMatchObject({
      code: 'written-before',
    });
    const held = await world.published();
    await world.later(minutes(120));
    expect(await officer.call(cancelStudy, { studyId: held, reason: 'late' })).toMatchObject({
      code: 'register-final',
    });
  });

  test.each([3, 4, 5, 6, 7])(
    'cut off after request %i and pressed again by another phone, everybody is told once',
    async (nth) => {
      const studyId = await world.published();
      const cancel = { studyId, reason: 'storm' };
      world.cloud.host.faults.killAt('study', { nth, when: 'after' });
      await world
        .phone('officer')
        .call(cancelStudy, cancel)
        .catch(() => undefined);
      await world.later(minutes(5));
      outputOf(await world.phone('officer').call(cancelStudy, cancel));
      const told = () =>
        storedDeliveries(world.cloud)
          .filter(
            ({ kind, page }) => kind === 'study-cancelled' && page?.includes(studyId) === true,
          )
          .flatMap(({ memberIds }) => memberIds)
          .sort();
      const once = told();
      expect(once).toContain('member-1');
      expect(new Set(once).size).toBe(once.length);
      outputOf(await world.phone('officer').call(cancelStudy, cancel));
      expect(told()).toEqual(once);
    },
  );

  test('in the middle of a rush: once it has answered, nobody else comes in', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `crowd-${index}`);
    await world.plant('members', ...ids.map((id) => aMember(id)));
    const studyId = await world.published();
    await world.later(minutes(40));
    const { payload } = await world.shownCode(studyId);
    let inWhenCancelled = -1;
    const inNow = () => world.lines().filter(({ isIn }) => isIn).length;
    const rush = ids.map((id) => world.phone(id).call(checkIn, { way: 'scan', payload }));
    const cancelling = world
      .phone('officer')
      .call(cancelStudy, { studyId, reason: 'alarm' })
      .then((answer) => {
        outputOf(answer);
        inWhenCancelled = inNow();
      });
    const replies = await Promise.all(rush);
    await cancelling;
    expect(inNow()).toBe(inWhenCancelled);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(inWhenCancelled);
    expect(replies.every((one) => one.ok || one.code === 'study-cancelled')).toBe(true);
  });
});
