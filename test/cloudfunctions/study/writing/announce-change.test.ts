import type { DeliveryDocument } from '../../../../cloudfunctions/_store/delivery/delivery-document';
import type { StudyDraft } from '../../../../contract/study/study-shapes';
import { reply } from '../../../../contract/study/mine';
import { changeStudy } from '../../../../contract/study/writing';
import { aDraft, aSitting, minutes, outputOf, useStudyWorld } from '../../../worlds/study-world';
import { storedDeliveries } from '../../../builders/stored';

const world = useStudyWorld();

const HOUR = minutes(60);
/** The test begins on a Wednesday at 09:00; this is Thursday, 15:00. */
const tomorrow = () => world.nowMs() + 30 * HOUR;
const all = () => storedDeliveries(world.cloud);
const standing = (kind: DeliveryDocument['kind']) =>
  all().filter((document) => document.kind === kind && document.cancelledAtMs === null);
const namedBy = (kind: DeliveryDocument['kind']) =>
  standing(kind)
    .flatMap(({ memberIds }) => memberIds)
    .sort();

let draft: StudyDraft;
async function aPublishedStudy(fields: Partial<StudyDraft> = {}): Promise<string> {
  draft = aDraft(world.nowMs(), { sittings: [aSitting(tomorrow())], ...fields });
  return world.published(draft);
}

let calls = 0;
async function change(
  studyId: string,
  fields: Partial<StudyDraft>,
  more: { readonly isToldToAll?: boolean; readonly requestId?: string } = {},
): Promise<void> {
  calls += 1;
  const { requestId = `change-${calls}`, ...rest } = more;
  const revision = world.study(studyId)?.revision ?? 0;
  const input = { studyId, revision, draft: { ...draft, ...fields }, ...rest };
  outputOf(await world.phone('officer').call(changeStudy, input, { requestId }));
}

/** Awake and free on the first morning: what is published then has come to them. */
const TOLD = ['day-worker', 'leader', 'member-1', 'member-5', 'officer', 'secretary'];
/** On duty, or asleep after a late shift. */
const NOT_YET_TOLD = ['member-2', 'member-3', 'member-4'];

describe('a change of time, place, sitting or required reading', () => {
  test('is told in words to those who know of the study; the others hear of the study itself', async () => {
    const studyId = await aPublishedStudy();
    const later = aSitting(tomorrow() + HOUR, { place: 'room 2' });
    await change(studyId, { sittings: [later] });
    expect(standing('study-changed')).toMatchObject([
      { body: '时间改为3月6日 16:00–17:00，地点改为room 2。' },
    ]);
    expect(namedBy('study-changed')).toEqual(TOLD);
    expect(namedBy('study-published')).toEqual(NOT_YET_TOLD);
    expect(standing('sitting-reminder')).toMatchObject([{ deadlineAtMs: later.startAtMs }]);
  });

  test('is told also when its call was cut off, and the officer has mended a word before sending it again', async () => {
    const studyId = await aPublishedStudy();
    const sittings = [aSitting(tomorrow() + HOUR, { place: 'room 2' })];
    const revision = world.study(studyId)?.revision ?? 0;
    const send = (topic: string) =>
      world
        .phone('officer')
        .call(
          changeStudy,
          { studyId, revision, draft: { ...draft, sittings, topic } },
          { requestId: 'tap-1' },
        );
    world.cloud.host.faults.killAt('study', { nth: 6, when: 'after' });
    await expect(send('with a slip')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
    expect(world.study(studyId)).toMatchObject({ topic: 'with a slip', revision: revision + 1 });
    expect(standing('study-changed')).toEqual([]);
    outputOf(await send('without'));
    expect(standing('study-changed')).toMatchObject([
      { body: '时间改为3月6日 16:00–17:00，地点改为room 2。' },
    ]);
    expect(namedBy('study-changed')).toEqual(TOLD);
  });

  test('tells nobody twice when the call is repeated', async () => {
    const studyId = await aPublishedStudy();
    const input = {
      studyId,
      revision: 1,
      draft: { ...draft, sittings: [aSitting(tomorrow() + HOUR)] },
    };
    const officer = world.phone('officer');
    outputOf(await officer.call(changeStudy, input, { requestId: 'r' }));
    const once = all();
    outputOf(await officer.call(changeStudy, input, { requestId: 'r' }));
    expect(all()).toEqual(once);
  });

  test('names the sitting among several, what is added and what is not held', async () => {
    const second = aSitting(tomorrow() + 5 * HOUR, { sittingId: 'sitting-2' });
    const studyId = await aPublishedStudy({ sittings: [aSitting(tomorrow()), second] });
    const third = aSitting(tomorrow() + 24 * HOUR, { sittingId: 'sitting-3' });
    await change(studyId, { sittings: [{ ...second, place: 'hall' }, third] });
    expect(standing('study-changed')).toMatchObject([
      {
        body: '第1场地点改为hall；加了一场：3月7日 15:00–16:00，room 1；不办了：3月6日 15:00–16:00，room 1。',
      },
    ]);
  });

  test('names what is to be read beforehand', async () => {
    const studyId = await aPublishedStudy();
    const guide = {
      title: '程序图解',
      kind: 'article',
      url: 'https://mp.weixin.qq.com/s/a',
      minutes: 5,
      isMustRead: true,
    } as const;
    await change(studyId, { materials: [guide] });
    expect(standing('study-changed')).toMatchObject([{ body: '必读材料改为《程序图解》。' }]);
  });
});

describe('a change of mere words', () => {
  test('tells nobody; what stands in inboxes and plans has the topic as it is', async () => {
    const studyId = await aPublishedStudy();
    await change(studyId, { topic: 'typo mended' });
    expect(standing('study-changed')).toEqual([]);
    expect(standing('study-published')).toMatchObject([{ title: '新的学习：typo mended' }]);
    expect(standing('sitting-reminder')).toMatchObject([{ title: '学习提醒：typo mended' }]);
  });

  test('is told when the officer wishes it', async () => {
    const studyId = await aPublishedStudy();
    const reminded = namedBy('sitting-reminder');
    await change(studyId, { topic: 'mended' }, { isToldToAll: true });
    expect(standing('study-changed')).toMatchObject([{ body: '内容有更新，时间地点不变。' }]);
    expect(namedBy('sitting-reminder')).toEqual(reminded);
  });
});

describe('another audience', () => {
  const people = (...memberIds: string[]) => ({ kind: 'people' as const, memberIds });

  test('is told to those who come and, once, to those who knew and go; who stays is left alone', async () => {
    const studyId = await aPublishedStudy({ audience: people('member-1', 'member-2', 'member-3') });
    await change(studyId, { audience: people('member-2', 'member-5') }, { requestId: 'r' });
    expect(standing('study-changed')).toEqual([]);
    expect(standing('study-released')).toMatchObject([
      { memberIds: ['member-1'], body: '这次学习不再要求你参加，不来也不算缺席。', page: null },
    ]);
    expect(standing('study-published').map(({ memberIds }) => memberIds)).toEqual(
      expect.arrayContaining([['member-2'], ['member-5']]),
    );
    expect(namedBy('sitting-reminder')).toEqual(['member-2', 'member-5']);
  });

  test('is not told again by a later change, and being asked again is told as new', async () => {
    const studyId = await aPublishedStudy({ audience: people('member-1', 'member-5') });
    await change(studyId, { audience: people('member-5') });
    await world.later(10 * HOUR);
    const later = { sittings: [aSitting(tomorrow())], audience: people('member-5') };
    await change(studyId, later);
    expect(namedBy('study-released')).toEqual(['member-1']);
    await change(studyId, { ...later, audience: people('member-1', 'member-5') });
    expect(namedBy('study-published')).toEqual(['member-1']);
    expect(namedBy('study-changed')).toEqual(['member-5']);
  });
});

describe('a reply', () => {
  const two = () => [
    aSitting(tomorrow()),
    aSitting(tomorrow() + 24 * HOUR, { sittingId: 'sitting-2' }),
  ];
  const sittingIdOf = ({ about }: DeliveryDocument) =>
    about?.kind === 'sitting' ? about.sittingId : undefined;
  const remindedOf = (memberId: string) =>
    standing('sitting-reminder')
      .filter(({ memberIds }) => memberIds.includes(memberId))
      .map(sittingIdOf);
  const answer = async (studyId: string, wish: Parameters<typeof asked>[1]) =>
    outputOf(await world.phone('day-worker').call(reply, asked(studyId, wish)));
  const asked = (
    studyId: string,
    wish:
      | { kind: 'coming'; sittingId: string }
      | { kind: 'excused'; reason: string }
      | { kind: 'none' },
  ) => ({ studyId, reply: wish });

  test('to another sitting takes the reminder along, there and back', async () => {
    const studyId = await aPublishedStudy({ sittings: two() });
    expect(remindedOf('day-worker')).toEqual(['sitting-1']);
    await answer(studyId, { kind: 'coming', sittingId: 'sitting-2' });
    expect(remindedOf('day-worker')).toEqual(['sitting-2']);
    const planned = standing('sitting-reminder').find(
      (document) => sittingIdOf(document) === 'sitting-2',
    );
    expect(planned?.groups[0]?.atMs).toBeGreaterThanOrEqual(tomorrow() + 12 * HOUR);
    await answer(studyId, { kind: 'coming', sittingId: 'sitting-1' });
    expect(remindedOf('day-worker')).toEqual(['sitting-1']);
  });

  test('that asks for leave drops the reminder; taken back, it is there again', async () => {
    const studyId = await aPublishedStudy({ sittings: two() });
    await answer(studyId, { kind: 'excused', reason: 'ill' });
    expect(remindedOf('day-worker')).toEqual([]);
    expect(remindedOf('secretary')).toEqual(['sitting-1']);
    await answer(studyId, { kind: 'none' });
    expect(remindedOf('day-worker')).toEqual(['sitting-1']);
  });

  test('outlives a change of time: the reminder is of the sitting that was chosen', async () => {
    const studyId = await aPublishedStudy({ sittings: two() });
    await answer(studyId, { kind: 'coming', sittingId: 'sitting-2' });
    const [first, second] = two();
    if (first === undefined || second === undefined) throw new Error('two sittings');
    await change(studyId, { sittings: [{ ...first, place: 'hall' }, second] });
    expect(remindedOf('day-worker')).toEqual(['sitting-2']);
  });

  test('to a sitting within hours plans no reminder, but drops the other one', async () => {
    const studyId = await aPublishedStudy({
      sittings: [aSitting(world.nowMs() + 4 * HOUR, { sittingId: 'soon' }), aSitting(tomorrow())],
    });
    await world.later(minutes(1));
    await answer(studyId, { kind: 'coming', sittingId: 'sitting-1' });
    expect(remindedOf('day-worker')).toEqual(['sitting-1']);
    await answer(studyId, { kind: 'coming', sittingId: 'soon' });
    expect(remindedOf('day-worker')).toEqual([]);
  });
});
