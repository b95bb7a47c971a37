import type { DeskAnswer, DeskPerson, DeskTour } from './desk-answer';
import { button, make } from './element';
import { emptySteps } from './empty-steps';
import { dayAndTime } from './shown-time';

export interface StepEvents {
  /** Brings the phone of a person into view. */
  onPerson(id: string): void;
  onTime(atMs: number): void;
}

type Part = Node | string;

const MINUTE_MS = 60_000;
const OFFICE = { secretary: '书记', 'group-leader': '党小组长' } as const;

const THEN = {
  resting: { sleep: '睡醒', shift: '下班' },
  'on-duty': { sleep: '下班睡醒', shift: '下班' },
} as const;

/** What to try, in order: each step names the people to play, and a tap on a name shows their phone. */
export function showSteps(
  place: HTMLOListElement,
  { tour, people, address }: DeskAnswer,
  events: StepEvents,
): void {
  const steps = tour === null ? emptySteps(people, address) : demoSteps(tour, people, events);
  place.replaceChildren(
    ...steps.map((parts) => make('li', { className: 'steps__step' }, ...parts)),
  );
}

function demoSteps(
  { checkIn, quiet }: DeskTour,
  people: readonly DeskPerson[],
  events: StepEvents,
): Part[][] {
  const person = (id: string): Part => {
    const name = people.find((each) => each.id === id)?.name ?? id;
    return button(name, () => events.onPerson(id), 'steps__link');
  };
  const time = (atMs: number): Part =>
    button(`拨到 ${dayAndTime(atMs)}`, () => events.onTime(atMs), 'steps__link');
  return [
    ...(checkIn === null
      ? [['这份演示已过完它的日子：停下来，用 npm start -- --fresh 重新开始。']]
      : checkInSteps(checkIn, person, time)),
    ...(quiet === null ? [] : [quietStep(quiet, checkIn?.presenter, person, time)]),
  ];
}

function checkInSteps(
  { presenter, presentsAs, scanner, topic, opensAtMs }: NonNullable<DeskTour['checkIn']>,
  person: (id: string) => Part,
  time: (atMs: number) => Part,
): Part[][] {
  const first = opensAtMs === null ? [] : [time(opensAtMs), '，再请'];
  const office = OFFICE[presentsAs];
  return [
    [...first, office, person(presenter), `在“学习”里打开《${topic}》，出示签到码。`],
    [person(scanner), '在“今日”点“签到”，扫码，对准', person(presenter), '的手机。'],
  ];
}

function quietStep(
  { person: id, state, after, title, untilAtMs }: NonNullable<DeskTour['quiet']>,
  presenter: string | undefined,
  person: (id: string) => Part,
  time: (atMs: number) => Part,
): Part[] {
  const waiting: Part[] =
    title !== null || presenter === undefined
      ? ['，有条消息在等：']
      : ['：请', person(presenter), '在“支部”里发条通知，再'];
  const doing = state === 'on-duty' ? '在岗' : '在休息';
  // A minute later, when the timer of that minute has run.
  const then = time(untilAtMs + MINUTE_MS);
  return [person(id), doing, ...waiting, then, `，看消息怎样等人${THEN[state][after]}。`];
}
