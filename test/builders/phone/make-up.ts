import type { OutputOf } from '../../../contract/action';
import type { makeUp } from '../../../contract/study/make-up';
import { at, dayAfter, fiveCrewDays, NOW_MS } from './study';

type MakeUp = OutputOf<typeof makeUp>;

/** Of yesterday afternoon, when the person was on the middle shift; until the second rest day from today. */
export function aMakeUp(given: Partial<MakeUp> = {}): MakeUp {
  const startAtMs = at('14:00', dayAfter(-1));
  const middle = fiveCrewDays()[3] ?? null;
  return {
    nowMs: NOW_MS,
    study: {
      studyId: 'study-1',
      topic: '检修现场安全新规要点',
      kind: 'safety-training',
      sittings: [{ startAtMs, endAtMs: startAtMs + 40 * 60_000, shift: middle }],
      createdByName: '罗志强',
    },
    cause: 'on-duty',
    openedBy: null,
    startsAtMs: at('14:40', dayAfter(-1)),
    untilAtMs: at('0:00', dayAfter(7)),
    termKind: 'rest-days',
    countedDays: [dayAfter(1), dayAfter(6)],
    days: fiveCrewDays().slice(0, 7),
    pieces: [aPiece('p1', '动火前先看什么'), aPiece('p2', '票上谁来签字')],
    questions: [aQuestion('q1'), aQuestion('q2')],
    right: [],
    note: null,
    doneAtMs: null,
    way: null,
    minutes: 40,
    ...given,
  };
}

export const aPiece = (
  pieceId: string,
  title: string,
  given: Partial<MakeUp['pieces'][number]> = {},
): MakeUp['pieces'][number] => ({
  pieceId,
  title,
  minutes: 4,
  text: `${title}。`,
  url: null,
  ...given,
});

export const aQuestion = (
  questionId: string,
  given: Partial<MakeUp['questions'][number]> = {},
): MakeUp['questions'][number] => ({
  questionId,
  kind: 'single',
  text: '怎么办？',
  options: [
    { optionId: 'a', text: '接着做' },
    { optionId: 'b', text: '停下来' },
    { optionId: 'c', text: '找人替' },
  ],
  ...given,
});
