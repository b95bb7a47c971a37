import type { ContestDocument } from '../../../../cloudfunctions/_store/content/contest-document';
import type { ContentLog, ContestAnswer } from './log';

interface Sheet {
  readonly answers: Map<string, { readonly optionId: string; readonly atMs: number }>;
  handedInAtMs: number | null;
}

/** What somebody has answered is what is stored: all that came in the window until they handed in. */
export function wrongContests({ answers, stored }: ContentLog): string[] {
  const wrong: string[] = [];
  const sheets = new Map<string, Sheet>();
  const byId = new Map(stored.contests.map((contest) => [contest._id, contest]));
  for (const answer of answers) {
    const key = `${answer.contestId} ${answer.memberId}`;
    const sheet = sheets.get(key) ?? { answers: new Map(), handedInAtMs: null };
    sheets.set(key, sheet);
    const contest = byId.get(answer.contestId);
    const expected = contest === undefined ? 'no contest' : answered(sheet, contest, answer);
    if (answer.outcome !== expected) wrong.push(`${key}: ${answer.outcome}, not ${expected}`);
  }
  for (const [key, sheet] of sheets) {
    const entry = stored.entries.find((each) => `${each.contestId} ${each.memberId}` === key);
    const kept = (entry?.answers ?? [])
      .map(({ questionId, chosen }) => `${questionId} ${chosen.join('+')}`)
      .sort()
      .join();
    const given = [...sheet.answers]
      .map(([questionId, { optionId }]) => `${questionId} ${optionId}`)
      .sort()
      .join();
    if (kept !== given) wrong.push(`${key}: ${kept} kept, not ${given}`);
    if ((entry?.handedInAtMs ?? null) !== sheet.handedInAtMs) wrong.push(`${key}: not handed in`);
  }
  const known = new Set(sheets.keys());
  return [
    ...wrong,
    ...stored.entries
      .map(({ contestId, memberId }) => `${contestId} ${memberId}`)
      .filter((key) => !known.has(key))
      .map((key) => `${key}: nobody answered`),
  ];
}

/** What is to come of an answer, which is entered where it counts. */
function answered(
  sheet: Sheet,
  { startAtMs, endAtMs }: ContestDocument,
  { atMs, chosen, isHandedIn }: ContestAnswer,
): string {
  const given = Object.entries(chosen);
  const areThere = given.every(([questionId, optionId]) => {
    const kept = sheet.answers.get(questionId);
    const isLater = sheet.handedInAtMs === null && kept !== undefined && kept.atMs > atMs;
    return kept?.optionId === optionId || isLater;
  });
  if (atMs < startAtMs) return 'not-started';
  if (atMs >= endAtMs) return sheet.answers.size > 0 && areThere ? 'kept' : 'contest-over';
  if (sheet.handedInAtMs !== null) return isHandedIn || areThere ? 'kept' : 'handed-in';
  for (const [questionId, optionId] of given) {
    const kept = sheet.answers.get(questionId);
    if (kept === undefined || kept.atMs < atMs) sheet.answers.set(questionId, { optionId, atMs });
  }
  if (isHandedIn && sheet.answers.size === 0) return 'nothing-to-hand-in';
  if (isHandedIn) sheet.handedInAtMs = atMs;
  return 'kept';
}
