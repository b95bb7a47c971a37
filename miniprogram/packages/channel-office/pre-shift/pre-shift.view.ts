import type { OutputOf } from '../../../../contract/action';
import type { preShiftItem } from '../../../../contract/content/pre-shift';
import type { ContentChannel } from '../../../../domain/content/channel/item';
import type { Placeholder, Shown } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';
import { spanOf } from '../../../text/shift-sense';
import { shiftName } from '../../../text/shift';
import { momentText } from '../../../text/when';

export type Told = OutputOf<typeof preShiftItem>;

interface PersonRow {
  readonly memberId: string;
  readonly name: string;
  readonly isTold: boolean;
  readonly isOn: boolean;
}

export interface PreShiftContent {
  readonly kind: 'content';
  readonly when: string;
  readonly title: string;
  readonly line: string;
  readonly picture: string;
  readonly source: string;
  readonly people: readonly PersonRow[];
  /** Where there is nobody to mark. */
  readonly nobody: string;
  /** '' when everybody is marked already. */
  readonly act: string;
  readonly canMark: boolean;
  readonly canMarkAll: boolean;
}

export type PreShiftView = Placeholder | PreShiftContent;

export const firstChannel: ContentChannel = 'party';
export const opening: PreShiftView = { kind: 'loading' };
export const unknownTold: Shown<Told> = { kind: 'loading' };

export const preShiftErrors = {
  'nothing-to-tell': '这一期没有要在班前讲的，或者还没刊出。到“党务清风”里看看。',
} satisfies ErrorTexts<typeof preShiftItem>;

/** @param chosen who was there, as ticked and not sent */
export function toPreShiftView(
  state: Shown<Told>,
  chosen: readonly string[],
  nowMs: number,
): PreShiftView {
  if (state.kind !== 'known') return state;
  const { item, people } = state.output;
  if (item.withdrawnBecause !== null) {
    return { kind: 'empty', text: `这一条撤回了：${item.withdrawnBecause}。不用讲了。` };
  }
  const open = people.filter(({ isTold }) => !isTold);
  return {
    kind: 'content',
    when: whenText(state.output, nowMs),
    title: item.title,
    line: item.line ?? '',
    picture: item.pictureUrl ?? '',
    source: [item.byline ?? '', item.source === null ? '' : `图：${item.source}`]
      .filter((part) => part !== '')
      .join(' · '),
    people: people.map(({ memberId, name, isMe, isTold }) => ({
      memberId,
      name: isMe ? `${name}（你）` : name,
      isTold,
      isOn: isTold || chosen.includes(memberId),
    })),
    nobody: people.length > 0 ? '' : '这个班没有本支部别的人，不用记。',
    act: actText(open.length, chosen.length),
    canMark: chosen.length > 0,
    canMarkAll: open.length > chosen.length,
  };
}

/** With these people marked, as the functions have said of each. */
export function withTold(state: Shown<Told>, memberIds: readonly string[]): Shown<Told> {
  if (state.kind !== 'known') return state;
  const people = state.output.people.map((person) =>
    memberIds.includes(person.memberId) ? { ...person, isTold: true } : person,
  );
  return { ...state, output: { ...state.output, people } };
}

/** '今天 14:00 前夜班 · 约 2 分钟'. */
function whenText({ shift, item }: Told, nowMs: number): string {
  const span = shift === null ? undefined : spanOf(shift);
  const when =
    shift === null || span === undefined
      ? '你这几天没有班，讲给党小组的人听'
      : `${momentText(span.startAtMs, nowMs)} ${shiftName(shift)}`;
  return `${when} · 约 ${item.minutes} 分钟`;
}

function actText(open: number, chosen: number): string {
  if (open === 0) return '';
  return chosen === 0 ? '勾上在场的人' : `记下 ${chosen} 人，已当面传达`;
}

export const markedText = (count: number): string => `记下了，${count} 人由你当面传达。`;
