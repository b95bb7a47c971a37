import * as v from 'valibot';
import { Id } from '../../../contract/fields';
import { TOPICS } from '../../../domain/content/suggestion/suggestion';
import type { RaisedTopic } from '../../../domain/content/suggestion/topic-figures';
import type { Interval } from '../../../domain/time/interval';
import { collection, command } from '../database';
import { besideCaller } from '../people/beside-caller';
import { pageBehind, type PlaceInList } from '../place-in-list';
import type { CheckFields } from '../picture/checked-pictures';
import { untilNotOvertaken } from '../retry';
import { COMMITTEE, SUGGESTIONS, type SuggestionDocument } from './suggestion-document';

const documents = () => collection(SUGGESTIONS);

export type SuggestionChanges = Partial<Omit<SuggestionDocument, '_id' | 'ownerId'>>;

export type SuggestionVerdict<Code> =
  | { readonly kind: 'changed'; readonly suggestion: SuggestionDocument }
  | { readonly kind: 'refused'; readonly code: Code; readonly suggestion: SuggestionDocument }
  | { readonly kind: 'missing' };

type Pictured = NonNullable<SuggestionDocument['pictured']>;

/** The suggestion that a call points at. */
export const targetSuggestions = besideCaller(SUGGESTIONS, (id) => documents().byId(id));

/** For the doorkeeper: who has it; null when there is none, or its member has it back. */
export async function officeOfSuggestion(suggestionId: string): Promise<string | null> {
  const suggestion = await targetSuggestions.read(suggestionId);
  return suggestion === null || suggestion.state === 'taken-back' ? null : suggestion.office;
}

/** What members raise, with its thread. docs/rules.md#R-210 */
export const suggestions = {
  byId: (suggestionId: string) => documents().byId(suggestionId),

  /** False when the id is taken. */
  insertIfAbsent: (suggestion: SuggestionDocument) => documents().insertIfAbsent(suggestion),

  /** Of a member how many wait for an office. */
  countOwedTo: (ownerId: string) => documents().count({ ownerId, owedBy: command.neq('') }),

  /**
   * Writes what `decide` gives by what is stored now, again until nobody has written in between; or
   * refuses with its code.
   */
  change<Code extends string>(
    suggestionId: string,
    decide: (suggestion: SuggestionDocument) => SuggestionChanges | Code,
    nowMs: number,
  ): Promise<SuggestionVerdict<Code>> {
    return untilNotOvertaken<SuggestionVerdict<Code>>('a suggestion', async () => {
      const before = await documents().byId(suggestionId);
      if (before === null) return { kind: 'missing' };
      const changes = decide(before);
      if (typeof changes === 'string') {
        return { kind: 'refused', code: changes, suggestion: before };
      }
      const suggestion = await documents().updateAndRead(
        { _id: suggestionId, revision: before.revision },
        { ...changes, changedAtMs: nowMs, revision: command.inc(1) },
      );
      return suggestion === null ? undefined : { kind: 'changed', suggestion };
    });
  },

  /**
   * Writes what `decide` gives of the pictures of one, again until no other verdict has been written in
   * between; or refuses with its code. Nothing else of it changes.
   */
  changePictures<Code extends string>(
    find: Readonly<Record<string, unknown>>,
    decide: (pictured: Pictured) => CheckFields | Code,
  ): Promise<SuggestionVerdict<Code>> {
    return untilNotOvertaken<SuggestionVerdict<Code>>('pictures of a suggestion', async () => {
      const before = await documents().one(find);
      if (before?.pictured === undefined) return { kind: 'missing' };
      const { verdicts } = before.pictured;
      const fields = decide(before.pictured);
      if (typeof fields === 'string') return { kind: 'refused', code: fields, suggestion: before };
      const suggestion = await documents().updateAndRead(
        { _id: before._id, 'pictured.verdicts': verdicts },
        { pictured: { ...fields, verdicts: verdicts + 1 } },
      );
      return suggestion === null ? undefined : { kind: 'changed', suggestion };
    });
  },

  /** Some with a picture whose verdict was due by then. */
  checksDue: (nowMs: number, limit: number) =>
    documents().find(
      { 'pictured.checkDueAtMs': command.lte(nowMs) },
      { orderBy: { 'pictured.checkDueAtMs': 'asc', _id: 'asc' }, limit },
    ),

  /** Urgent hazards of which it is not known yet whom they rang, the longest first. */
  ringing: (limit: number) =>
    documents().find(
      { 'ringing.sinceAtMs': command.gt(0) },
      { orderBy: { 'ringing.sinceAtMs': 'asc', _id: 'asc' }, limit },
    ),

  /**
   * Writes whom a round has rung, or the next one rings; false where another run was first, or, for a
   * next round, somebody has looked at it or taken it back. Makes nobody look again.
   */
  async noteRinging(
    { _id, ringing }: Pick<SuggestionDocument, '_id' | 'ringing'>,
    changes: Required<Pick<SuggestionDocument, 'rang' | 'notRung' | 'ringing'>>,
  ): Promise<boolean> {
    const isNext = changes.ringing.round !== ringing?.round;
    const asRead = {
      _id,
      'ringing.round': ringing?.round,
      'ringing.sinceAtMs': ringing?.sinceAtMs,
      ...(isNext && { state: 'received' }),
    };
    return (await documents().update(asRead, changes)) === 1;
  },

  /** Of a member, newest first, behind `place`; what was taken back is left out. */
  ofOwner: (ownerId: string, place: PlaceInList | null, limit: number) =>
    pageBehind(
      documents(),
      { ownerId, state: command.neq('taken-back') },
      { by: 'raisedAtMs', direction: 'desc', limit },
      place,
    ),

  /** What an office owes an answer to, by when it is due, behind `place`. */
  owedBy: (office: string, place: PlaceInList | null, limit: number) =>
    pageBehind(documents(), { owedBy: office }, { by: 'dueAtMs', direction: 'asc', limit }, place),

  /**
   * As owedBy, of the committee office: also of branches that have nobody to answer, and of those that have
   * what `lone` secretaries have raised.
   */
  owedByOffice: (
    {
      branchIds,
      lone,
    }: { readonly branchIds: readonly string[]; readonly lone: readonly string[] },
    place: PlaceInList | null,
    limit: number,
  ) =>
    pageBehind(
      documents(),
      [
        { owedBy: command.nin(['', ...branchIds]) },
        { owedBy: command.in(branchIds), ownerId: command.in(lone) },
      ],
      { by: 'dueAtMs', direction: 'asc', limit },
      place,
    ),

  /** All else that an office has or had, by its last step, newest first, behind `place`. */
  othersOf: (office: string, place: PlaceInList | null, limit: number) =>
    pageBehind(
      documents(),
      { offices: office, owedBy: command.neq(office), state: command.neq('taken-back') },
      { by: 'changedAtMs', direction: 'desc', limit },
      place,
    ),

  /** What branches owe and was due by `nowMs`, longest first, behind `place`. */
  lateOfBranches: (nowMs: number, place: PlaceInList | null, limit: number) =>
    pageBehind(
      documents(),
      { owedBy: command.nin(['', COMMITTEE]), dueAtMs: command.lte(nowMs) },
      { by: 'dueAtMs', direction: 'asc', limit },
      place,
    ),

  /** Topic and member of what was raised in an interval: with one branch, or anywhere. */
  async topicsOf(branchId: string | null, { startAtMs, endAtMs }: Interval) {
    const rows = await documents().group(
      {
        ...(branchId !== null && { offices: branchId }),
        raisedAtMs: command.and(command.gte(startAtMs), command.lt(endAtMs)),
        state: command.neq('taken-back'),
      },
      { _id: { topic: '$topic', memberId: '$ownerId' }, count: { $sum: 1 } },
    );
    return v
      .parse(TopicRows, rows)
      .flatMap(({ _id, count }) => Array<RaisedTopic>(count).fill(_id));
  },
} as const;

const TopicRows = v.array(
  v.object({
    _id: v.object({ topic: v.picklist(TOPICS), memberId: Id }),
    count: v.number(),
  }),
);
