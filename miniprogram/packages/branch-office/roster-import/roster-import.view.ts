import { NAMED_IN_CHECK, type RosterCheck } from '../../../../contract/branch/roster-import';
import type { OutputOf } from '../../../../contract/action';
import type { applyRoster } from '../../../../contract/branch/roster-import';
import type { Question } from '../../../state/confirmed';
import { clockOf } from '../../../text/when';
import { toProblemRow, type ProblemRow } from './problem.view';

type Place = RosterCheck['changed'][number]['place'];

interface Figure {
  readonly key: 'same' | 'changed' | 'fresh' | 'leaving';
  readonly label: string;
  readonly count: number;
}

interface PersonRow {
  readonly key: string;
  readonly name: string;
  readonly near: string;
  readonly what: string;
}

export interface LeavingRow {
  readonly memberId: string;
  readonly name: string;
  readonly near: string;
  readonly what: string;
  readonly canLeave: boolean;
  readonly isTicked: boolean;
}

export interface CheckView {
  readonly fileName: string;
  readonly about: string;
  readonly unused: string;
  readonly hasProblems: boolean;
  readonly verdict: string;
  readonly verdictNote: string;
  readonly problemTitle: string;
  readonly problems: readonly ProblemRow[];
  readonly moreProblems: string;
  readonly sum: string;
  readonly figures: readonly Figure[];
  readonly adding: string;
  readonly fresh: readonly PersonRow[];
  readonly changed: readonly PersonRow[];
  readonly leaving: readonly LeavingRow[];
  readonly more: string;
  /** Of lists that are longer than one answer; null: all of them stand here. */
  readonly turns: Turns | null;
  /** '' where there is nothing to write. */
  readonly apply: string;
}

interface Turns {
  readonly text: string;
  /** Where the names before and behind begin; null: there are none. */
  readonly before: number | null;
  readonly behind: number | null;
}

export interface DoneView {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Rows of each kind that are shown before the rest is unfolded. */
const FIRST_ROWS = 5;

/** @param ticked of whom it was said that they leave */
export function toCheckView(
  check: RosterCheck,
  ticked: readonly string[],
  { isUnfolded, from }: { readonly isUnfolded: boolean; readonly from: number },
): CheckView {
  const { counts, lines, problems, fresh, changed, leaving } = check;
  const fine = lines - counts.problems;
  const most = isUnfolded ? Number.POSITIVE_INFINITY : FIRST_ROWS;
  const hidden = [fresh, changed].reduce((sum, all) => sum + Math.max(0, all.length - most), 0);
  const problemsLeft = counts.problems - from - problems.length;
  return {
    fileName: check.fileName,
    about: `${lines} 行 · 第 1 张表“${check.sheetName}” · ${clockOf(check.nowMs)} 读完`,
    unused: check.unused.length === 0 ? '' : `没有用到的列：${check.unused.join('、')}`,
    hasProblems: counts.problems > 0,
    verdict: verdictOf(check),
    verdictNote:
      counts.problems === 0
        ? '看过下面的变化，再写入。'
        : fine === 0
          ? '改好再传一次。'
          : `另外 ${fine} 行没问题。改好再传一次，${lines} 行一起写入。`,
    problemTitle: `要改的 ${counts.problems} 行`,
    problems: problems.map(toProblemRow),
    moreProblems:
      problemsLeft > 0 ? `还有 ${problemsLeft} 行要改，往后翻，或在标出问题的表里看。` : '',
    sum: `${counts.present} 人 → ${counts.present + counts.fresh - ticked.length} 人`,
    figures: [
      { key: 'same', label: '不变', count: counts.same },
      { key: 'changed', label: '有变', count: counts.changed },
      { key: 'fresh', label: '新来', count: counts.fresh },
      { key: 'leaving', label: '不在表里', count: counts.leaving },
    ],
    adding: addingOf(check),
    fresh: fresh.slice(0, most).map((person) => ({
      key: String(person.line),
      name: person.name,
      near: person.place.crewName ?? person.place.groupName ?? '',
      what: person.isBack ? '以前在册，记录一起接上' : standingText(person.place),
    })),
    changed: changed.slice(0, most).map((person) => ({
      key: String(person.line),
      name: person.name,
      near: '',
      what: differenceText(person.before, person.place),
    })),
    leaving: leaving.map(({ memberId, name, place, canLeave }) => ({
      memberId,
      name,
      near: place.crewName ?? place.groupName ?? '',
      what: canLeave ? '勾上就离开，马上进不来，记录都留着' : '不能在这里离开，会留在名册里',
      canLeave,
      isTicked: ticked.includes(memberId),
    })),
    more: hidden === 0 ? '' : `再列 ${hidden} 人`,
    turns: turnsOf(check, from),
    apply: applyText(check, ticked),
  };
}

/** Whether two answers speak of the same list and the same roster; where lines are to be put right there is no plan. */
export const isSameCheck = (a: RosterCheck, b: RosterCheck): boolean =>
  a.planId === b.planId && JSON.stringify(a.counts) === JSON.stringify(b.counts);

/** '每类第 201–400 个': all kinds are turned together. */
function turnsOf({ counts }: RosterCheck, from: number): Turns | null {
  const longest = Math.max(counts.problems, counts.fresh, counts.changed, counts.leaving);
  if (longest <= NAMED_IN_CHECK) return null;
  const behind = from + NAMED_IN_CHECK;
  return {
    text: `名单长，每类一次列 ${NAMED_IN_CHECK} 个，这是第 ${from + 1}–${Math.min(behind, longest)} 个`,
    before: from === 0 ? null : Math.max(0, from - NAMED_IN_CHECK),
    behind: behind < longest ? behind : null,
  };
}

function verdictOf({ counts, lines }: RosterCheck): string {
  if (counts.problems > 0) return `有 ${counts.problems} 行要改，现在一行都没写入`;
  return `${lines} 行都没问题，现在还没写入`;
}

/** '30 + 4 + 2 = 36 行'. */
function addingOf({ counts, lines }: RosterCheck): string {
  const parts = [counts.same, counts.changed, counts.fresh];
  if (counts.problems > 0) parts.push(counts.problems);
  const note = counts.problems > 0 ? `，要改的 ${counts.problems} 行也算在里面` : '';
  const out = counts.leaving === 0 ? '' : `不在表里的 ${counts.leaving} 人不会自己离开。`;
  return `${parts.join(' + ')} = ${lines} 行${note}。${out}`;
}

function applyText(check: RosterCheck, ticked: readonly string[]): string {
  const { counts, planId, lines } = check;
  const isNothing = counts.changed + counts.fresh + ticked.length === 0;
  return planId === null || isNothing ? '' : `写入 ${lines} 行`;
}

function differenceText(before: Place, after: Place): string {
  const parts: string[] = [];
  const say = (label: string, from: string | null, to: string | null) => {
    if (from !== to) parts.push(`${label} ${from ?? '无'} → ${to ?? '无'}`);
  };
  say('值', before.crewName, after.crewName);
  say('党小组', before.groupName, after.groupName);
  say('身份', standingText(before), standingText(after));
  return `${parts.join('，')}，今天起`;
}

function standingText({ standing }: Place): string {
  return standing === 'probationary-member' ? '预备党员，没有表决权' : '党员';
}

export const applyQuestion = (check: RosterCheck, leaving: number): Question => ({
  title: '写入名册',
  content: `${changesText(check, leaving)}要么全写入，要么一行不写。`,
  confirmBtn: '写入',
  cancelBtn: '再看看',
});

function changesText({ counts }: RosterCheck, leaving: number): string {
  const parts = [
    ...(counts.fresh > 0 ? [`新来 ${counts.fresh} 人`] : []),
    ...(counts.changed > 0 ? [`有变 ${counts.changed} 人`] : []),
    ...(leaving > 0 ? [`离开 ${leaving} 人，马上进不来`] : []),
  ];
  return `${parts.join('，')}。`;
}

export function toDoneView(done: OutputOf<typeof applyRoster>): DoneView {
  const { added, changed, left, overtaken } = done;
  return {
    title: '已经写入名册',
    lines: [
      `新来 ${added} 人，有变 ${changed} 人，离开 ${left} 人`,
      ...(added > 0 ? ['新来的人拿到邀请码，绑定微信后就能用'] : []),
      ...(overtaken.length > 0
        ? [`刚好有人在改 ${overtaken.join('、')}，这几位按那边改的为准，到名册里看一眼`]
        : []),
    ],
  };
}
