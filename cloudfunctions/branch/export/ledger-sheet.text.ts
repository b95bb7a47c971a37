import type { OutputOf } from '../../../contract/action';
import type { ledger } from '../../../contract/branch/ledger';
import { fileWords } from '../../_kit/file-words';
import { FREQUENCY_TEXT } from '../../../contract/branch/frequency.text';
import { STUDY_KIND_TEXT } from '../../../contract/study/study-kinds.text';
import { sortedText } from '../../_kit/when.text';

export type Ledger = OutputOf<typeof ledger>;
type Line = Ledger['lines'][number];
type Free = NonNullable<Ledger['free']>[number];

/** Words of the ledger as a sheet. */
export const ledgerText = {
  name: '三会一课台账',
  columns: [
    '会议',
    '多久一次',
    '最晚哪天',
    '情况',
    '开会时间',
    '主题',
    '到会',
    '应到',
    '补学',
    '还没排的党小组',
  ],
} as const;

const STATE: Readonly<Record<Line['state'], string>> = {
  held: '已开',
  planned: '已排',
  due: '快到日子，没排齐',
  'not-urgent': '不急',
  newer: '其他',
};

/** '运行支部' and until when it was so. */
export const headRows = ({ branchName, nowMs }: Ledger): readonly string[] => [
  `${ledgerText.name} · ${branchName}`,
  `到 ${sortedText(nowMs)}`,
];

/**
 * A row for each meeting that was held or is planned, one for each kind that has none; of kinds that no
 * rule asks for the last that was held this year and the first that is planned.
 */
export const ledgerRows = ({ lines, free = [] }: Ledger): readonly (readonly string[])[] => [
  ...askedRows(lines),
  ...free.flatMap(freeRows),
];

function askedRows(lines: readonly Line[]): readonly (readonly string[])[] {
  return lines.flatMap(({ kind, every, state, lastDay, held, planned, groupsWithout }) => {
    const name = STUDY_KIND_TEXT[kind];
    const rule = [FREQUENCY_TEXT[every], lastDay, STATE[state]];
    const without = groupsWithout.join('、');
    const meetings = [...held, ...planned];
    if (meetings.length === 0) return [[name, ...rule, '', '', '', '', '', without]];
    return meetings.map((meeting) => meetingRow(name, rule, meeting, without));
  });
}

function freeRows({ kind, held, last, next }: Free): readonly (readonly string[])[] {
  const name = STUDY_KIND_TEXT[kind];
  const often = held === 0 ? '今年还没开' : `今年开了 ${held} 次`;
  const rule = [FREQUENCY_TEXT.none, '', next === null ? often : `${often}，已排`];
  const meetings = [last, next].filter((meeting) => meeting !== null);
  if (meetings.length === 0) return [[name, ...rule, '', '', '', '', '', '']];
  return meetings.map((meeting) => meetingRow(name, rule, meeting, ''));
}

const meetingRow = (
  name: string,
  rule: readonly string[],
  {
    startAtMs,
    startsAtMs = [startAtMs],
    topic,
    attended,
    asked,
    madeUp,
    groups,
  }: Line['held'][number],
  without: string,
): readonly string[] => [
  groups === undefined ? name : `${name}（${groups.join('、')}）`,
  ...rule,
  startsAtMs.map(sortedText).join('；'),
  topic,
  attended === null ? '' : String(attended),
  asked === null ? '' : String(asked),
  madeUp === undefined ? '' : String(madeUp),
  without,
];

/** '三会一课台账-运行支部-2026-03-12'; what no file can be called is '_'. */
export const ledgerFileName = ({ branchName, nowMs }: Ledger): string =>
  `${ledgerText.name}-${fileWords(branchName)}-${sortedText(nowMs).slice(0, 10)}`;
