import type { Poll, ShownPollTerms } from '../../contract/star/ballot-shapes';
import { turnoutNeeded } from '../../domain/star/ballot/poll-rules';
import { dayOfInstant } from '../../domain/time/local-day';
import { sentence } from './sentence';
import { clockOf, fullDayText } from './when';

/** '3月之星', '3月之星第 2 轮'. */
export function starText({ month, round }: Pick<Poll, 'month' | 'round'>): string {
  return `${Number(month.slice(5))}月之星${round > 1 ? `第 ${round} 轮` : ''}`;
}

/** '周五 3月13日 18:00'. */
export const endText = (atMs: number, nowMs: number): string =>
  `${fullDayText(dayOfInstant(atMs), dayOfInstant(nowMs))} ${clockOf(atMs)}`;

/** When nobody could vote any more: the end, or earlier where it was ended before. */
export const endedAtMs = ({ closedAtMs, closesAtMs }: Pick<Poll, 'closedAtMs' | 'closesAtMs'>) =>
  Math.min(closedAtMs ?? closesAtMs, closesAtMs);

/** How many names a ballot has. */
export function choiceText({ kind, names }: Poll['choice']): string {
  switch (kind) {
    case 'up-to':
      return `最多 ${names} 人，可以不选`;
    case 'exactly':
      return `选满 ${names} 人，或者一个都不选`;
    case 'newer':
      return '升级后能看到怎么选';
  }
}

/** Between equals. */
export const TIE_TEXT: Readonly<Record<Poll['tie'], string>> = {
  'run-off': '在他们之间再投一轮',
  committee: '由支委会定',
  'older-service': '进支部早的当选',
  lot: '按公布的号抽签',
  newer: '升级后能看到',
};

export const ELECTED_TEXT: Readonly<Record<Poll['electedBy'], string>> = {
  'more-than-half': '票数最高，且超过有表决权人数的一半',
  'most-votes': '票数最高',
  newer: '升级后能看到',
};

/** How many have to vote before anything is counted. docs/rules.md#R-281 */
export const TURNOUT_TEXT: Readonly<Record<ShownPollTerms['turnout'], string>> = {
  'more-than-half': '超过有表决权人数的一半',
  'two-thirds': '不少于有表决权人数的三分之二',
  'four-fifths': '不少于有表决权人数的五分之四',
  newer: '升级后能看到',
};

/** Where the number is higher than the share, as of a small roll. docs/rules.md#R-355 */
const numberText = (
  terms: ShownPollTerms | undefined,
  { entitled }: Pick<Poll, 'entitled'>,
  needed: number,
): string => {
  const turnout = terms?.turnout ?? 'more-than-half';
  const isHigher = turnout !== 'newer' && needed > turnoutNeeded(entitled, { turnout });
  return isHigher ? `，也不少于 ${needed} 票` : '';
};

/** Why so many have to vote before anything is counted. Of a poll whose function does not say it: as all had it then. */
export const neededText = (poll: Pick<Poll, 'terms' | 'entitled'>, needed: number): string =>
  `${TURNOUT_TEXT[poll.terms?.turnout ?? 'more-than-half']}${numberText(poll.terms, poll, needed)}。不到，什么都不公布${loweredText(poll.terms)}`;

/** That fewer have to vote than in the round before, and why; '' it is as it was. docs/rules.md#R-281 */
const loweredText = (terms: ShownPollTerms | undefined): string =>
  terms?.lowered === undefined
    ? ''
    : `。上一轮投的人不够，从“${TURNOUT_TEXT[terms.lowered.from]}”降到这里：${sentence(terms.lowered.reason)}`;

/** That fewer votes elect than in the round before, and why; '' they do not. docs/rules.md#R-281 */
export const easedText = (terms: ShownPollTerms | undefined): string =>
  terms?.eased === undefined
    ? ''
    : `上一轮要超过一半才当选，这一轮票数最高就当选：${sentence(terms.eased.reason)}`;

/**
 * From how many ballots on figures are told, of a poll of before, in which fewer ballots could be enough for an
 * outcome; null: nothing is told of fewer than are counted. docs/rules.md#R-355
 */
const shownFrom = (
  terms: Pick<ShownPollTerms, 'leastShown'> | undefined,
  needed: number,
): number | null => (terms === undefined || terms.leastShown <= needed ? null : terms.leastShown);

/** As a line of facts, of a poll of before; none of others. */
export function shownFacts(terms: ShownPollTerms | undefined, needed: number) {
  const from = shownFrom(terms, needed);
  return from === null
    ? []
    : [{ label: '公布票数', value: `满 ${from} 票`, note: '不到就只说结果' }];
}

/** When it may end, and how many have to vote; '' where it is not said. */
export function termsText({
  terms,
  turnoutNeeded: needed,
}: Pick<Poll, 'terms' | 'turnoutNeeded'>): string {
  if (terms === undefined || needed === undefined) return '';
  const from = shownFrom(terms, needed);
  const lowered =
    terms.lowered === undefined
      ? ''
      : `上一轮投的人不够，计票的人数降低了：${sentence(terms.lowered.reason)}`;
  const counted =
    from === null
      ? `至少 ${needed} 人投票才计票；不到，什么都不公布。`
      : `${needed} 人投了才计票，满 ${from} 票才公布票数。`;
  return `每个值都有过 ${terms.awakeHours} 小时醒着又不在岗，才会结束。${counted}${lowered}${easedText(terms)}`;
}

/** That somebody was struck off, by whom and why, where that is known. */
export function withdrawnText({
  withdrawn,
}: Pick<Poll['candidates'][number], 'withdrawn'>): string {
  if (withdrawn === undefined) return '已退出。';
  return `已退出，${sentence(`${withdrawn.byName}划掉的：${withdrawn.reason}`)}`;
}

/** Of a poll that was called off. */
export const cancelledText = ({ cancelled }: Pick<Poll, 'cancelled'>): string =>
  `投票取消了：${sentence(cancelled?.reason ?? '没有写原因')}投过的票都不计。`;

/** Of later rounds that were called off, one a line. */
export const calledOffTexts = ({ calledOff = [] }: Pick<Poll, 'calledOff'>): readonly string[] =>
  calledOff.map(
    ({ round, reason, byName }) =>
      `第 ${round} 轮投票取消了，${sentence(`${byName}写的原因：${reason}`)}那一轮投过的票都不计。`,
  );

export const SECRET_TEXT = '投给谁，系统没存。谁投了没投，页面上只有本人看得到。';
