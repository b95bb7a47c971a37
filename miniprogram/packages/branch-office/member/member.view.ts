import type { Me } from '../../../../contract/people/hello';
import {
  holdsOneOf,
  OFFICERS,
  ROSTER_KEEPERS,
  SECRETARIES,
  type Role,
} from '../../../../contract/roles';
import type { Question } from '../../../state/confirmed';
import type { Shown, Placeholder } from '../../../state/shown';
import { ROLE_TEXT, rolesText } from '../../../text/roles';
import { dateText, fullDayText } from '../../../text/when';
import { OFFICES, standingOf, type EditKind, type MemberRecord } from './edit';
import { knowsRoles } from './edit.view';

interface Field {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** What a tap changes; '' for nothing. */
  readonly edit: EditKind | '';
}

export interface MemberContent {
  readonly kind: 'content';
  readonly name: string;
  readonly initial: string;
  readonly fields: readonly Field[];
  /** '' while they are in the branch. */
  readonly leftNote: string;
  /** Who keeps the record of a person whom the reader may not change; '' otherwise. */
  readonly keptElsewhere: string;
  readonly isBound: boolean;
  readonly canKeep: boolean;
  readonly canSeeBook: boolean;
}

export type MemberView = Placeholder | MemberContent;

export const opening: MemberView = { kind: 'loading' };

/** @param me whose doors are shown; the server decides again. */
export function toView(state: Shown<MemberRecord>, me: Me | null | undefined): MemberView {
  if (state.kind !== 'known') return state;
  const { person, leftDay } = state.output;
  const isOutOfReach =
    person.roles.includes('committee-office') && me?.roles.includes('committee-office') !== true;
  const has = (roles: readonly Role[]) => !isOutOfReach && holdsOneOf(me?.roles ?? [], roles);
  return {
    kind: 'content',
    name: person.name,
    initial: person.name.slice(0, 1),
    fields: fieldsOf(state.output, { keep: has(ROSTER_KEEPERS), appoint: has(SECRETARIES) }),
    leftNote: leftDay === null ? '' : `${dateText(leftDay)}离开支部。学习和考勤的记录都留着。`,
    keptElsewhere: isOutOfReach ? '党委工作部的人，资料和绑定由党委工作部来改。' : '',
    isBound: person.isBound,
    canKeep: has(ROSTER_KEEPERS),
    canSeeBook: holdsOneOf(me?.roles ?? [], OFFICERS),
  };
}

interface May {
  readonly keep: boolean;
  readonly appoint: boolean;
}

function fieldsOf(record: MemberRecord, may: May): readonly Field[] {
  const { person, leftDay } = record;
  const offices = OFFICES.filter((role) => person.roles.includes(role));
  const isHere = leftDay === null;
  const kept = (kind: EditKind) => (may.keep && isHere ? kind : '');
  return [
    { key: 'name', label: '姓名', value: person.name, edit: kept('name') },
    {
      key: 'staff-number',
      label: '工号',
      value: person.maskedStaffNumber,
      edit: kept('staff-number'),
    },
    { key: 'group', label: '党小组', value: person.groupName ?? '未分组', edit: kept('group') },
    { key: 'crew', label: '值', value: crewText(record), edit: kept('crew') },
    {
      key: 'standing',
      label: '身份',
      value: ROLE_TEXT[standingOf(person.roles)],
      edit: kept('standing'),
    },
    {
      key: 'offices',
      label: '职务',
      value: offices.length === 0 && knowsRoles(record) ? '无' : rolesText(otherRoles(record)),
      edit: may.appoint && isHere && knowsRoles(record) ? 'offices' : '',
    },
    { key: 'binding', label: '微信', value: person.isBound ? '已绑定' : '未绑定', edit: '' },
    { key: 'joined', label: '进入支部', value: dateText(record.joinedDay), edit: '' },
  ];
}

function otherRoles({ person }: MemberRecord) {
  return person.roles.filter((role) => role !== 'member' && role !== 'probationary-member');
}

/** '二值，周四 3月12日起三值'. */
function crewText({ person, nextCrews, today }: MemberRecord): string {
  const next = nextCrews.map(
    ({ crewName, fromDay }) => `${fullDayText(fromDay, today)}起${crewName ?? '不在值里'}`,
  );
  return [person.crewName ?? '未定', ...next].join('，');
}

/** What is different now: '党小组：第一党小组 → 第二党小组'; '' when nothing is. */
export function changedText(before: MemberView, after: MemberView): string {
  if (before.kind !== 'content' || after.kind !== 'content') return '';
  const changed = after.fields.flatMap(({ key, label, value }) => {
    const was = before.fields.find((field) => field.key === key)?.value;
    return was === undefined || was === value ? [] : `${label}：${was} → ${value}`;
  });
  return changed.length === 0 ? '' : `已改。${changed.join('；')}`;
}

export const releasedText = '已解除。这个人可以用新的微信再绑定。';
export const staffNumberChangedText = '已改。工号换成了新的。';
export const backText = '已回到支部。要用微信，请再绑定一次。';

/** Asked before somebody leaves. */
export const leaveQuestion: Question = {
  title: '离开支部？',
  content:
    '点名册、学习和考勤的记录都留着。职务免去，微信绑定马上解除，不再收到通知。以后回来，可以接着用。',
  confirmBtn: '离开',
  cancelBtn: '不离开',
};
