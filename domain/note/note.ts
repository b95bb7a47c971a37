/** What people write: of a study, or as a contribution. docs/rules.md#R-108 */
export const NOTE_TYPES = ['study-note', 'reflection', 'technical', 'news', 'hazard'] as const;
export type NoteType = (typeof NOTE_TYPES)[number];

export const NOTE_STATES = [
  'to-read',
  'answered',
  /** The author is asked whether it may be shared. */
  'asked',
  /** In the author's hands again, with a reason. */
  'returned',
  /** Shared in the branch, taken into something, or, of a hazard, dealt with. */
  'used',
  'taken-back',
] as const;
export type NoteState = (typeof NOTE_STATES)[number];

/** How far a consent reaches: the branch, or also what leaves it. docs/rules.md#R-110 */
export const SHARE_SCOPES = ['branch', 'beyond'] as const;
export type ShareScope = (typeof SHARE_SCOPES)[number];

/** Where a note was taken to; the last is what becomes of a hazard. */
export const NOTE_USES = ['channel', 'elsewhere', 'dealt-with'] as const;
export type NoteUse = (typeof NOTE_USES)[number];

/** Each keeps a document below 100 KB. docs/rules.md#R-109 */
export const NOTE_LIMITS = {
  /** UTF-16 units; with the title below the 2,500 that WeChat checks at once. */
  text: 2000,
  pictures: 9,
  /** The present one and those before it. */
  versions: 10,
  /** Of an officer, in one go. */
  words: 200,
  /** What went back and forth. */
  remarks: 20,
  uses: 10,
} as const;

/** How long the question for consent stands on the today page. docs/rules.md#R-110 */
export const CONSENT_DAYS = 7;
