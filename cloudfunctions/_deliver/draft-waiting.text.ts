import { whenText } from '../_kit/when.text';

/** Words of the message that a draft waits for an officer. */
export const draftWaitingText = {
  title: (topic: string) => `排好了，等你看：${topic}`,
  body: (sittings: number, firstStartAtMs: number) =>
    `共${sittings}场，最早${whenText(firstStartAtMs)}。看过再发布，时间地点都可以改。`,
} as const;
