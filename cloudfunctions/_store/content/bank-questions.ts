import * as v from 'valibot';
import { MOST_IN_BANK } from '../../../contract/content/question-bank';
import { AtMs, Id } from '../../../contract/fields';
import { questionKey } from '../../../domain/content/contest/question-list';
import { QUESTION_KINDS } from '../../../domain/study/make-up-quiz';
import { collection, command, isDuplicate } from '../database';
import { derivedId } from '../derived-id';
import { documentKind } from '../document-kind';
import { pageBehind, type PlaceInList } from '../place-in-list';
import type { StoredQuestion } from './contest-document';

/** One question of a branch, for its contests. docs/rules.md#R-257 */
const BankQuestion = v.object({
  /** Follows from branch and words, so that a question stands once. */
  _id: Id,
  branchId: Id,
  kind: v.picklist(QUESTION_KINDS),
  text: v.string(),
  options: v.array(v.object({ optionId: Id, text: v.string(), isRight: v.boolean() })),
  why: v.string(),
  by: v.object({ memberId: Id, name: v.string() }),
  addedAtMs: AtMs,
  schemaVersion: v.literal(1),
});
export type BankQuestion = v.InferOutput<typeof BankQuestion>;

export const BANK_QUESTIONS = documentKind('bank_questions', BankQuestion);
const documents = () => collection(BANK_QUESTIONS);

export const bankIdOf = (branchId: string, text: string): string =>
  derivedId('bank-question', branchId, questionKey(text));

/** A question as the bank has it. */
export function inBank(
  branchId: string,
  { kind, text, options, why }: Omit<StoredQuestion, 'questionId'>,
  by: BankQuestion['by'],
  addedAtMs: number,
): BankQuestion {
  const _id = bankIdOf(branchId, text);
  return { _id, branchId, kind, text, options: [...options], why, by, addedAtMs, schemaVersion: 1 };
}

/** The questions of branches. docs/rules.md#R-257 */
export const bankQuestions = {
  countOf: (branchId: string) => documents().count({ branchId }),

  /** Of these ids those that are there, of a branch, by id. */
  async known(
    branchId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, BankQuestion>> {
    const found = await documents().all({ branchId, _id: command.in(ids) });
    return new Map(found.map((question) => [question._id, question]));
  },

  /** Of a branch, newest first, behind `place`. */
  ofBranch: (branchId: string, place: PlaceInList | null, limit: number) =>
    pageBehind(documents(), { branchId }, { by: 'addedAtMs', direction: 'desc', limit }, place),

  /**
   * Those of one branch that are not there yet, as far as there is room. Two requests at once, and one
   * that writes. docs/rules.md#R-257
   */
  async addAbsent(questions: readonly BankQuestion[]): Promise<void> {
    await addTo(questions);
  },

  /** As addAbsent; what is there with another answer and came before gives way: it may have been wrong. */
  async addPublished(questions: readonly BankQuestion[]): Promise<void> {
    const known = await addTo(questions);
    for (const question of questions) {
      const before = known.get(question._id);
      if (before === undefined || before.addedAtMs >= question.addedAtMs) continue;
      if (answerOf(before) !== answerOf(question)) await documents().put(question);
    }
  },

  remove: (branchId: string, questionId: string) =>
    documents().remove({ _id: questionId, branchId }),
} as const;

const answerOf = ({ kind, options, why }: BankQuestion): string =>
  JSON.stringify([kind, options.map(({ text, isRight }) => [text, isRight]), why]);

/** What was there before, of the same branch. */
async function addTo(
  questions: readonly BankQuestion[],
): Promise<ReadonlyMap<string, BankQuestion>> {
  const [first] = questions;
  if (first === undefined) return new Map();
  const { branchId } = first;
  const [known, total] = await Promise.all([
    bankQuestions.known(
      branchId,
      questions.map(({ _id }) => _id),
    ),
    bankQuestions.countOf(branchId),
  ]);
  const absent = new Map(
    questions.filter(({ _id }) => !known.has(_id)).map((question) => [question._id, question]),
  );
  const fresh = [...absent.values()].slice(0, Math.max(0, MOST_IN_BANK - total));
  try {
    await documents().insertMany(fresh);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    for (const question of fresh) await documents().insertIfAbsent(question);
  }
  return known;
}
