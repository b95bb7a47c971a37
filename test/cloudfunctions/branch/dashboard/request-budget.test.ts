import { dashboard } from '../../../../contract/branch/dashboard';
import { addDays, instantOf, localDay, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aLine, aMember, aSitting, aStudy } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { phone } from '../../../client';
import { isSoak } from '../../../long-by-nature';
import { useBranchCloud } from '../../../worlds/branch-cloud';

const world = useBranchCloud();
const MANY = isSoak ? 10_000 : 2_000;
const asSecretary = () => phone(world.cloud, 'phone-secretary', 'secretary');

/** A study every four weeks, so many up to the start of the test, all of whom were asked each time. */
async function plantHistory(studies: number, members: number): Promise<void> {
  const people = Array.from({ length: members }, (_, index) => aMember(`m${index}`));
  const today = localDay('2025-03-05');
  for (let at = 0; at < studies; at += 1) {
    const startAtMs = instantOf(addDays(today, -1 - 28 * at), 9 * 60);
    const sitting = aSitting(`s${at}`, startAtMs);
    const study = aStudy(`s${at}`, {
      sittings: [sitting],
      firstStartAtMs: startAtMs,
      lastCloseAtMs: startAtMs + MS_PER_HOUR,
      dutyNotedAtMs: startAtMs + MS_PER_HOUR,
    });
    const attendances = people.map((member, index) => ({
      ...aLine(study, member),
      crewId: `crew-${1 + (index % 5)}`,
      wasOnDuty: index % 5 === at % 5,
    }));
    await plant(world.cloud, { studies: [study], attendances });
  }
}

test.each([
  ['one study, 100 members', 1, 100, 100],
  ['ten years, 100 members', 130, 100, 100],
  [`two studies, ${MANY} members`, 2, MANY, MANY],
])(
  'a dashboard is three requests: %s',
  async (_name, studies, members, asked) => {
    await plantHistory(studies, members);
    world.cloud.counts.reset();
    const told = await asSecretary().get(dashboard, {});
    expect(world.cloud.counts.total).toBe(3);
    expect(told).toMatchObject({ people: members, sums: { asked, couldAttend: asked * 0.8 } });
    expect(JSON.stringify(told).length).toBeLessThan(25_000);
  },
  120_000,
);
