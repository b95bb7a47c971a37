import type { OutputOf } from '../../../contract/action';
import type { waitsForMe } from '../../../contract/waits-for-me';
import { excerptOf } from '../../../domain/words/excerpt';
import type { WaitingComments } from '../../_store/branch/waiting-comments';
import { waitsText } from './waits.text';

type Task = OutputOf<typeof waitsForMe>['tasks'][number];

const TITLE_CHARACTERS = 24;

/** A line for all that wait for a check, and one for each that asks for an answer. docs/rules.md#R-272 */
export function commentTasks({ toCheck, asking }: WaitingComments): Task[] {
  const checks = [toCheck ?? []].flat().map(({ count, sinceAtMs }): Task => {
    const page = 'packages/channel-office/comments/comments';
    const ofAll = { taskId: 'comments', kind: 'comments', page, sinceAtMs } as const;
    return { ...waitsText.comments(count), ...ofAll, untilAtMs: null };
  });
  const asks = asking.map(({ _id: taskId, text, waitsSinceAtMs: sinceAtMs }): Task => {
    const page = `packages/channel/comment/comment?answersId=${taskId}`;
    const words = waitsText.asks(excerptOf(text.replace(/\s+/gu, ' '), TITLE_CHARACTERS));
    return { ...words, taskId, kind: 'comment-asks', page, sinceAtMs, untilAtMs: null };
  });
  return [...checks, ...asks];
}
