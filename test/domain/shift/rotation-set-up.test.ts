import { checkRotation } from '../../../domain/shift/check-rotation';
import { ROTATION_PRESET_IDS, ROTATION_PRESETS } from '../../../domain/shift/rotation-presets';
import type { SetUpAnswer } from '../../../domain/shift/rotation-set-up';
import {
  firstQuestionOf,
  previewOfRotation,
  rotationFromAnswers,
} from '../../../domain/shift/rotation-set-up';
import { cycleSlotsOn } from '../../../domain/shift/each-roster-day';
import { dayNumberOf, localDay } from '../../../domain/time/local-day';

const TODAY = localDay('2026-03-17');
const CREWS = ['one', 'two', 'three', 'four', 'five'];
const named = (count: number) => ({
  id: 'rotation',
  crewIds: CREWS.slice(0, count),
  validFromDay: TODAY,
});
const answer = (crewId: string, label: string, day: string = TODAY): SetUpAnswer => ({
  day: localDay(day),
  label,
  crewId,
});
const fiveByFour = ROTATION_PRESETS['five-crews-four-shifts'];
const fourByThree = ROTATION_PRESETS['four-crews-three-shifts'];

describe('setting up a rotation without arithmetic', () => {
  it('asks who is on the first shift by day', () => {
    expect(firstQuestionOf(fiveByFour)).toBe('early');
    expect(firstQuestionOf(ROTATION_PRESETS['panama-nights'])).toBe('night');
    expect(firstQuestionOf(ROTATION_PRESETS['day-workers'])).toBeUndefined();
  });

  it('one answer settles a cycle in which each crew works a shift once', () => {
    const setUp = rotationFromAnswers(fiveByFour, named(5), [answer('five', 'early')]);
    expect(setUp.kind).toBe('settled');
    if (setUp.kind !== 'settled') return;
    const [today] = previewOfRotation(setUp.rotation, TODAY, 14);
    expect(today?.crews.map(({ crewId, slots }) => [crewId, slots[0]?.label])).toEqual([
      ['one', 'back-night'],
      ['two', 'rest'],
      ['three', 'front-night'],
      ['four', 'middle'],
      ['five', 'early'],
    ]);
    expect(previewOfRotation(setUp.rotation, TODAY, 14)).toHaveLength(14);
  });

  it('a shift worked two days in a row leaves two possibilities, the first day of it before the second', () => {
    const setUp = rotationFromAnswers(fourByThree, named(4), [answer('one', 'white')]);
    expect(setUp).toMatchObject({ kind: 'ask-more', day: '2026-03-18', label: 'white' });
    if (setUp.kind !== 'ask-more') return;
    const positions = setUp.candidates.map(({ crews }) => crews[0]?.offset);
    expect(positions).toEqual([0, 1]);
  });

  it('the second answer settles it', () => {
    const answers = [answer('one', 'white'), answer('four', 'white', '2026-03-18')];
    const setUp = rotationFromAnswers(fourByThree, named(4), answers);
    expect(setUp.kind === 'settled' && setUp.rotation.crews[0]?.offset).toBe(1);
  });

  it('crews that follow each other the other way round are found by a second answer', () => {
    const answers = [answer('one', 'early'), answer('two', 'early', '2026-03-18')];
    const setUp = rotationFromAnswers(fiveByFour, named(5), answers);
    expect(setUp.kind === 'settled' && setUp.rotation.crews.map((crew) => crew.offset)).toEqual([
      2, 1, 0, 4, 3,
    ]);
  });

  it('without an answer it asks the first question for the first valid day', () => {
    expect(rotationFromAnswers(fiveByFour, named(5), [])).toMatchObject({
      kind: 'ask-more',
      day: TODAY,
      label: 'early',
    });
  });

  it('day workers need no answer', () => {
    const setUp = rotationFromAnswers(ROTATION_PRESETS['day-workers'], named(1), []);
    expect(setUp.kind).toBe('settled');
  });

  it('possibilities that mean the same need no further question', () => {
    const rest = [{ label: 'rest', kind: 'rest', startMinute: 0, durationMinutes: 0 }] as const;
    const on = [{ label: 'white', kind: 'day', startMinute: 0, durationMinutes: 60 }] as const;
    const pattern = {
      days: [on, rest, on, rest],
      crewCount: 2,
      crewStep: 1,
      daysCounted: 'every-day',
    } as const;
    const setUp = rotationFromAnswers(pattern, named(2), [answer('one', 'white')]);
    expect(setUp.kind).toBe('settled');
  });

  it.each([
    ['too few crews', named(4), [answer('one', 'early')], 'wrong-crew-count'],
    ['a crew twice', { ...named(5), crewIds: ['a', 'b', 'c', 'd', 'a'] }, [], 'crew-twice'],
    ['a shift the pattern lacks', named(5), [answer('one', 'white')], 'label-not-in-pattern'],
    ['a crew that is not listed', named(5), [answer('six', 'early')], 'crew-not-listed'],
    [
      'answers that cannot both be',
      named(5),
      [answer('one', 'early'), answer('two', 'early')],
      'answers-contradict',
    ],
  ])('refuses %s', (_, crews, answers, code) => {
    const setUp = rotationFromAnswers(fiveByFour, crews, answers);
    expect(setUp).toMatchObject({ kind: 'refused', reason: { code } });
  });

  it('whatever the preset, a few answers lead to what is on the wall', () => {
    for (const id of ROTATION_PRESET_IDS) {
      const preset = ROTATION_PRESETS[id];
      if (preset.crewCount === 0) continue;
      for (let start = 0; start < preset.days.length; start += 1) {
        const crews = CREWS.slice(0, preset.crewCount).map((crewId, index) => ({
          crewId,
          offset: (start + index * preset.crewStep) % preset.days.length,
        }));
        const truth = {
          ...{ id: 'truth', cycleDays: preset.days.length, days: preset.days, crews },
          ...{ anchorDay: TODAY, validFromDay: TODAY, daysCounted: preset.daysCounted },
        };
        const found = setUpKnowing(preset, truth, preset.crewCount);
        const check = checkRotation(found.rotation);
        expect(check.kind).toBe('valid');
        expect([id, previewOfRotation(found.rotation, TODAY, preset.days.length)]).toEqual([
          id,
          previewOfRotation(truth, TODAY, preset.days.length),
        ]);
        const isLong = preset.days.length > 10;
        expect(found.answers).toBeLessThanOrEqual(isLong ? 5 : 2);
      }
    }
  });
});

/** Answers every question as someone who has the true rotation on the wall. */
function setUpKnowing(
  preset: (typeof ROTATION_PRESETS)['dupont'],
  truth: Parameters<typeof previewOfRotation>[0],
  crewCount: number,
) {
  const answers: SetUpAnswer[] = [];
  for (;;) {
    const setUp = rotationFromAnswers(preset, named(crewCount), answers);
    if (setUp.kind === 'settled') return { rotation: setUp.rotation, answers: answers.length };
    if (setUp.kind === 'refused') throw new Error(setUp.reason.code);
    let { day } = setUp;
    const { label } = setUp;
    const working = () =>
      truth.crews.find(({ crewId }) =>
        cycleSlotsOn(truth, crewId, dayNumberOf(day)).some((slot) => slot.label === label),
      );
    // On a day when nobody works the shift, people name the next day on which somebody does.
    while (working() === undefined) day = nextDay(day);
    answers.push({ day, label, crewId: working()!.crewId });
  }
}

function nextDay(day: string) {
  return localDay(new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10));
}
