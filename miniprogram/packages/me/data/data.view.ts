import type { OutputOf } from '../../../../contract/action';
import type { whoLooked } from '../../../../contract/branch/audit';
import type { myData } from '../../../../contract/people/member';
import type { myAttendance } from '../../../../contract/study/mine';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Question } from '../../../state/confirmed';
import type { Shown, Placeholder } from '../../../state/shown';
import { rolesText } from '../../../text/roles';
import { MY_STATE_TEXT } from '../../../text/study';
import { clockOf, dateText } from '../../../text/when';
import { lookedText } from './looked.view';

type MyData = OutputOf<typeof myData>;
type Looked = OutputOf<typeof whoLooked>['entries'];
type Entry = OutputOf<typeof myAttendance>['entries'][number];

export interface Line {
  readonly label: string;
  readonly value: string;
}

export interface DataContent {
  readonly kind: 'content';
  readonly profile: readonly Line[];
  readonly kept: readonly Line[];
}

export type DataView = Placeholder | DataContent;

export const opening: DataView = { kind: 'loading' };

const STORED_TEXT: Readonly<Record<MyData['kept'][number]['what'], string>> = {
  attendance: '考勤记录',
  notice: '发给你的消息',
  'shift-change': '换班、请假等变动',
  'audit-entry': '谁看过、导出过你的资料',
  note: '心得和投稿',
  newer: '其他记录',
};

export function toView(state: Shown<MyData>): DataView {
  if (state.kind !== 'known') return state;
  return {
    kind: 'content',
    profile: profileOf(state.output.profile),
    kept: storedOf(state.output.kept),
  };
}

export const leaveQuestion: Question = {
  title: '解除绑定',
  content:
    '这个微信不再能看支部的内容。考勤记录和交过的心得留在支部。以后要用，拿新的邀请码再绑定。',
  confirmBtn: '解除',
  cancelBtn: '不解除',
};

/** The present one and those before it. */
export const EXPORTED_MONTHS = 6;

export const FILE_NAME = '清风-我的数据.txt';

/** Everything on the page and the entries of the register, as a text file that a person can read. */
export function exportText(
  data: MyData,
  entries: readonly Entry[],
  looked: Looked,
  nowMs: number,
): string {
  const lines = (rows: readonly Line[]) => rows.map(({ label, value }) => `${label}：${value}`);
  return [
    '清风 · 我的数据',
    `导出时间：${instantText(nowMs)}`,
    '',
    ...lines(profileOf(data.profile)),
    '',
    ...lines(storedOf(data.kept)),
    '',
    `最近 ${EXPORTED_MONTHS} 个月的考勤`,
    ...entries.map(entryText),
    ...(entries.length === 0 ? ['没有'] : []),
    '',
    '谁看过、导出过你的资料',
    ...looked.map(lookedText),
    ...(looked.length === 0 ? ['没有'] : []),
    '',
  ].join('\n');
}

function entryText({ topic, startAtMs, state, reason }: Entry): string {
  const note = reason === null ? '' : `（${reason}）`;
  return `${instantText(startAtMs)} ${topic} ${MY_STATE_TEXT[state]}${note}`;
}

/** One line for each kind; all those that only newer versions know are counted together. */
function storedOf(kept: MyData['kept']): readonly Line[] {
  const kinds = [...new Set(kept.map(({ what }) => what))];
  return kinds.map((kind) => {
    const counts = kept.filter(({ what }) => what === kind).map(({ count }) => count);
    return { label: STORED_TEXT[kind], value: `${counts.reduce((a, b) => a + b, 0)} 条` };
  });
}

function profileOf(profile: MyData['profile']): readonly Line[] {
  const { boundAtMs, agreedPrivacyVersion } = profile;
  const optional = (label: string, value: string | null): readonly Line[] =>
    value === null ? [] : [{ label, value }];
  return [
    { label: '姓名', value: profile.name },
    { label: '工号', value: profile.staffNumber },
    { label: '支部', value: profile.branchName },
    ...optional('党小组', profile.groupName),
    ...optional('值', profile.crewName),
    { label: '身份', value: rolesText(profile.roles) },
    { label: '进入支部', value: dateText(profile.joinedDay) },
    ...optional('绑定微信', boundAtMs === null ? null : instantText(boundAtMs)),
    ...optional(
      '隐私说明',
      agreedPrivacyVersion === null ? null : `同意了第 ${agreedPrivacyVersion} 版`,
    ),
  ];
}

function instantText(atMs: number): string {
  return `${dateText(dayOfInstant(atMs))} ${clockOf(atMs)}`;
}
