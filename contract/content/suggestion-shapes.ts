import * as v from 'valibot';
import {
  SUGGESTION_LIMITS,
  SUGGESTION_STATES,
  SUGGESTION_STEPS,
  SUGGESTION_TYPES,
  TOPICS,
} from '../../domain/content/suggestion/suggestion';
import { CHECK_STATES } from '../../domain/words/check-state';
import { AtMs, Count, Id, Words } from '../fields';
import { growing } from '../growing';
import { MOST_CHARACTERS } from '../limits';

export const ShownSuggestionType = growing(SUGGESTION_TYPES);
export type ShownSuggestionType = v.InferOutput<typeof ShownSuggestionType>;
export const ShownTopic = growing(TOPICS);
export type ShownTopic = v.InferOutput<typeof ShownTopic>;
export const ShownSuggestionState = growing(SUGGESTION_STATES);
export type ShownSuggestionState = v.InferOutput<typeof ShownSuggestionState>;
const ShownStep = growing(SUGGESTION_STEPS);
export type ShownStep = v.InferOutput<typeof ShownStep>;

export const SuggestionTitle = Words(MOST_CHARACTERS.title);
export const SuggestionText = Words(SUGGESTION_LIMITS.text);
export const StepWords = Words(SUGGESTION_LIMITS.words);

/** One line of a list, for its member and the office that has it. */
export const SuggestionRow = v.strictObject({
  suggestionId: Id,
  type: ShownSuggestionType,
  topic: ShownTopic,
  title: v.string(),
  authorName: v.string(),
  /** Of the member's branch. */
  branchName: v.string(),
  /** A hazard that rang at once. */
  isUrgent: v.boolean(),
  state: ShownSuggestionState,
  raisedAtMs: AtMs,
  /** When the last thing was done to it. */
  changedAtMs: AtMs,
  /** By when the office owes its next word, or the member says whether it is enough. */
  dueAtMs: AtMs,
  isOverdue: v.boolean(),
  /** Who has it. */
  officeName: v.string(),
});
export type SuggestionRow = v.InferOutput<typeof SuggestionRow>;

/** Of an urgent hazard, by name. docs/rules.md#R-341 */
export const Ringing = {
  /** Whose phones it rings just now: it is not known yet whether they have rung. Absent: nobody's. */
  ringing: v.optional(v.array(v.string())),
  /** Whose phones it was to ring and did not. Absent: nobody's. */
  silent: v.optional(v.array(v.string())),
};

export const SuggestionDetail = v.strictObject({
  ...SuggestionRow.entries,
  text: v.string(),
  /** Of an urgent hazard whose phones rang, also nobody's; absent: it is none, or was raised before that was kept. */
  rang: v.optional(v.array(v.string())),
  ...Ringing,
  /** Absent: it has none. `url` is null of what the reader does not see. docs/rules.md#R-312 */
  pictures: v.optional(
    v.array(
      v.strictObject({
        pictureId: Id,
        /** For some minutes. */
        url: v.nullable(v.string()),
        check: growing(CHECK_STATES),
      }),
    ),
  ),
  /** Pictures that were to go along and did not; absent: none lacks. docs/rules.md#R-311 */
  lacking: v.optional(Count),
  isMine: v.boolean(),
  /** As an officer of the office that has it, who has not raised it. */
  canDecide: v.boolean(),
  /** What is before the reader; a deed names it. */
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** The whole thread, oldest first. */
  steps: v.array(
    v.strictObject({
      kind: ShownStep,
      name: v.string(),
      isMine: v.boolean(),
      /** Of an officer; '' of the member. */
      officeName: v.string(),
      atMs: AtMs,
      text: v.nullable(v.string()),
      /** Until when it was promised; null where nothing was. */
      promisedAtMs: v.nullable(AtMs),
    }),
  ),
});
export type SuggestionDetail = v.InferOutput<typeof SuggestionDetail>;
