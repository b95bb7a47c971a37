import { starNominations } from '../../../../contract/star/nomination';
import { localDay } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { aPlan } from '../../../builders/star';
import { deliveriesBesideDuty, plant } from '../../../builders/stored';
import { useNominationsWorld } from '../../../worlds/nominations-world';

const world = useNominationsWorld();
const { answers, freezes, nominates, sees } = world;
const OVER_MS = aPlan().nominationsUntilAtMs;
const ofOwn = { branchId: 'own', month: '2025-02' };

describe('R-350 who agreed to stand and is of the branch no more', () => {
  beforeEach(async () => {
    for (const name of ['bob', 'leader', 'publicist']) {
      await nominates('alice', name);
      await answers(name, 'agree');
    }
    const joinedDay = localDay('2025-03-04');
    await plant(world.cloud, {
      members: [
        aMember('bob', { branchId: 'other', joinedDay }),
        aMember('leader', { leftDay: localDay('2025-03-04') }),
      ],
    });
    world.cloud.clock.jump(OVER_MS);
  });
  const bars = (rows: readonly { name: string; bars: readonly string[] }[] | null) =>
    (rows ?? []).map((each) => [each.name, each.bars]).sort();

  test('stands with the true reason among those who agreed, and so after the list is fixed', async () => {
    expect(bars((await sees('organiser')).agreed)).toEqual([
      ['Name bob', ['moved']],
      ['Name leader', ['left']],
      ['Name publicist', []],
    ]);
    expect(await freezes()).toMatchObject({ output: { candidates: 1 } });
    expect(bars((await sees('organiser')).leftOut)).toEqual([
      ['Name bob', ['moved']],
      ['Name leader', ['left']],
    ]);
    const own = await world.phone('bob').get(starNominations, ofOwn);
    expect(own.leftOut).toEqual([{ name: 'Name bob', bars: ['moved'], reason: null }]);
  });

  test('is told so, and not that a rule of the branch kept them off', async () => {
    await freezes();
    const told = deliveriesBesideDuty(world.cloud).find(({ memberIds, title }) => {
      return memberIds.includes('bob') && title === '你这次没有进2月之星候选名单';
    });
    expect(told?.body).toBe(
      '定名单的时候你已经不在这个支部，进不了它的名单。不影响考核，有疑问找组织委员。',
    );
  });
});
