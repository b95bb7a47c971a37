/** Most characters (UTF-16 units) of words, and most of a thing, where no rule of domain/ says it. */
export const MOST_CHARACTERS = {
  /** Of a person. */
  name: 30,
  /** Of a message; also topic and place of a study. */
  title: 40,
  /** Of a message; also why a study is. */
  body: 500,
  /** Why somebody does something, in a sentence. */
  reason: 100,
  material: 60,
  /** Of a branch, a group, a rotation. */
  unit: 20,
  crew: 12,
} as const;

/** Of a branch; also those that a message or a study is for. */
export const MOST_GROUPS = 30;
/** Of a rotation. */
export const MOST_CREWS = 20;
/** Of all rotations, that a message or a study is for. */
export const MOST_CREWS_ASKED = 30;
/** Studies that a branch holds every month. docs/rules.md#R-97 */
export const MOST_RECURRING = 20;
/** Of a month, in one list of a dashboard. */
export const MOST_STUDIES_CHOSEN = 40;
export const MOST_MATERIALS = 10;
export const STAFF_NUMBER = { least: 2, most: 20 } as const;
export const STUDY_MINUTES = { least: 5, most: 480 } as const;
/** Characters of a branch code. */
export const INVITATION_CODE_LENGTH = 6;
/** How long a branch code opens the door. docs/rules.md#R-60 */
export const INVITATION_DAYS = 7;
/** Between two reminders of one message. docs/rules.md#R-54 */
export const REMIND_PAUSE_HOURS = 12;
/** In the strip of the today page, from today on. */
export const DAYS_ON_TODAY = 14;
