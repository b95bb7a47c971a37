import * as v from 'valibot';
import { AtMs, Id } from '../../../contract/fields';
import { CORRECTED_THINGS, DATA_OUTCOMES } from '../../../domain/people/data-ask';
import { collection, command } from '../database';
import { documentKind } from '../document-kind';
import { pageBehind, type PlaceInList } from '../place-in-list';
import { StoredWhat } from './audit-entries';

const By = v.object({ memberId: Id, name: v.string() });

const About = v.variant('kind', [
  v.object({ kind: v.literal('correction'), of: v.picklist(CORRECTED_THINGS) }),
  /** As the line of the trail said it, which goes before this does. */
  v.object({
    kind: v.literal('look'),
    entryId: v.string(),
    by: By,
    atMs: AtMs,
    what: StoredWhat,
  }),
]);

const Answer = v.object({
  outcome: v.picklist(DATA_OUTCOMES),
  words: v.string(),
  by: By,
  atMs: AtMs,
  requestId: v.string(),
});

export const DataAskDocument = v.object({
  /** Follows from who asks and, of a look, from its line: of one look there is one. */
  _id: Id,
  /** Chosen by the phone. */
  askId: Id,
  memberId: Id,
  memberName: v.string(),
  /** Of the member when they asked. */
  branchId: Id,
  about: About,
  words: v.string(),
  askedAtMs: AtMs,
  state: v.picklist(['open', 'answered']),
  answer: v.nullable(Answer),
  /** When it was asked or answered. */
  lastAtMs: AtMs,
  schemaVersion: v.literal(1),
});
export type DataAskDocument = v.InferOutput<typeof DataAskDocument>;
export type DataAnswer = v.InferOutput<typeof Answer>;

export const DATA_ASKS = documentKind('data_asks', DataAskDocument);
const documents = () => collection(DATA_ASKS);

const newestFirst = (limit: number) => ({ by: 'askedAtMs', direction: 'desc', limit }) as const;

/** What members ask about what is stored of them. docs/rules.md#R-143 */
export const dataAskStore = {
  byId: (id: string) => documents().byId(id),

  /** False when it was asked before. */
  add: (ask: DataAskDocument) => documents().insertIfAbsent(ask),

  countOpenOf: (memberId: string) => documents().count({ memberId, state: 'open' }),

  /** Answers what nobody has answered; null when somebody has. */
  answer: (id: string, answer: DataAnswer) =>
    documents().updateAndRead(
      { _id: id, state: 'open' },
      { state: 'answered', answer: command.set(answer), lastAtMs: answer.atMs },
    ),

  /** Of one member, newest first, behind a place. */
  ofMember: (memberId: string, after: PlaceInList | null, limit: number) =>
    pageBehind(documents(), { memberId }, newestFirst(limit), after),

  /** Of a branch those of these kinds that speak neither for nor of this officer, newest first. */
  ofBranch(
    branchId: string,
    state: DataAskDocument['state'],
    { kinds, notOf }: { kinds: readonly DataAskDocument['about']['kind'][]; notOf: string },
    after: PlaceInList | null,
    limit: number,
  ) {
    const query = {
      branchId,
      state,
      'about.kind': command.in(kinds),
      memberId: command.neq(notOf),
      'about.by.memberId': command.neq(notOf),
    };
    return pageBehind(documents(), query, newestFirst(limit), after);
  },
} as const;
