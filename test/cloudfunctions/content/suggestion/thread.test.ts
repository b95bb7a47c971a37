import { answeringActions } from '../../../../contract/content/answering';
import { raisingActions } from '../../../../contract/content/raising';
import { inbox } from '../../../../contract/notice/inbox';
import {
  SUGGESTION_DAYS,
  SUGGESTION_LIMITS,
} from '../../../../domain/content/suggestion/suggestion';
import { addDays, dayOfInstant, instantOf, MS_PER_DAY } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { aSuggestion } from '../../../builders/suggestions';
import { useMemberCloud } from '../../../worlds/member-cloud';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { aRaise, stepsIn } from './suggestion-steps';

const world = useMemberCloud(['content', 'member', 'study', 'notify', 'clock']);
const { raise, seenBy, before, answer, forward, settle, owedBy, askedAmong } = stepsIn(world);
const PEOPLE = ['secretary', 'organiser', 'office', 'alice', 'bob', 'other-secretary'] as const;
const kept = () => [...world.cloud.engine.collection('suggestions').all()];
const TODAY = dayOfInstant(TEST_START_MS);

test('the member sees every step, and each side is asked when it is their turn', async () => {
  const { dueAtMs } = await raise('alice');
  expect(dueAtMs).toBe(instantOf(addDays(TODAY, SUGGESTION_DAYS.reply + 1), 0));
  expect(await askedAmong(...PEOPLE)).toEqual(['secretary']);
  const taken = {
    ...(await before('secretary', 'taken')),
    text: 'asked the canteen',
    promisedDay: addDays(TODAY, 9),
  };
  await world.of('secretary').get(answeringActions.takeSuggestion, taken);
  expect(await askedAmong(...PEOPLE)).toEqual([]);
  expect(await seenBy('alice')).toMatchObject({
    state: 'in-work',
    dueAtMs: instantOf(addDays(TODAY, 10), 0),
  });
  expect(await answer('secretary')).toMatchObject({ ok: true });
  expect(await askedAmong(...PEOPLE)).toEqual(['alice']);
  expect(await settle('alice', 'half an hour is too short', 'missing')).toMatchObject({ ok: true });
  expect(await askedAmong(...PEOPLE)).toEqual(['secretary']);
  expect(await answer('secretary', 'again', 'an hour then')).toMatchObject({ ok: true });
  expect(await settle('alice', null)).toMatchObject({ ok: true });
  expect(await askedAmong(...PEOPLE)).toEqual([]);
  const { state, steps } = await seenBy('alice');
  expect(state).toBe('closed');
  expect(steps.map(({ kind, name, text }) => [kind, name, text])).toEqual([
    ['raise', 'Name alice', null],
    ['take', 'Name secretary', 'asked the canteen'],
    ['answer', 'Name secretary', 'it closes later now'],
    ['not-enough', 'Name alice', 'half an hour is too short'],
    ['answer', 'Name secretary', 'an hour then'],
    ['settle', 'Name alice', null],
  ]);
});

test('sent twice, at once or later, it is raised and told once', async () => {
  await Promise.all([raise('alice'), raise('alice')]);
  await raise('alice');
  expect(kept()).toHaveLength(1);
  await world.cloud.clock.set(TEST_START_MS + MS_PER_DAY);
  const { items } = await world.of('secretary').get(inbox, {});
  expect(items.filter(({ kind }) => kind === 'suggestion-owed')).toHaveLength(1);
  expect(await world.of('bob').call(raisingActions.raiseSuggestion, aRaise())).toMatchObject({
    code: 'bad-input',
  });
});

test('raised again with other words under its id, the first stand, and it is said', async () => {
  await raise('alice');
  const other = world.of('alice').call(raisingActions.raiseSuggestion, aRaise({ text: 'other' }));
  expect(await other).toMatchObject({ code: 'written-before' });
  const elsewhere = aRaise({ to: 'committee' });
  expect(await world.of('alice').call(raisingActions.raiseSuggestion, elsewhere)).toMatchObject({
    code: 'written-before',
  });
  expect(await seenBy('alice')).toMatchObject({ text: aRaise().text });
});

test('an answer written on after its own was lost is not taken for it', async () => {
  await raise('alice');
  const deed = { ...(await before('secretary', 'lost')), text: 'later now' };
  await world.of('secretary').get(answeringActions.answerSuggestion, deed);
  const other = { ...deed, text: 'an hour later' };
  expect(await world.of('secretary').call(answeringActions.answerSuggestion, other)).toMatchObject({
    code: 'written-before',
  });
});

test('a deed that bears the id of another kind of deed is one of its own', async () => {
  await raise('alice');
  const deed = await before('secretary', 'one');
  const taken = { ...deed, text: 'asked the canteen', promisedDay: addDays(TODAY, 9) };
  await world.of('secretary').get(answeringActions.takeSuggestion, taken);
  const lost = { ...deed, text: 'later now' };
  expect(await world.of('secretary').call(answeringActions.answerSuggestion, lost)).toMatchObject({
    code: 'changed-meanwhile',
  });
  expect(await answer('secretary', 'one')).toMatchObject({ ok: true });
  expect((await seenBy('alice')).state).toBe('answered');
});

test('a deed repeated is done once; what was done since is not overwritten', async () => {
  await raise('alice');
  const deed = { ...(await before('secretary', 'answered')), text: 'later now' };
  const send = () => world.of('secretary').call(answeringActions.answerSuggestion, deed);
  expect(await Promise.all([send(), send()])).toMatchObject([{ ok: true }, { ok: true }]);
  expect((await seenBy('alice')).steps).toHaveLength(2);
  expect(await settle('alice', 'too short', 'missing')).toMatchObject({ ok: true });
  const stale = { ...deed, stepId: 'from-another-phone' };
  expect(await world.of('secretary').call(answeringActions.answerSuggestion, stale)).toMatchObject({
    code: 'changed-meanwhile',
  });
});

test('forwarded it keeps its thread: the first office reads on, the next one owes the answer', async () => {
  await raise('alice');
  expect(await forward('secretary', null)).toMatchObject({ ok: true });
  expect(await askedAmong(...PEOPLE)).toEqual(['office']);
  const elsewhere = { ...(await before('office', 'forwarded')), toBranchId: 'other' };
  const again = { ...elsewhere, text: 'this is yours' };
  expect(await world.of('office').call(answeringActions.forwardSuggestion, again)).toMatchObject({
    code: 'written-before',
  });
  expect(await owedBy('secretary')).toEqual([]);
  expect(await seenBy('secretary')).toMatchObject({ canDecide: false });
  const deed = { ...(await before('secretary', 'mine')), text: 'still mine' };
  expect(await world.of('secretary').call(answeringActions.answerSuggestion, deed)).toMatchObject({
    code: 'not-found',
  });
  expect(await forward('office', 'other', 'further')).toMatchObject({ ok: true });
  expect(await askedAmong(...PEOPLE)).toEqual(['other-secretary']);
  expect(await answer('other-secretary')).toMatchObject({ ok: true });
  expect((await seenBy('alice')).steps.map(({ kind, officeName }) => [kind, officeName])).toEqual([
    ['raise', ''],
    ['forward', 'name of own'],
    ['forward', '党委工作部'],
    ['answer', 'name of other'],
  ]);
});

test('an office that is gone is told, and nothing moves', async () => {
  await raise('alice');
  await plant(world.cloud, { members: [aMember('other-secretary', { branchId: 'other' })] });
  for (const branchId of ['other', 'nowhere']) {
    expect(await forward('secretary', branchId)).toMatchObject({ code: 'office-gone' });
  }
  expect(await forward('secretary', 'own')).toMatchObject({ code: 'same-office' });
  expect(await owedBy('secretary')).toEqual(['supper']);
});

test('past the branch nobody of the branch sees it', async () => {
  await raise('alice', { to: 'committee' });
  expect(await askedAmong(...PEOPLE)).toEqual(['office']);
  for (const who of ['secretary', 'organiser', 'bob', 'other-secretary']) {
    expect(
      await world.of(who).call(raisingActions.suggestionDetail, { suggestionId: 'supper' }),
    ).toMatchObject({ code: 'not-found' });
  }
  const { suggestions } = await world
    .of('office')
    .get(answeringActions.committeeSuggestions, { which: 'owed' });
  expect(suggestions).toMatchObject([{ suggestionId: 'supper', authorName: 'Name alice' }]);
});

test('nobody answers what they have raised; what a secretary raises goes to the committee office', async () => {
  await raise('secretary');
  expect(await askedAmong(...PEOPLE)).toEqual(['office']);
  await raise('office', { suggestionId: 'lights' });
  const deed = { ...(await before('office', 'own', 'lights')), text: 'yes' };
  expect(await world.of('office').call(answeringActions.answerSuggestion, deed)).toMatchObject({
    code: 'own-suggestion',
  });
});

test('taken back it is nobody else’s, and after an answer it is settled instead', async () => {
  await raise('alice');
  const back = { suggestionId: 'supper' };
  await world.of('alice').get(raisingActions.takeBackSuggestion, back);
  await world.of('alice').get(raisingActions.takeBackSuggestion, back);
  expect(await askedAmong(...PEOPLE)).toEqual([]);
  expect(await owedBy('secretary')).toEqual([]);
  expect(await world.of('secretary').call(raisingActions.suggestionDetail, back)).toMatchObject({
    code: 'taken-back',
  });
  expect(await world.of('bob').call(raisingActions.suggestionDetail, back)).toMatchObject({
    code: 'not-found',
  });
  await plant(world.cloud, {
    suggestions: [aSuggestion('told', aMember('alice'), { state: 'answered', owedBy: '' })],
  });
  const told = { suggestionId: 'told' };
  expect(await world.of('alice').call(raisingActions.takeBackSuggestion, told)).toMatchObject({
    code: 'answered',
  });
});

test('taking back meets what the office did meanwhile, and never says that there is an answer', async () => {
  await raise('alice');
  const taken = {
    ...(await before('secretary', 'taken')),
    text: 'asked the canteen',
    promisedDay: addDays(TODAY, 9),
  };
  const [, back] = await Promise.all([
    world.of('secretary').call(answeringActions.takeSuggestion, taken),
    world.of('alice').call(raisingActions.takeBackSuggestion, { suggestionId: 'supper' }),
  ]);
  expect(back).toMatchObject({ ok: true });
  expect(await owedBy('secretary')).toEqual([]);
  const full = aSuggestion('full', aMember('alice'));
  const [step] = full.steps;
  await plant(world.cloud, {
    suggestions: [
      {
        ...full,
        steps: Array.from({ length: SUGGESTION_LIMITS.steps - 1 }, (_, at) => ({
          ...step,
          stepId: `step-${at}`,
        })),
      },
    ],
  });
  await world.of('alice').get(raisingActions.takeBackSuggestion, { suggestionId: 'full' });
});

test('an answer that nobody settles is closed when its days are over', async () => {
  await raise('alice');
  await answer('secretary');
  const { dueAtMs } = await seenBy('alice');
  await world.cloud.clock.set(dueAtMs);
  expect(await seenBy('alice')).toMatchObject({ state: 'closed' });
  expect(await settle('alice', 'too late')).toMatchObject({ code: 'closed' });
});

test('words that WeChat refuses and one too many are told, and nothing is kept', async () => {
  const refused = { text: '一句假辱骂词' };
  expect(
    await world.of('alice').call(raisingActions.raiseSuggestion, aRaise(refused)),
  ).toMatchObject({ code: 'words-refused' });
  expect(kept()).toEqual([]);
  await plant(world.cloud, {
    suggestions: Array.from({ length: SUGGESTION_LIMITS.open }, (_, at) =>
      aSuggestion(`waits-${at}`, aMember('alice')),
    ),
  });
  expect(await world.of('alice').call(raisingActions.raiseSuggestion, aRaise())).toMatchObject({
    code: 'too-many-open',
  });
});
