import {
  countItems,
  MOST_PROOFS,
  type MonthOfPerson,
  type StudyOfMonth,
} from '../../../../domain/star/assessment/count-items';
import { aJudgedItem, aRecordedItem } from '../../../builders/assessments';

const NOW = 1000;
const MONTH_END = 800;
let number = 0;
const study = (rest: Partial<StudyOfMonth<string>> = {}): StudyOfMonth<string> => {
  number += 1;
  return {
    studyId: `study-${number}`,
    topic: 'Topic',
    kind: 'theme-day',
    startAtMs: number,
    sittings: 1,
    shift: null,
    chance: { kind: 'came' },
    makeUp: null,
    ...rest,
  };
};
const month = (rest: Partial<MonthOfPerson<string>>): MonthOfPerson<string> => ({
  endAtMs: MONTH_END,
  studies: [],
  notes: [],
  mustReads: [],
  ...rest,
});
const missed = { chance: { kind: 'missed' } } as const;
const onDuty = { chance: { kind: 'left-out', why: 'on-duty' } } as const;
const message = (rest: object = {}) => ({
  messageId: 'message',
  title: 'Read this',
  atMs: 1,
  isReached: true,
  isAcknowledged: true,
  ...rest,
});
const note = { noteId: 'note', title: 'Note', atMs: 1 };

const attendance = aRecordedItem({ points: 20 });
const makeUps = aRecordedItem({ itemId: 'make-ups', source: 'make-up', points: 10 });
const notes = aRecordedItem({ itemId: 'notes', source: 'notes', points: 10, wanted: 2 });
const reads = aRecordedItem({ itemId: 'reads', source: 'must-reads', points: 10 });

test.each<{
  what: string;
  item: typeof attendance;
  given: MonthOfPerson<string>;
  done: number;
  chances: number;
  tenths: number;
  leftOut: number;
}>([
  {
    what: 'a month without any study',
    item: attendance,
    given: month({}),
    done: 0,
    chances: 0,
    tenths: 0,
    leftOut: 0,
  },
  {
    what: 'all attended',
    item: attendance,
    given: month({ studies: [study(), study()] }),
    done: 2,
    chances: 2,
    tenths: 200,
    leftOut: 0,
  },
  {
    what: 'one of three missed',
    item: attendance,
    given: month({ studies: [study(), study(), study(missed)] }),
    done: 2,
    chances: 3,
    tenths: 133,
    leftOut: 0,
  },
  {
    what: 'what the rota kept from is left out',
    item: attendance,
    given: month({ studies: [study(), study(onDuty)] }),
    done: 1,
    chances: 1,
    tenths: 200,
    leftOut: 1,
  },
  {
    what: 'nothing was possible',
    item: attendance,
    given: month({ studies: [study(onDuty)] }),
    done: 0,
    chances: 0,
    tenths: 0,
    leftOut: 1,
  },
  {
    what: 'a make-up that is done',
    item: makeUps,
    given: month({ studies: [study({ ...onDuty, makeUp: { untilAtMs: 900, doneAtMs: 800 } })] }),
    done: 1,
    chances: 1,
    tenths: 100,
    leftOut: 0,
  },
  {
    what: 'one that was not done in time',
    item: makeUps,
    given: month({ studies: [study({ ...onDuty, makeUp: { untilAtMs: NOW, doneAtMs: null } })] }),
    done: 0,
    chances: 1,
    tenths: 0,
    leftOut: 0,
  },
  {
    what: 'one that is still open',
    item: makeUps,
    given: month({
      studies: [study({ ...onDuty, makeUp: { untilAtMs: NOW + 1, doneAtMs: null } })],
    }),
    done: 0,
    chances: 0,
    tenths: 0,
    leftOut: 1,
  },
  {
    what: 'one of somebody who came all the same',
    item: makeUps,
    given: month({ studies: [study({ makeUp: { untilAtMs: 1, doneAtMs: null } })] }),
    done: 0,
    chances: 0,
    tenths: 0,
    leftOut: 0,
  },
  {
    what: 'one note of two',
    item: notes,
    given: month({ studies: [study()], notes: [note] }),
    done: 1,
    chances: 2,
    tenths: 50,
    leftOut: 0,
  },
  {
    what: 'more notes than asked for',
    item: notes,
    given: month({ notes: [note, note, note] }),
    done: 2,
    chances: 2,
    tenths: 100,
    leftOut: 0,
  },
  {
    what: 'nothing to write of',
    item: notes,
    given: month({}),
    done: 0,
    chances: 0,
    tenths: 0,
    leftOut: 0,
  },
  {
    what: 'notes of a month that the rota kept from all studies of',
    item: notes,
    given: month({ studies: [study(onDuty), study(onDuty)] }),
    done: 0,
    chances: 0,
    tenths: 0,
    leftOut: 2,
  },
  {
    what: 'as many notes as studies that were left to write of',
    item: notes,
    given: month({ studies: [study(), study(onDuty), study(onDuty)] }),
    done: 0,
    chances: 1,
    tenths: 0,
    leftOut: 2,
  },
  {
    what: 'all notes where enough studies were left',
    item: notes,
    given: month({ studies: [study(), study(missed), study(onDuty)], notes: [note] }),
    done: 1,
    chances: 2,
    tenths: 50,
    leftOut: 0,
  },
  {
    what: 'more notes than studies that were left to write of',
    item: notes,
    given: month({ studies: [study(onDuty)], notes: [note, note, note] }),
    done: 2,
    chances: 2,
    tenths: 100,
    leftOut: 0,
  },
  {
    what: 'a note of what was made up within the month',
    item: { ...notes, wanted: 1 },
    given: month({
      studies: [study({ ...onDuty, makeUp: { untilAtMs: 900, doneAtMs: MONTH_END } })],
    }),
    done: 0,
    chances: 1,
    tenths: 0,
    leftOut: 0,
  },
  {
    what: 'a note of what could have been made up within the month',
    item: { ...notes, wanted: 1 },
    given: month({
      studies: [study({ ...onDuty, makeUp: { untilAtMs: MONTH_END, doneAtMs: null } })],
    }),
    done: 0,
    chances: 1,
    tenths: 0,
    leftOut: 0,
  },
  {
    what: 'a note of what was made up after the month',
    item: notes,
    given: month({
      studies: [study({ ...onDuty, makeUp: { untilAtMs: 900, doneAtMs: MONTH_END + 1 } })],
    }),
    done: 0,
    chances: 0,
    tenths: 0,
    leftOut: 1,
  },
  {
    what: 'a must-read without an answer',
    item: reads,
    given: month({ mustReads: [message(), message({ isAcknowledged: false })] }),
    done: 1,
    chances: 2,
    tenths: 50,
    leftOut: 0,
  },
  {
    what: 'one that came after the month',
    item: reads,
    given: month({ mustReads: [message({ isReached: false, isAcknowledged: false })] }),
    done: 0,
    chances: 0,
    tenths: 0,
    leftOut: 1,
  },
  {
    what: 'read although it came after the month',
    item: reads,
    given: month({ mustReads: [message({ isReached: false })] }),
    done: 1,
    chances: 1,
    tenths: 100,
    leftOut: 0,
  },
])('$what', ({ item, given, done, chances, tenths, leftOut }) => {
  const [counted] = countItems([item], given, NOW);
  expect(counted).toMatchObject({ done, chances, earnedTenths: tenths, leftOutCount: leftOut });
});

test('a kind that an item names is in no other; judged items are not counted', () => {
  const drills = aRecordedItem({ itemId: 'drills', kinds: ['fire-drill'], points: 5 });
  const studies = [study(), study({ ...missed, kind: 'fire-drill' })];
  const counted = countItems([attendance, drills, aJudgedItem()], month({ studies }), NOW);
  expect(counted.map(({ itemId, done, chances }) => [itemId, done, chances])).toEqual([
    ['studies', 1, 1],
    ['drills', 0, 1],
  ]);
});

test('of a long month the newest proofs are kept, and everything is counted', () => {
  const studies = Array.from({ length: 200 }, () => study());
  const [counted] = countItems([attendance], month({ studies }), NOW);
  expect(counted).toMatchObject({ done: 200, chances: 200, earnedTenths: 200 });
  expect(counted?.proofs).toHaveLength(MOST_PROOFS);
  expect(counted?.proofs[0]?.id).toBe(studies.at(-1)?.studyId);
});
