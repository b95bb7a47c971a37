import { closeSitting, roll } from '../../../../contract/study/register';
import { today } from '../../../../contract/today';
import { cancelStudy, changeStudy } from '../../../../contract/study/writing';
import type { StudyDraft } from '../../../../contract/study/study-shapes';
import { STUDY, draftOf, studyWriter } from '../../../worlds/study-writer';
import {
  aDraft,
  aSitting,
  BRANCH_SIZE,
  minutes,
  START_MS,
  outputOf,
  useStudyWorld,
} from '../../../worlds/study-world';

const world = useStudyWorld();
const { save, publish } = studyWriter(world);

describe('changing', () => {
  const change = (draft: StudyDraft, revision: number, requestId?: string) =>
    world
      .phone('officer')
      .call(
        changeStudy,
        { studyId: STUDY, revision, draft },
        requestId === undefined ? {} : { requestId },
      );

  /** Published, open, and member-2 is in. */
  async function openStudy(draft: Partial<StudyDraft> = {}): Promise<number> {
    outputOf(await save(draft));
    outputOf(await publish());
    await world.later(minutes(40));
    outputOf(await world.scan('member-2', STUDY));
    return world.study(STUDY)!.revision;
  }

  test('keeps people who are in, also when the audience leaves them out', async () => {
    const revision = await openStudy();
    const before = world.line(STUDY, 'member-2')?.record;
    const audience: StudyDraft['audience'] = { kind: 'crews', crewIds: ['crew-1'] };
    const changed = outputOf(await change(draftOf({ audience, topic: 'narrower' }), revision));
    expect(changed).toMatchObject({ expected: 2, study: { topic: 'narrower', expected: 2 } });
    expect(world.line(STUDY, 'member-2')?.record).toEqual(before);
    const { lines } = outputOf(await world.phone('officer').call(roll, { studyId: STUDY }));
    expect(lines.map(({ memberId }) => memberId)).toEqual(['member-1', 'member-2']);
    expect(await world.scan('member-3', STUDY)).toMatchObject({ code: 'not-invited' });
    expect(outputOf(await world.phone('member-3').call(today, {})).studies).toEqual([]);
  });

  test('asks people again whom an earlier change had left out', async () => {
    const revision = await openStudy();
    const narrow = draftOf({ audience: { kind: 'crews', crewIds: ['crew-1'] } });
    const { study } = outputOf(await change(narrow, revision));
    expect(outputOf(await change(draftOf(), study.revision)).expected).toBe(BRANCH_SIZE);
    expect(await world.scan('member-3', STUDY)).toMatchObject({ ok: true });
  });

  test('of times reaches the register: what was open is judged by the new times', async () => {
    const revision = await openStudy();
    const moved = aSitting(START_MS + minutes(60), { lateAfterAtMs: START_MS + minutes(60) });
    const closesAtMs = START_MS + minutes(200);
    outputOf(await change(draftOf({ sittings: [{ ...moved, closesAtMs }] }), revision));
    await world.later(minutes(30));
    expect(outputOf(await world.scan('member-3', STUDY)).state).toBe('late');
    expect(world.lines().every((line) => line.lastCloseAtMs === closesAtMs)).toBe(true);
  });

  test('by two officers at once: the second is told', async () => {
    const revision = await openStudy();
    const replies = await Promise.all([
      change(draftOf({ topic: 'one' }), revision),
      change(draftOf({ topic: 'two' }), revision),
    ]);
    const codes = replies.map((one) => (one.ok ? 'changed' : one.code));
    expect(codes.sort()).toEqual(['changed', 'changed-meanwhile']);
  });

  test('when its answer was lost, the retry is answered alike', async () => {
    const revision = await openStudy();
    const ask = () => change(draftOf({ topic: 'again' }), revision, 'tap-1');
    world.cloud.host.faults.next('study', 'drop-reply');
    await expect(ask()).rejects.toMatchObject({ code: 'NETWORK' });
    expect(outputOf(await ask())).toMatchObject({
      expected: BRANCH_SIZE,
      study: { topic: 'again', revision: revision + 1 },
    });
  });

  test('when its answer was lost and the officer has written on, the newer words stand and are told', async () => {
    const revision = await openStudy();
    world.cloud.host.faults.next('study', 'drop-reply');
    const first = change(draftOf({ topic: 'first' }), revision, 'tap-1');
    await expect(first).rejects.toMatchObject({ code: 'NETWORK' });
    const second = () => change(draftOf({ topic: 'second' }), revision, 'tap-1');
    const changed = { study: { topic: 'second', revision: revision + 2 } };
    expect(outputOf(await second())).toMatchObject(changed);
    expect(outputOf(await second())).toMatchObject(changed);
    expect(world.study(STUDY)?.topic).toBe('second');
    // What another officer has written gives way to nobody.
    outputOf(await change(draftOf({ topic: 'of another' }), revision + 2, 'tap-2'));
    expect(await second()).toMatchObject({ code: 'changed-meanwhile' });
  });

  test('cannot take away a sitting that is open or where somebody is in', async () => {
    const startAtMs = START_MS + minutes(60);
    const used = aSitting(startAtMs);
    const spare = aSitting(startAtMs, { sittingId: 'spare' });
    const later = aSitting(startAtMs + minutes(600), { sittingId: 'later' });
    const revision = await openStudy({ sittings: [used, spare, later] });
    expect(await change(draftOf({ sittings: [used, later] }), revision)).toMatchObject({
      code: 'sitting-in-use',
      detail: { sitting: 'spare' },
    });
    outputOf(
      await world.phone('officer').call(closeSitting, { studyId: STUDY, sittingId: 'sitting-1' }),
    );
    await world.later(minutes(80));
    expect(await change(draftOf({ sittings: [spare, later] }), revision + 1)).toMatchObject({
      code: 'sitting-in-use',
      detail: { sitting: 'sitting-1' },
    });
    const { study } = outputOf(await change(draftOf({ sittings: [used, later] }), revision + 1));
    expect(study.sittings.map(({ sittingId }) => sittingId)).toEqual(['sitting-1', 'later']);
  });

  test('cannot take away a sitting where an entry stands that only newer versions can read', async () => {
    const startAtMs = START_MS + minutes(60);
    const later = aSitting(startAtMs + minutes(600), { sittingId: 'later' });
    const revision = await openStudy({ sittings: [aSitting(startAtMs), later] });
    const record = { sittingId: 'later', way: 'of a version to come' };
    await world.alter('attendances', `${STUDY}_member-2`, { record });
    expect(await change(draftOf({ sittings: [aSitting(startAtMs)] }), revision)).toMatchObject({
      code: 'sitting-in-use',
      detail: { sitting: 'later' },
    });
  });

  test('is checked like a draft, but a sitting that has begun may stay', async () => {
    const revision = await openStudy();
    await world.later(minutes(30));
    const moved = [aSitting(START_MS + minutes(50))];
    expect(await change(draftOf({ sittings: moved }), revision)).toMatchObject({
      code: 'bad-sitting',
      detail: { fault: 'starts-in-past' },
    });
    const audience: StudyDraft['audience'] = { kind: 'people', memberIds: ['nobody'] };
    expect(await change(draftOf({ audience }), revision)).toMatchObject({ code: 'bad-audience' });
    expect(await change(draftOf({ topic: 'fine' }), revision)).toMatchObject({ ok: true });
  });

  test('ends with the register, and is not for drafts or cancelled studies', async () => {
    outputOf(await save());
    expect(await change(draftOf(), 0)).toMatchObject({ code: 'not-found' });
    outputOf(await publish());
    const { revision } = world.study(STUDY)!;
    await world.later(minutes(120));
    expect(await change(draftOf(), revision)).toMatchObject({ code: 'register-final' });
    const other = await world.published();
    outputOf(await world.phone('officer').call(cancelStudy, { studyId: other, reason: 'storm' }));
    const input = { studyId: other, revision: 2, draft: aDraft(world.nowMs()) };
    expect(await world.phone('officer').call(changeStudy, input)).toMatchObject({
      code: 'study-cancelled',
    });
  });
});
