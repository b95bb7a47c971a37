import type { OutputOf } from '../../../../contract/action';
import type { myData } from '../../../../contract/people/member';
import type { Question } from '../../../state/confirmed';
import type { Shown, Placeholder } from '../../../state/shown';
import { instantText } from '../../../text/data-ask';
import { rolesText } from '../../../text/roles';
import { dateText } from '../../../text/when';
import { periodsOf, type KnownYears, type Line } from '../kept.view';
import { storedRows, type StoredRow } from './stored.view';

type MyData = OutputOf<typeof myData>;

export interface DataContent {
  readonly kind: 'content';
  readonly profile: readonly Line[];
  readonly stored: readonly StoredRow[];
  /** What else is kept for how long. */
  readonly periods: readonly Line[];
  readonly byOffice: string;
}

/** Of documents that are about no member, and name who made them. */
export const BY_OFFICE_TEXT =
  '你以支部职务办的事（发布、审核、记录、出题、当评委），那些记录上有你的名字，和它们留得一样久。';

export type DataView = Placeholder | DataContent;

/** Of what stands in no row above. */
export const OTHER_PERIODS = periodsOf(['bind-try', 'export', 'roster-piece'], null);

export const opening: DataView = { kind: 'loading' };

export function toView(state: Shown<MyData>, years: KnownYears): DataView {
  if (state.kind !== 'known') return state;
  return {
    kind: 'content',
    profile: profileOf(state.output.profile),
    stored: storedRows(state.output, years),
    periods: OTHER_PERIODS,
    byOffice: BY_OFFICE_TEXT,
  };
}

export const leaveQuestion: Question = {
  title: '解除绑定',
  content:
    '这个微信不再能看支部的内容。考勤记录和交过的心得留在支部。以后要用，拿新的邀请码再绑定。',
  confirmBtn: '解除',
  cancelBtn: '不解除',
};

export function profileOf(profile: MyData['profile']): readonly Line[] {
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
