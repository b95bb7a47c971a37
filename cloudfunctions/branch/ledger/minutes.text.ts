import type { Minutes } from '../../../contract/branch/minutes';
import { dayOfInstant } from '../../../domain/time/local-day';
import { fileWords } from '../../_kit/file-words';
import { clockText, dayText } from '../../_kit/when.text';

/** Words of the minutes of a meeting as a document. */
export const minutesText = {
  title: '会议记录',
  topic: '议题',
  branch: '党支部',
  time: '时间',
  place: '地点',
  attendance: '到会',
  notFinal: '点名册还没定稿，到会情况以定稿后的为准。',
  said: '会议内容',
  decisions: '决定事项',
  none: '无',
  written: ({ byName, atMs }: { readonly byName: string; readonly atMs: number }) =>
    `记录：${byName}（${dayText(atMs)} ${clockText(atMs)}）`,
  signers: ['主持人', '记录人', '日期'],
} as const;

const whenHeld = (atMs: number): string => `${dayText(atMs)} ${clockText(atMs)}`;

/** '2025年3月5日 14:00'; of several each, with its place where they were not all in one. */
export function timesHeld({ startAtMs, sittings, places }: Minutes): string {
  if (sittings === undefined) return whenHeld(startAtMs);
  return sittings
    .map((one) => whenHeld(one.startAtMs) + (places.length > 1 ? `（${one.place}）` : ''))
    .join('；');
}

/** '应到 5 人，实到 3 人' and a line of names for each thing that the register says. */
export function attendanceLines(
  register: NonNullable<Minutes['register']>,
  sittings: Minutes['sittings'] = [],
): readonly string[] {
  const { asked, came, madeUp = [], onLeave, onDuty, asleep = [], missed, toConfirm } = register;
  return [
    `应到 ${asked} 人，实到 ${came.length} 人`,
    ...(sittings.length === 0 ? line('到会', came) : cameLines(came, sittings)),
    ...line('补学', madeUp),
    ...line('请假', onLeave),
    ...line('在岗', onDuty),
    ...line('睡觉时间', asleep),
    ...line('缺席', missed),
    ...line('待确认', toConfirm),
  ];
}

/** Of several sittings who was there by the time to which they came; an officer may have entered somebody without one. */
function cameLines(
  came: readonly string[],
  sittings: NonNullable<Minutes['sittings']>,
): readonly string[] {
  const placed = sittings.flatMap((one) => one.came);
  const others = placed.reduce((left, name) => without(left, name), came);
  return [
    ...sittings.flatMap((one) => line(`${whenHeld(one.startAtMs)} 到会`, one.came)),
    ...line('到会，没有写是哪一场', others),
  ];
}

const line = (label: string, names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [`${label}（${names.length}）：${names.join('、')}`];

/** Two may have one name: one of them. */
function without(names: readonly string[], name: string): readonly string[] {
  const at = names.indexOf(name);
  return at === -1 ? names : names.filter((_, index) => index !== at);
}

/** '会议记录-主题党日-2026-03-12'; what no file can be called is '_'. */
export const minutesFileName = ({ topic, startAtMs }: Minutes): string =>
  `${minutesText.title}-${fileWords(topic)}-${dayOfInstant(startAtMs)}`;
