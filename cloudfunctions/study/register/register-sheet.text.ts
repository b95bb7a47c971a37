import type { GoneFromRoll, RollLine } from '../../../contract/study/register';
import type { Study } from '../../../contract/study/study-shapes';
import { dayOfInstant } from '../../../domain/time/local-day';
import { ATTENDANCE_TEXT, GONE_TEXT } from '../../../contract/study/attendance.text';
import { fileWords } from '../../_kit/file-words';
import { refusedLeaveText } from '../../_kit/leave.text';
import { sortedText } from '../../_kit/when.text';

/** Words of a register as a sheet. */
export const sheetText = {
  name: '点名册',
  columns: ['姓名', '值', '情况', '场次', '时间', '怎么记的', '原因', '谁登记的', '后来的更正'],
  madeUp: '自己补完',
  gone: (count: number) => `另有 ${count} 人已不在本支部，不算应到`,
  open: '登记还没截止，以截止后的为准。',
} as const;

const STATE_TEXT: Readonly<Record<RollLine['state'], string>> = {
  ...ATTENDANCE_TEXT,
  newer: '其他',
};

const WAY_TEXT: Readonly<Record<NonNullable<RollLine['way']>, string>> = {
  scan: '扫码',
  typed: '输入数字',
  'scanned-by-presenter': '主持人扫成员码',
  'by-hand': '手工登记',
  'offline-scan': '离线扫码',
  newer: '其他方式',
};

/** '主题党日 · 运行支部' and below it when and where, and how many are in which state. */
export function headLines(
  { topic, branchName, sittings }: Study,
  lines: readonly RollLine[],
  isFinal: boolean,
  gone = 0,
): readonly string[] {
  const times = sittings.map(({ startAtMs, place }) => `${sortedText(startAtMs)} ${place}`);
  const counts = Object.entries(STATE_TEXT).flatMap(([state, text]) => {
    const count = lines.filter((line) => line.state === state).length;
    return count === 0 ? [] : [`${text} ${count}`];
  });
  const head = [topic, `${branchName} · ${times.join('；')}`];
  const outside = gone === 0 ? [] : [sheetText.gone(gone)];
  const sum = [`一共 ${lines.length} 人`, ...counts, ...outside].join(' · ');
  return [...head, sum, ...(isFinal ? [] : [sheetText.open])];
}

/** The cells of one person, in the order of the columns. */
export function cellsOf(line: RollLine, { sittings }: Study): readonly string[] {
  const sitting = sittings.find(({ sittingId }) => sittingId === line.sittingId);
  const entry = entryOf(line);
  return [
    line.name,
    line.crewName ?? '',
    STATE_TEXT[line.state],
    sitting === undefined ? '' : sortedText(sitting.startAtMs),
    entry.atMs === null ? '' : sortedText(entry.atMs),
    entry.how,
    reasonText(line),
    line.markedBy ?? '',
    line.corrections.map(correctionText).join('；'),
  ];
}

/** Of somebody whom it asks no more since they left the branch: they are in no count. docs/rules.md#R-362 */
export const cellsOfGone = ({ name, crewName, gone }: GoneFromRoll): readonly string[] => {
  const cells = [name, crewName ?? '', GONE_TEXT[gone]];
  return [...cells, ...sheetText.columns.slice(cells.length).map(() => '')];
};

/** When and how they came to be in the register: what they made up stands with when they did. docs/rules.md#R-103 */
function entryOf({ state, atMs, claimedAtMs, way, makeUp }: RollLine) {
  const doneAtMs = makeUp?.doneAtMs ?? null;
  if (state === 'made-up' && doneAtMs !== null) return { atMs: doneAtMs, how: sheetText.madeUp };
  return { atMs: claimedAtMs ?? atMs, how: way === null ? '' : WAY_TEXT[way] };
}

/** Why they are on leave, or entered as they are; of leave that does not excuse them also who said so, and why. */
function reasonText({ state, way, reason, leave }: RollLine): string {
  const isRefused = leave !== undefined && way === null && state !== 'excused';
  if (!isRefused) return reason ?? '';
  const { standing, answer } = leave;
  return refusedLeaveText(
    leave.reason,
    answer === null ? null : { ...answer, isDeclined: standing === 'declined' },
  );
}

function correctionText({
  from,
  to,
  reason,
  byName,
  atMs,
}: RollLine['corrections'][number]): string {
  const why = reason === null || reason === '' ? '' : `，${reason}`;
  return `${sortedText(atMs)} ${byName}：${STATE_TEXT[from]}→${STATE_TEXT[to]}${why}`;
}

/** '点名册-主题党日-2026-03-12'; what no file can be called is '_'. */
export function registerFileName({ topic, sittings }: Study): string {
  const [first] = [...sittings].sort((a, b) => a.startAtMs - b.startAtMs);
  const day = first === undefined ? '' : `-${dayOfInstant(first.startAtMs)}`;
  return `${sheetText.name}-${fileWords(topic)}${day}`;
}
