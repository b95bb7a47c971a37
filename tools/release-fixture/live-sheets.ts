import { api } from '../../contract/api';
import type { Stage } from './stage';

const MONTH = '2026-02';
/** Of the branch whose sheets of MONTH are open; both leaders of a group, `owner` of the first's. */
const WHO_MARKS = {
  secretary: 'rl01',
  discipline: 'rl02',
  leader: 'rl05',
  second: 'rl13',
} as const;
const OWNER = 'rl09';
const sheetOf = (memberId: string): string => `${MONTH}_${memberId}`;

/** A branch gets a list of its own, somebody a grade of the year before. */
export async function beginAssessing({ recorder }: Stage): Promise<void> {
  const { star } = api;
  const secretary = recorder.phoneOf(WHO_MARKS.secretary);
  await saveList({ recorder }, 'list-first');
  const given = { memberId: OWNER, year: 2025, gradeId: 'grade-first', over: null } as const;
  await secretary.get(star.giveGrade, { ...given, grade: 'qualified', reason: null });
}

async function saveList({ recorder }: Pick<Stage, 'recorder'>, deedId: string): Promise<void> {
  const { star } = api;
  const secretary = recorder.phoneOf(WHO_MARKS.secretary);
  const { now, next } = await secretary.get(star.branchStandard, {});
  const { scope, version, base, items, terms } = next ?? now;
  const over = { scope: scope as 'default' | 'branch', version };
  const standard = { base, items, terms } as never;
  await secretary.get(star.saveStandard, { deedId, isForAll: false, over, standard });
}

/** Every action on sheets, lists and grades, once at least. */
export async function assess(stage: Stage): Promise<void> {
  const { recorder } = stage;
  const { star } = api;
  const month = MONTH;
  const secretary = recorder.phoneOf(WHO_MARKS.secretary);
  const leader = recorder.phoneOf(WHO_MARKS.leader);
  const owner = recorder.phoneOf(OWNER);
  await owner.get(star.mySheet, {});
  const words = { month, deedId: 'words-next', text: '这个月把规程又过了一遍。' };
  await recorder.phoneOf('rl14').get(star.handInSummary, { ...words, over: null });
  await leader.get(star.branchSheets, {});
  const sheetId = sheetOf(OWNER);
  const { sheet } = await leader.get(star.memberSheet, { sheetId });
  const item = sheet.items.find(({ itemId }) => itemId === 'rules');
  const mark = {
    sheetId,
    itemId: 'rules',
    markId: 'mark-next',
    points: 18,
    reason: '缺了一次班会',
  };
  const over = item?.marks.at(-1)?.markId ?? null;
  await leader.get(star.markItem, { ...mark, evidence: null, aboutDay: null, over });
  const appealed = { month, itemId: 'rules', appealId: 'appeal-next', text: '那天在顶班' };
  await owner.get(star.appealItem, appealed);
  const answer = { sheetId, appealId: 'appeal-next', deedId: 'answer-next' };
  const restored = { ...answer, outcome: 'restored', reason: '值表上有' } as const;
  await recorder.phoneOf(WHO_MARKS.discipline).get(star.answerAppeal, restored);
  const rest = { sheetId: sheetOf('rl14'), deedId: 'rest-next' };
  await recorder.phoneOf(WHO_MARKS.second).get(star.markRest, rest);
  await secretary.get(star.settleSheet, { sheetId: sheetOf('rl14'), deedId: 'settle-next' });
  await saveList(stage, 'list-next');
  const { rows } = await secretary.get(star.yearlyReview, { year: 2025 });
  const graded = rows.find(({ memberId }) => memberId === OWNER)?.given?.gradeId ?? null;
  const given = { memberId: OWNER, year: 2025, gradeId: 'grade-next', over: graded } as const;
  await secretary.get(star.giveGrade, { ...given, grade: 'excellent', reason: null });
  await owner.get(star.myReview, { year: 2025 });
}
