import type { SittingChange, StudyChange } from '../../domain/notice/study-change';
import { clockText, whenText } from '../_kit/when.text';

/** Words of the messages that a study sends by itself. */
export const studyNoticeText = {
  published: (topic: string) => `新的学习：${topic}`,
  changed: (topic: string) => `学习有改动：${topic}`,
  cancelled: (topic: string) => `学习取消：${topic}`,
  released: (topic: string) => `不用参加了：${topic}`,
  reminder: (topic: string) => `学习提醒：${topic}`,
  noLongerAsked: '这次学习不再要求你参加，不来也不算缺席。',
  askedAgain: '日期变了，你原来的回复不再算数，请重新回复。',
  reworded: '内容有更新，时间地点不变。',
  sitting: (startAtMs: number, place: string) => `${whenText(startAtMs)}，${place}`,
  sittings: (startAtMs: number, place: string, count: number) =>
    `共${count}场，最早${whenText(startAtMs)}，${place}`,
} as const;

/** '时间改为3月13日 14:00–14:40；必读材料：《图解》。' */
export function changeText({ sittings, required }: StudyChange, sittingCount: number): string {
  const parts = sittings.map((change) => sittingText(change, sittingCount));
  if (required !== null) parts.push(requiredText(required));
  return parts.length === 0 ? studyNoticeText.reworded : `${parts.join('；')}。`;
}

function sittingText(change: SittingChange, sittingCount: number): string {
  const { sitting } = change;
  const time = `${whenText(sitting.startAtMs)}–${clockText(sitting.endAtMs)}`;
  if (change.kind !== 'moved') {
    return `${change.kind === 'added' ? '加了一场' : '不办了'}：${time}，${sitting.place}`;
  }
  const which = sittingCount === 1 ? '' : `第${change.number}场`;
  const parts = [
    change.isOtherTime ? `${which}时间改为${time}` : '',
    change.isOtherPlace ? `${which}地点改为${sitting.place}` : '',
  ];
  return parts.filter((part) => part !== '').join('，');
}

const requiredText = (titles: readonly string[]): string =>
  titles.length === 0
    ? '没有必读材料了'
    : `必读材料改为${titles.map((title) => `《${title}》`).join('')}`;
