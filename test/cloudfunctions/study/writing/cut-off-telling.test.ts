import {
  cancelStudy,
  changeStudy,
  publishStudy,
  saveDraft,
} from '../../../../contract/study/writing';
import { storedDeliveries } from '../../../builders/stored';
import {
  aDraft,
  aSitting,
  minutes,
  outputOf,
  START_MS,
  useStudyWorld,
} from '../../../worlds/study-world';

const world = useStudyWorld('clock');
const tick = () => world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
const officer = () => world.phone('officer');
const STUDY = 'study-x';
const AT_MS = START_MS + minutes(48 * 60);
const draft = aDraft(START_MS, { sittings: [aSitting(AT_MS)] });
const moved = aDraft(START_MS, { sittings: [aSitting(AT_MS + minutes(90))] });

async function drafted(): Promise<void> {
  outputOf(await officer().call(saveDraft, { studyId: STUDY, draft }));
}
async function published(): Promise<void> {
  await drafted();
  outputOf(await officer().call(publishStudy, { studyId: STUDY }));
}
const revision = () => world.study(STUDY)?.revision ?? 0;

const deeds = {
  publish: {
    before: drafted,
    do: () => officer().call(publishStudy, { studyId: STUDY }),
  },
  change: {
    before: published,
    do: () =>
      officer().call(changeStudy, {
        studyId: STUDY,
        revision: revision(),
        draft: moved,
        isToldToAll: true,
      }),
  },
  cancel: {
    before: published,
    do: () => officer().call(cancelStudy, { studyId: STUDY, reason: 'storm' }),
  },
} as const;

/** What stands in the inboxes, whoever was asked to write it. */
const told = () =>
  storedDeliveries(world.cloud)
    .filter(({ cancelledAtMs }) => cancelledAtMs === null)
    .map(({ kind, title, body, memberIds }) =>
      JSON.stringify([kind, title, body, [...memberIds].sort()]),
    )
    .sort();

describe.each(Object.entries(deeds))('R-366 to %s a study', (_, deed) => {
  test('cut off after any request, is either not done or told to everybody, once', async () => {
    await deed.before();
    const undone = told();
    outputOf(await deed.do());
    const done = told();
    expect(done).not.toEqual(undone);

    let cutOff = 0;
    let isWhole = false;
    for (let nth = 1; !isWhole; nth += 1) {
      await world.reset();
      await deed.before();
      const before = revision();
      world.cloud.host.faults.killAt('study', { nth, when: 'after' });
      isWhole = await deed.do().then(
        ({ ok }) => ok,
        () => false,
      );
      world.cloud.host.faults.clear();
      if (revision() > before && !isWhole) cutOff += 1;
      // An instance that has looked in another world at this time would not look again.
      await world.cloud.host.reload('clock');
      await world.later(minutes(6));
      await tick();
      expect([nth, told()]).toEqual([nth, revision() > before ? done : undone]);
      expect(world.study(STUDY)?.toTell).toBeUndefined();
      await world.later(minutes(6));
      await tick();
      expect([nth, told()]).toEqual([nth, revision() > before ? done : undone]);
    }
    expect(cutOff).toBeGreaterThan(2);
  }, 120_000);
});

test('R-366 the clock tells nobody again what whoever did it has told meanwhile', async () => {
  await drafted();
  outputOf(await officer().call(publishStudy, { studyId: STUDY }));
  const once = told();
  const { revision: at, createdBy } = world.study(STUDY)!;
  await world.alter('studies', STUDY, { toTell: { by: createdBy, revision: at, atMs: START_MS } });
  await world.later(minutes(6));
  await tick();
  expect(told()).toEqual(once);
  expect(world.study(STUDY)?.toTell).toBeUndefined();
});

test('R-366 of a study that somebody has written on since, they tell', async () => {
  await drafted();
  outputOf(await officer().call(publishStudy, { studyId: STUDY }));
  const once = told();
  const { createdBy } = world.study(STUDY)!;
  await world.alter('studies', STUDY, { toTell: { by: createdBy, revision: 1, atMs: START_MS } });
  await world.later(minutes(6));
  await tick();
  expect(told()).toEqual(once);
  expect(world.study(STUDY)?.toTell).toBeUndefined();
});
