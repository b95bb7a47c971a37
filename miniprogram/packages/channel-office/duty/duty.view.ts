import type { OutputOf } from '../../../../contract/action';
import type { channelDuty } from '../../../../contract/content/duty';
import { CHANNEL_NAME } from '../../../../contract/content/channel.text';
import { DUTY_RULES, dutyEndsAtMs } from '../../../../domain/content/channel/duty-hours';
import type { ContentChannel } from '../../../../domain/content/channel/item';
import { dayOfInstant, type LocalDay } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { clockOf, momentText, fullDayText } from '../../../text/when';
import { cellBadge } from '../cell-words.view';
import { toDeskRow, type DeskRow } from '../desk-words.view';

export type Duty = OutputOf<typeof channelDuty>;

interface ChoiceRow {
  readonly memberId: string;
  readonly name: string;
  readonly note: string;
  readonly act: string;
}

export interface DutyContent {
  readonly kind: 'content';
  readonly title: string;
  readonly badge: Badge;
  readonly holder: string;
  /** What is expected of who is on duty, until when. */
  readonly what: string;
  readonly lines: readonly DeskRow[];
  readonly nothing: string;
  readonly choices: readonly ChoiceRow[];
  readonly hint: string;
  /** The newest first. */
  readonly steps: readonly { readonly key: number; readonly text: string; readonly when: string }[];
  readonly mayWrite: boolean;
  readonly mayPlan: boolean;
}

export type DutyView = Placeholder | DutyContent;

export const opening: DutyView = { kind: 'loading' };
export const firstChannel: ContentChannel = 'party';
export const unknownDuty: Shown<Duty> = { kind: 'loading' };

/** @param myId of who looks */
export function toDutyView(
  state: Shown<Duty>,
  channel: ContentChannel,
  day: LocalDay,
  myId: string,
  nowMs: number,
): DutyView {
  if (state.kind !== 'known') return state;
  const { duty, choices, lines, mayWrite, mayPlan } = state.output;
  const today = dayOfInstant(nowMs);
  const endsAtMs = dutyEndsAtMs(channel, day);
  const isOpen = nowMs < endsAtMs;
  const isMine = duty?.person?.memberId === myId;
  const isNobodys = duty !== null && duty.person === null;
  return {
    kind: 'content',
    title: `${CHANNEL_NAME[channel]} ${fullDayText(day, today)}`,
    badge: cellBadge(state.output.state),
    holder: duty === null ? '还没有排到这一天' : holderText(duty, isMine),
    what: isOpen
      ? `管到 ${clockOf(endsAtMs)} 刊出，还空着就补上一条`
      : '这一期的时间过了，不再换人',
    lines: lines.map((line) => toDeskRow(line, nowMs)),
    nothing: isOpen ? '还没有稿。' : '没有稿。',
    choices: choices.map(({ memberId, name, branchName, duties }) => ({
      memberId,
      name: memberId === myId ? `${name}（你）` : name,
      note: `${branchName} · 近四周和后面共 ${duties} 天`,
      act: memberId === myId ? '我来' : '换人',
    })),
    hint: isOpen && duty !== null ? hintText(choices.length, isMine || isNobodys) : '',
    steps: [...(duty?.steps ?? [])].reverse().map(({ byName, toName, atMs }, key) => ({
      key,
      text: `${byName}排的：${toName ?? '没有人能值班'}`,
      when: momentText(atMs, nowMs),
    })),
    mayWrite: mayWrite && isOpen,
    mayPlan: mayPlan && isOpen,
  };
}

const holderText = ({ person }: NonNullable<Duty['duty']>, isMine: boolean): string =>
  person === null ? '没有人能值班' : isMine ? `${person.name}（你）` : person.name;

const HOURS = DUTY_RULES.windowMinutes / 60;

const hintText = (choices: number, isExpected: boolean): string => {
  if (choices > 0) return `列出的都没请假，刊出前 ${HOURS} 小时里醒着、不在班。`;
  return isExpected ? '那天没有别人能换。实在不行，和党委工作部商量。' : '';
};

export const giveQuestion = (name: string, day: LocalDay, nowMs: number, isMe: boolean) => ({
  title: `${fullDayText(day, dayOfInstant(nowMs))}由${isMe ? '你' : name}值班？`,
  content: isMe
    ? '空着的时候只告诉你。'
    : '这位同志会收到一条，睡着、在班时不打扰。原来值班的就不用管了。',
  confirmBtn: '换',
  cancelBtn: '先不',
});

export const GIVEN_TEXT = '换好了。';
