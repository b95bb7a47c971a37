import {
  AWAKE_HOURS,
  LEAST_CANDIDATES,
  LEAST_SHOWN,
  TURNOUTS,
  type Turnout,
} from '../../../../domain/star/ballot/poll-rules';
import { dayOfInstant, localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { ELECTED_TEXT, starText, TIE_TEXT } from '../../../text/ballot';
import { withoutStop } from '../../../../domain/words/without-stop';
import { dayText, momentText } from '../../../text/when';
import { crewRows, missingOf, type CrewRow, type Missing } from '../poll-crews.view';
import {
  firstForm,
  isEased,
  isLowered,
  mostNames,
  neededWith,
  type OpenForm,
  type PollToOpen,
} from './poll-form';

interface Option<Value> {
  readonly value: Value;
  readonly title: string;
}

export interface OpenContent {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  /** How many of those on the roll cannot vote from a phone yet, and what to do; ''. docs/rules.md#R-170 */
  readonly unbound: string;
  /** Where there is nobody to choose between; ''. */
  readonly warning: string;
  readonly candidates: readonly { readonly candidateId: string; readonly text: string }[];
  /** Who stood until now and is not on this ballot, each with why. */
  readonly gone: readonly string[];
  /** Who was struck off the poll that was called off, and is on this ballot again; ''. docs/rules.md#R-180 */
  readonly back: string;
  /** Who was struck off, which ended the last one, and what can be done about it; null: nobody. docs/rules.md#R-180 */
  readonly struckOff: { readonly text: string; readonly action: string } | null;
  readonly choices: readonly Option<OpenForm['choice']>[];
  readonly names: number;
  readonly canFewer: boolean;
  readonly canMore: boolean;
  readonly elected: readonly Option<OpenForm['electedBy']>[];
  /** That fewer votes would elect than in the round before, and what for; ''. docs/rules.md#R-281 */
  readonly eased: string;
  readonly ties: readonly Option<OpenForm['tie']>[];
  readonly endDayText: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly earliest: string;
  /** How many hours each crew has, and how many have to vote; null: functions that know of no choice. docs/rules.md#R-281 */
  readonly terms: TermsView | null;
  readonly crews: readonly CrewRow[];
  readonly missing: Missing | null;
}

interface StepView {
  readonly value: number;
  readonly canFewer: boolean;
  readonly canMore: boolean;
}

export interface TermsView {
  /** Why nothing can be chosen; '' it can. */
  readonly inherited: string;
  /** That fewer may have to vote than in the round before, and what for; '' not. Then `turnouts` are those that may be chosen. */
  readonly lower: string;
  readonly hours: StepView;
  readonly hoursNote: string;
  readonly countedNote: string;
  readonly turnouts: readonly Option<Turnout>[];
}

const GONE_TEXT = {
  'left-branch': '已经不在这个支部',
  withdrew: '退出了',
  newer: '这次不参加',
} as const;

const LONGEST_DAYS = 14;

/** @param isForGood why nothing can be opened does not change by asking once more */
export function toOpenView(
  state: Shown<PollToOpen>,
  month: string,
  form: OpenForm,
  nowMs: number,
  isForGood = false,
): Placeholder | OpenContent {
  if (state.kind === 'error' && isForGood) return { kind: 'empty', text: state.text };
  if (state.kind !== 'known') return state;
  const {
    round,
    candidates,
    missing = [],
    back = [],
    struckOff,
    entitled,
    crews,
    earliestAtMs,
  } = state.output;
  const today = dayOfInstant(nowMs);
  const most = mostNames(state.output);
  const needed = (state.output.terms?.awakeHours ?? firstForm.awakeHours) * 60;
  return {
    kind: 'content',
    title: `${starText({ month, round })}投票`,
    note: `现在有 ${entitled - (state.output.unbound ?? 0)} 人能投。一开始名册就固定，后来的人不再加进来。`,
    unbound: unboundText(state.output),
    warning: warningOf(state.output, form.electedBy),
    candidates: candidates.map(({ candidateId, name, crewName }, index) => {
      const place = crewName === null ? '' : ` · ${crewName}`;
      return { candidateId, text: `${index + 1}. ${name}${place}` };
    }),
    gone: missing
      .filter(({ name }) => name !== struckOff?.name)
      .map(({ name, why }) => `${name}${GONE_TEXT[why]}，不上选票`),
    back:
      back.length === 0
        ? ''
        : `${back.join('、')}在取消的那一轮里被划掉过，这一轮又在选票上。本人不想参加，先请他到候选名单里退出，再开始投票。`,
    struckOff: struckOff === undefined ? null : struckOffView(struckOff, form),
    choices: [
      { value: 'up-to', title: '最多选几位' },
      { value: 'exactly', title: '正好选几位' },
    ],
    names: Math.min(form.names, most),
    canFewer: form.names > 1,
    canMore: form.names < most,
    elected: [
      { value: 'more-than-half', title: ELECTED_TEXT['more-than-half'] },
      { value: 'most-votes', title: ELECTED_TEXT['most-votes'] },
    ],
    eased: isEased(state.output, form)
      ? '上一轮要超过一半才当选。改成票数最高就当选，要写明原因，大家都看得到。'
      : '',
    ties: (['run-off', 'committee', 'older-service', 'lot'] as const).map((value) => {
      return { value, title: TIE_TEXT[value] };
    }),
    endDayText: form.day === '' ? '' : dayText(localDay(form.day), today),
    firstDay: dayOfInstant(earliestAtMs),
    lastDay: dayOfInstant(nowMs + LONGEST_DAYS * MS_PER_DAY),
    earliest: momentText(earliestAtMs, nowMs),
    terms: termsView(state.output, form),
    crews: crewRows(crews, needed),
    missing: missingOf(crews, needed, nowMs),
  };
}

function struckOffView(
  { name, byName, reason }: NonNullable<PollToOpen['struckOff']>,
  { isRestored }: OpenForm,
): NonNullable<OpenContent['struckOff']> {
  const why = `${name}上一轮被${byName}划掉了（${withoutStop(reason)}）`;
  return isRestored
    ? { text: `${why}，现在放回了选票。`, action: '还是不上选票' }
    : { text: `${why}，不上选票。`, action: '划错了，放回选票' };
}

function unboundText({ unbound = 0 }: PollToOpen): string {
  if (unbound === 0) return '';
  return `名册里另有 ${unbound} 人还没绑定微信，绑定以前投不了票，也算在人数里。先把邀请码给他们，开始以后绑定的也能投。`;
}

/** In one line beside how many people that is. */
const SHARE_TEXT: Readonly<Record<Turnout, string>> = {
  'more-than-half': '超过一半',
  'two-thirds': '三分之二',
  'four-fifths': '五分之四',
};

const step = (value: number, least: number, most: number): StepView => {
  return { value, canFewer: value > least, canMore: value < most };
};

function termsView(output: PollToOpen, { awakeHours }: OpenForm): TermsView | null {
  const { terms, entitled, unbound = 0 } = output;
  if (terms === undefined) return null;
  const { turnout, lowerTo = [] } = terms;
  const isOffered = (value: Turnout) =>
    !terms.areInherited || value === turnout || lowerTo.includes(value);
  const canLower = terms.areInherited && lowerTo.length > 0;
  // Where it can be lowered it stands below, to be chosen.
  const counted =
    canLower || turnout === 'newer'
      ? ''
      : `，至少 ${neededWith(output, turnout)} 人投票才计票；不到，什么都不公布`;
  const able = entitled - unbound;
  return {
    inherited: terms.areInherited ? `跟上一轮一样：每个值 ${awakeHours} 小时${counted}。` : '',
    lower: canLower ? '上一轮投的人不够，没有计票。这一轮可以降低，要写明原因，大家都看得到。' : '',
    hours: step(awakeHours, AWAKE_HOURS.least, AWAKE_HOURS.most),
    hoursNote: `醒着又不在岗的钟点，每个值都够了才能结束。最少 ${AWAKE_HOURS.least} 小时：再少，倒班的只剩一个班前班后，来不及看。`,
    countedNote: `不到这么多人，什么都不公布，也不存票数。支部再小，也要满 ${LEAST_SHOWN} 票：票太少，看结果就能猜出谁投了谁。`,
    turnouts: TURNOUTS.filter(isOffered).map((value) => {
      const needed = neededWith(output, value);
      const short = needed > able ? `，现在只有 ${able} 人能投` : '';
      return { value, title: `${SHARE_TEXT[value]}：至少 ${needed} 人投票才计票${short}` };
    }),
  };
}

/** Of a list with nobody to choose between. docs/rules.md#R-154 */
export function warningOf(
  { candidates }: Pick<PollToOpen, 'candidates'>,
  electedBy: OpenForm['electedBy'],
): string {
  const [only] = candidates;
  if (only === undefined)
    return '现在没有候选人：划错了就放回选票；没有划错，就不开投票，这个月不评星。';
  if (candidates.length >= LEAST_CANDIDATES.toChoose) return '';
  const enough = electedBy === 'most-votes' ? '按“票数最高”，有一票写他就当选。' : '';
  return `候选人只有${only.name}一位，没有别人可选：大家写他的名字，或者投空白票。${enough}不想这样，就不开投票，这个月不评星。`;
}

export const otherRoundText = ({ round }: Pick<PollToOpen, 'round'>): string =>
  `现在要开的是第 ${round} 轮，下面换成了这一轮的规则，请重新看一遍。`;

export const openQuestion = (end: string, warning: string) =>
  ({
    title: '开始投票',
    content: `${warning}${end} 截止。一开始，名册、候选人和规则都不能再改，名册里的人都会收到。`,
    confirmBtn: '开始投票',
    cancelBtn: '再看看',
  }) as const;

/** What is easier than in the round before, and has a reason; '' nothing. docs/rules.md#R-281 */
export function easierText(output: PollToOpen, form: OpenForm): string {
  const eased = isEased(output, form) ? '改成票数最高就当选' : '';
  return [isLowered(output, form) ? '降低计票人数' : '', eased].filter((one) => one).join('，');
}

/** Of the sheet in which the reason is written; what cannot be taken back stands there too. */
export const lowerSheet = (easier: string, end: string, warning: string) =>
  ({
    title: `为什么${easier}`,
    hint: '例如：检修停机，有两个值的人请假',
    note: `原因写在选票和结果上，大家都看得到。${warning}${end} 截止，一开始就不能再改。`,
    action: '开始投票',
  }) as const;

export const opening: Placeholder | OpenContent = { kind: 'loading' };
export const unknownToOpen: Shown<PollToOpen> = { kind: 'loading' };
