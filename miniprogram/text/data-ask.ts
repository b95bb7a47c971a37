import type { Newer } from '../../contract/growing';
import type { MyDataAsk } from '../../contract/people/data-asks';
import { DATA_ASK_LIMITS, type CorrectedThing } from '../../domain/people/data-ask';
import { dayOfInstant } from '../../domain/time/local-day';
import type { Badge } from './fit';
import { lookedWords } from './looked';
import { clockOf, dateText } from './when';

export const CORRECTED_TEXT: Readonly<Record<CorrectedThing | Newer, string>> = {
  profile: '姓名、工号、值等资料',
  attendance: '考勤',
  'shift-change': '换班、请假等变动',
  note: '心得和投稿',
  other: '别的',
  newer: '其他',
};

export const ANSWER_SPAN_TEXT = `${DATA_ASK_LIMITS.days} 天内答复`;

/** '2026年3月11日 9:05'. */
export const instantText = (atMs: number): string =>
  `${dateText(dayOfInstant(atMs))} ${clockOf(atMs)}`;

/** What is asked about. */
export function aboutText(about: MyDataAsk['about']): string {
  switch (about.kind) {
    case 'correction':
      return `更正：${CORRECTED_TEXT[about.of]}`;
    case 'look': {
      const { badge, what } = lookedWords(about.what, 1);
      return `${about.byName} ${instantText(about.atMs)} ${badge.text} ${what}`;
    }
    case 'newer':
      return '升级后能看到问的是什么';
  }
}

/** What an officer says by it; to the person the same. */
export function outcomeBadge({ about, answer }: MyDataAsk): Badge {
  if (answer === null) return { text: '等答复', tone: 'warn' };
  if (answer.outcome === 'newer') return { text: '有答复', tone: 'plain' };
  const isAgreed = answer.outcome === 'agreed';
  if (about.kind === 'look') {
    return isAgreed ? { text: '不该看', tone: 'warn' } : { text: '该看', tone: 'plain' };
  }
  return isAgreed ? { text: '改好了', tone: 'ok' } : { text: '没有改', tone: 'plain' };
}
