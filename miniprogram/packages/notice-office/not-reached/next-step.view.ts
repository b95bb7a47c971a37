import { NEXT_STEP, type NextStep } from '../../../../domain/notice/not-reached';
import { dayOfInstant } from '../../../../domain/time/local-day';
import { fullDayText, momentText } from '../../../text/when';
import type { Line } from '../not-reached.view';

/** For whom the words are: not everybody who sees the list may invite. */
export interface Reader {
  readonly branchId: string;
  readonly canInvite: boolean;
}

/** Why, in the words of somebody who goes to see to it. */
export function whyText({ why, untilAtMs }: Pick<Line, 'why' | 'untilAtMs'>, nowMs: number) {
  const until = untilAtMs === null ? '' : momentText(untilAtMs, nowMs);
  const till = until === '' ? '' : `，到 ${until}`;
  switch (why) {
    case 'not-bound':
      return '还没绑定微信';
    case 'away':
      return untilAtMs === null
        ? '在休假或借调'
        : `在休假或借调，${fullDayText(dayOfInstant(untilAtMs), dayOfInstant(nowMs))} 回来`;
    case 'waits':
      return until === '' ? '还没到送的时候' : `${until} 送到`;
    case 'not-acknowledged':
      return '到了手机上，还没点确认';
    case 'asleep':
      return `送到以后一直在睡觉${till}`;
    case 'on-duty':
      return `送到以后一直在当班${till}`;
    case 'no-credit':
      return '没有提醒次数，消息也没打开';
    case 'unknown':
      return '微信没有回音，手机可能没网';
    case 'failed':
      return '微信没发出去，消息也没打开';
    case 'too-late':
      return '截止前没赶上空的时候';
    case 'not-looked':
      return '放在消息里，还没打开过';
    case 'newer':
      return '原因升级后查看';
  }
}

const STEP_TEXT: Readonly<Record<NextStep, string>> = {
  invite: '请来绑定',
  wait: '先等着',
  renew: '提醒续订',
  remind: '提醒确认',
  tell: '当面说一声',
};

/** What is to be done next; where nothing is, '' opens no page. docs/rules.md#R-277 */
export function nextStep(line: Line, { branchId, canInvite }: Reader) {
  const step = stepOf(line.why, canInvite);
  return { step: STEP_TEXT[step], url: urlOf(step, line, branchId) };
}

function stepOf(why: Line['why'], canInvite: boolean): NextStep {
  const step = why === 'newer' ? 'tell' : NEXT_STEP[why];
  return step === 'invite' && !canInvite ? 'tell' : step;
}

function urlOf(step: NextStep, line: Line, branchId: string): string {
  switch (step) {
    case 'wait':
      return '';
    case 'invite':
      return `/packages/branch-office/invitation/invitation?branchId=${branchId}`;
    case 'renew':
    case 'remind':
    case 'tell':
      return pageOf(line, branchId);
  }
}

/** Where it stands who has a message and who has not, and where it is marked that they were told. */
export function pageOf(
  { kind, messageId, page }: Pick<Line, 'kind' | 'messageId' | 'page'>,
  branchId: string,
): string {
  const list = LIST_OF[kind];
  const query = page?.split('?')[1] ?? '';
  return list === undefined
    ? `/packages/notice-office/notice-log/notice-log?messageId=${messageId}`
    : `${list}?${query}&branchId=${branchId}`;
}

const COVERAGE = '/packages/channel-office/coverage/coverage';
const ROLL = '/packages/study-office/roll/roll';

/** Lists that are asked for with the query of the page that the message opens; all else is in the log. */
const LIST_OF: Readonly<Partial<Record<Line['kind'], string>>> = {
  'party-issue': COVERAGE,
  'integrity-issue': COVERAGE,
  'document-to-read': '/packages/library/unread/unread',
  'study-published': ROLL,
  'study-changed': ROLL,
};
