import { dayOfInstant, minuteOfInstant } from '../../domain/time/local-day';

/** Words of the messages that a study sends by itself. */
export const announceText = {
  published: (topic: string) => `新的学习：${topic}`,
  changed: (topic: string) => `学习有改动：${topic}`,
  cancelled: (topic: string) => `学习取消：${topic}`,
  reminder: (topic: string) => `学习提醒：${topic}`,
  sitting: (startAtMs: number, place: string) => `${whenText(startAtMs)}，${place}`,
  sittings: (startAtMs: number, place: string, count: number) =>
    `共${count}场，最早${whenText(startAtMs)}，${place}`,
} as const;

function whenText(atMs: number): string {
  const [, month, day] = dayOfInstant(atMs).split('-').map(Number);
  const minute = minuteOfInstant(atMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${month ?? 0}月${day ?? 0}日 ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
