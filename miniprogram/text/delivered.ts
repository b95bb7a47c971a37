import { checkIn } from '../../contract/study/mine';
import { readOutput } from '../api/client';
import type { Delivered } from '../api/outbox';
import { commentErrors } from './comment-errors';
import { errorText } from './errors';
import { ASK_SECRETARY, lateCheckInErrors } from './late-check-in-errors';
import { noteMakeUpErrors } from './make-up-errors';
import { acknowledgeErrors } from './notice-errors';
import { replyErrors } from './reply-errors';

export interface Telling {
  readonly title: string;
  readonly content: string;
}

/** What is withdrawn, not the person's any more, or asked no more, needs no answer. */
const NOTHING_TO_DO: ReadonlySet<string> = new Set(['cancelled', 'not-found', 'no-more-asked']);

/** What to say of a write that had waited in the phone; undefined when nothing is left to say. */
export function deliveredText({ waiting, result }: Delivered): Telling | undefined {
  const name = `“${waiting.title}”`;
  if (waiting.action === 'reply') {
    if (result.ok) return undefined;
    const kept =
      result.code === 'words-refused' ? '你写的还在，打开这次学习，点“请假”就能改。' : '';
    return { title: '回复没有记上', content: `${name}：${errorText(result, replyErrors)}${kept}` };
  }
  if (waiting.action === 'answerMakeUp') {
    // Right or not is seen where it is asked again.
    return result.ok
      ? undefined
      : { title: '补学的答案没有记上', content: `${name}：打开补学看看，还差什么、该找谁。` };
  }
  if (waiting.action === 'noteMakeUp') {
    if (result.ok) return { title: '已补学', content: `${name}：写的心得已经送到。` };
    const reason = errorText(result, noteMakeUpErrors);
    return { title: '补学的心得没有记上', content: `${name}：${reason}打开补学就能看到你写的。` };
  }
  if (waiting.action === 'writeComment') {
    if (result.ok) return undefined;
    const reason = errorText(result, commentErrors);
    return { title: '写的没有交上', content: `${name}：${reason}写的都还在“我写的感悟”里。` };
  }
  if (waiting.action === 'acknowledge') {
    if (result.ok || NOTHING_TO_DO.has(result.code)) return undefined;
    return {
      title: '还要再确认一次',
      content: `${name}：${errorText(result, acknowledgeErrors)}`,
    };
  }
  if (result.ok) return checkedIn(name, result.output);
  const reason = errorText(result, lateCheckInErrors);
  // The scan is used up: whoever was there cannot try again.
  const isOurs = result.code === 'internal' || result.code === 'no-reply';
  const whatToDo = isOurs || result.code === 'unknown-refusal' ? ASK_SECRETARY : '';
  return { title: '保存在手机的签到没有签上', content: `${name}：${reason}${whatToDo}` };
}

function checkedIn(name: string, output: unknown): Telling {
  const read = readOutput(checkIn, output);
  if (read?.state === 'attended' || read?.state === 'late') {
    return { title: '已签到', content: `${name}的签到已经送到。` };
  }
  if (read?.state === 'to-confirm') {
    return { title: '等书记确认', content: `${name}保存的码已经送到，书记确认后算数。` };
  }
  return { title: '已收到', content: `${name}的签到已经送到，结果升级后查看。` };
}
