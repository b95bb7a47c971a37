/** What somebody raises, always with their name. docs/rules.md#R-210 */
export const SUGGESTION_TYPES = ['proposal', 'concern', 'hazard'] as const;
export type SuggestionType = (typeof SUGGESTION_TYPES)[number];

/** What it is about, for the figures of what moves people. docs/rules.md#R-214 */
export const TOPICS = ['living', 'work-site', 'study', 'safety', 'pay', 'other'] as const;
export type Topic = (typeof TOPICS)[number];

export const SUGGESTION_STATES = [
  /** With an office that has not said anything yet. */
  'received',
  /** Somebody is at it, and has named a day. */
  'in-work',
  /** It is the member's turn. */
  'answered',
  'closed',
  'taken-back',
] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];
/** In these an office owes something. */
export const OWED_STATES = ['received', 'in-work'] as const satisfies readonly SuggestionState[];

/** What was done to it, by whom stands beside; the thread that nothing is taken from. */
export const SUGGESTION_STEPS = [
  'raise',
  'take',
  'forward',
  'answer',
  'not-enough',
  'settle',
  'take-back',
] as const;
export type SuggestionStep = (typeof SUGGESTION_STEPS)[number];

export const SUGGESTION_LIMITS = {
  /** UTF-16 units of what is raised. */
  text: 1000,
  /** Of one step. */
  words: 300,
  /** Steps of one thread; below 100 KB with all of them. */
  steps: 40,
  /** Of what is raised. docs/rules.md#R-311 */
  pictures: 3,
  /** Of one person, that wait for an office. */
  open: 20,
} as const;

/** Civil days that an organisation allows. docs/rules.md#R-211 */
export const SUGGESTION_DAYS = {
  /** Until somebody says something, from the day on which an office has it. */
  reply: 3,
  /** The furthest day that an office may promise. */
  promise: 60,
  /** For the member to say whether that is enough; afterwards it counts as closed. */
  settle: 10,
} as const;
