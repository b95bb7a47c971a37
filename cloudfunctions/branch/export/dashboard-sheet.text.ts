import type { OutputOf } from '../../../contract/action';
import type { dashboard } from '../../../contract/branch/dashboard';
import type { ReasonedLine } from '../../_store/branch/listed-lines';
import { ATTENDANCE_TEXT } from '../../../contract/study/attendance.text';
import { fileWords } from '../../_kit/file-words';
import { refusedLeaveText } from '../../_kit/leave.text';
import { leftOutText } from '../../../contract/branch/left-out.text';
import { NOTE_TYPE_TEXT } from '../../../contract/note/note-types.text';
import { ratePercent } from '../../../domain/study/rate-percent';
import { sortedText } from '../../_kit/when.text';

export type Told = OutputOf<typeof dashboard>;
export interface ExportedLine extends ReasonedLine {
  readonly crewName: string | null;
}

/** Words of a month of a branch as sheets. */
export const dashboardText = {
  name: '看板',
  sheets: { figures: '数字', crews: '各值和学习', lines: '名册' },
  lineColumns: ['日期', '学习', '姓名', '值', '情况', '原因', '补学'],
  crew: '值',
  noCrew: '没有值',
} as const;

/** What a figure is called, what it is, and how it comes about. */
export function figureRows(told: Told): readonly (readonly string[])[] {
  const { branchName, month, nowMs, people, studies, openStudies, makeUps, burden, notes } = told;
  const { asked, attended, couldAttend } = told.sums;
  const types = [...new Set(notes.map(({ type }) => type))];
  const countOf = (type: string) =>
    notes.filter((each) => each.type === type).reduce((sum, { count }) => sum + count, 0);
  return [
    [branchName, monthText(month), `到 ${sortedText(nowMs)}`],
    ['应参加', `${people} 人`, `${studies.length} 次学习结束，${openStudies} 次没结束`],
    ['公平到会率', rateText(attended, couldAttend), `补学也算，${leftOutText(told.sums)}`],
    ['原始到会率', rateText(attended, asked), '补学也算'],
    [
      '补学未完成',
      `${makeUps.people} 人`,
      `还能补 ${makeUps.open} 次，截止了没补 ${makeUps.over} 次，补完 ${makeUps.done} 次`,
    ],
    [
      '请每人付出',
      `${burden.medianMinutes} 分钟`,
      `中间一位；最多 ${burden.highestMinutes} 分钟，设定 ${burden.limitMinutes} 分钟`,
    ],
    ...types.map((type) => [NOTE_TYPE_TEXT[type], `${countOf(type)} 篇`, '不设指标']),
  ];
}

/** The studies as heads, then a row for each crew: who came of those who could. */
export function crewRows({ studies, crews }: Told): readonly (readonly string[])[] {
  return [
    [dashboardText.crew, ...studies.map(({ topic, startAtMs }) => `${dayOf(startAtMs)} ${topic}`)],
    ...crews.map(({ crewId, name }) => [
      name ?? dashboardText.noCrew,
      ...studies.map(({ cells }) => {
        const cell = cells.find((each) => each.crewId === crewId);
        return cell === undefined ? '' : `${cell.attended}/${cell.couldAttend}`;
      }),
    ]),
  ];
}

/** The cells of the lines, in the order of the columns. */
export function lineRows(
  { studies, nowMs }: Told,
  lines: readonly ExportedLine[],
): readonly (readonly string[])[] {
  const studyOf = new Map(studies.map((study) => [study.studyId, study]));
  return lines.map((line) => {
    const { studyId, name, crewName, state, makeUp } = line;
    const study = studyOf.get(studyId);
    return [
      study === undefined ? '' : dayOf(study.startAtMs),
      study?.topic ?? '',
      name,
      crewName ?? '',
      ATTENDANCE_TEXT[state],
      reasonText(line),
      makeUp === null ? '' : makeUpText(makeUp, nowMs),
    ];
  });
}

function reasonText({ state, reason, leave }: ExportedLine): string {
  const isRefused = leave !== null && state !== 'excused' && reason === leave.reason;
  if (!isRefused) return reason ?? '';
  const { answer } = leave;
  return refusedLeaveText(
    leave.reason,
    answer === undefined
      ? null
      : {
          isDeclined: answer.verdict === 'declined',
          byName: answer.by.name,
          atMs: answer.atMs,
          reason: answer.reason,
        },
  );
}

function makeUpText(
  { doneAtMs, untilAtMs }: NonNullable<ExportedLine['makeUp']>,
  nowMs: number,
): string {
  if (doneAtMs !== null) return `${sortedText(doneAtMs)} 补完`;
  return untilAtMs > nowMs ? `${sortedText(untilAtMs)} 截止` : '截止了，没补';
}

function rateText(part: number, of: number): string {
  const percent = ratePercent(part, of);
  return percent === null ? '还没有' : `${percent}%（${part}/${of} 人次）`;
}

const dayOf = (atMs: number): string => sortedText(atMs).slice(0, 10);

/** '2026年3月'. */
const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** '看板-运行支部-2026年3月'; what no file can be called is '_'. */
export const dashboardFileName = ({ branchName, month }: Told): string =>
  `${dashboardText.name}-${fileWords(branchName)}-${monthText(month)}`;
