import type { addChange, removeChange } from '../../contract/roster/roster';
import type { previewRotation, saveRotation } from '../../contract/roster/rotations';
import type {
  answerSwap,
  declineSwap,
  markSwapSeen,
  proposeSwap,
} from '../../contract/roster/swaps';
import type { Detail } from '../../contract/action';
import type { RotationProblem } from '../../domain/shift/check-rotation';
import { MAX_OVERRIDE_DAYS } from '../../domain/shift/check-override';
import { MAX_CYCLE_DAYS, MAX_SHIFT_MINUTES, MAX_SHIFTS_A_DAY } from '../../domain/shift/rotation';
import { parseLocalDay } from '../../domain/time/local-day';
import type { ErrorTexts } from './errors';
import { dateText, lengthText } from './when';

const dayOf = ({ day }: Detail): string => {
  const known = typeof day === 'string' ? parseLocalDay(day) : undefined;
  return known === undefined ? '其中一天' : dateText(known);
};

const LONGEST_SHIFT = `最长 ${lengthText(MAX_SHIFT_MINUTES)}`;
const NOTHING_TO_SWAP = '你们那天的班一样，换了没有变化。';
const NOT_KNOWN = '有一天还不知道谁上什么班，先把班表排好再换。';
const COLLIDE = (detail: Detail) =>
  `${dayOf(detail)}换了以后，有一个人会两个班连着上。换一天试试。`;

export const addChangeErrors = {
  'end-before-start': '结束的日子在开始之前，改一下。',
  'too-long': ({ days }) => `一次最多登记 ${days ?? MAX_OVERRIDE_DAYS} 天，分两次登记。`,
  'bad-hours': `上班的时间不对：要有开始和结束，${LONGEST_SHIFT}。`,
  contradicts: '这几天里已经有别的变动或换班。先取消那一条，或撤回换班，再登记。',
  'unknown-crew': '没有找到这个值，重新选一下。',
  'too-many-changes': '登记的变动太多了，先取消过去的几条。',
  'too-old': '太早以前的日子不能再登记了。要更正请找党委工作部。',
} satisfies ErrorTexts<typeof addChange>;

export const removeChangeErrors = {
  'not-removable': '这一条不能直接取消。换班要和对方商量。',
} satisfies ErrorTexts<typeof removeChange>;

export const proposeSwapErrors = {
  'swap-with-self': '不能和自己换，选一位同事。',
  'unknown-partner': '没有找到这位同事，重新选一下。',
  'nothing-to-swap': NOTHING_TO_SWAP,
  'shifts-not-known': NOT_KNOWN,
  'too-many-swaps': '还有好几个换班没有结果，先等答复或撤回。',
  'day-past': '那天有一个班已经开始了，换一天，或换一个人。',
  'shifts-collide': COLLIDE,
  contradicts: '那天你们有一个人登记了别的变动。换一天，或先取消那一条。',
  'words-unsure': '微信拿不准你说的这句，或者这会儿没有回话。换个说法，或者不写，再提一次。',
  'written-before':
    '上一次其实已经提出去了，是改之前的。班表里点开那天看；要改，先收回，再提一次。',
} satisfies ErrorTexts<typeof proposeSwap>;

export const answerSwapErrors = {
  'nothing-to-swap': NOTHING_TO_SWAP,
  'shifts-not-known': NOT_KNOWN,
  'too-many-changes': '有一个人登记的变动太多了，先取消过去的几条再换。',
  'not-yours-to-answer': '这个换班不等你来答复。',
  'already-answered': '这个换班已经有结果了，返回刷新看看。',
  'day-past': '有一个班已经开始了，不能再答复或撤回。有事直接找对方商量。',
  'shifts-collide': COLLIDE,
  contradicts: '你们有一个人后来登记了别的变动，换不成了。商量一下，换一天。',
} satisfies ErrorTexts<typeof answerSwap>;

export const declineSwapErrors = {
  'already-answered': '这个换班已经撤回或没换成，返回刷新看看。',
  'day-past': '换的班已经开始，不能再退回。有事找他们两位商量。',
} satisfies ErrorTexts<typeof declineSwap>;

export const markSwapSeenErrors = {
  'not-agreed': '这个换班已经撤回或退回，班不变，不用再看。',
} satisfies ErrorTexts<typeof markSwapSeen>;

type PatternProblem = RotationProblem['code'] | 'offsets-missing';

/** What is wrong with an own pattern and what to do; `day` is the number of the cycle day, from 1. */
const PATTERN_PROBLEMS: Readonly<Record<PatternProblem, (day: string) => string>> = {
  'cycle-length': () => `一轮要有 1 到 ${MAX_CYCLE_DAYS} 天，改一下天数。`,
  'days-missing': () => '一轮里有的天还没排，把每一天都排上班或休息。',
  'days-too-many': () => '排的天比一轮还多，改一下天数。',
  'too-many-shifts': (day) => `第 ${day} 天排了太多班，一天最多 ${MAX_SHIFTS_A_DAY} 个，去掉几个。`,
  'bad-label': (day) => `第 ${day} 天的班没有名字，重新选一个班。`,
  'bad-start': (day) => `第 ${day} 天的班开始时间不对，重新选几点上班。`,
  'bad-duration': (day) => `第 ${day} 天的班时长不对：上班要有长短，${LONGEST_SHIFT}。`,
  'rest-beside-shift': (day) => `第 ${day} 天又上班又休息，只留一样。`,
  'shifts-overlap': (day) => `第 ${day} 天的班还没下，下一个班就开始了。改钟点，或者中间排休息。`,
  'no-working-shift': () => '还没有哪天上班，点下面的日子排上班。',
  'no-crews': () => '还没有班组，至少要一个。',
  'crew-twice': () => '同一个班组出现了两次，改一下。',
  'offset-outside-cycle': () => '有的班组不在这一轮的日子里，重新点它上哪一天的班。',
  'offsets-missing': () => '还不知道每个班组上哪一天的班，一个一个点一下。',
  'anchor-not-a-day': () => '起算的日子不对，重新选从哪天起。',
  'valid-from-not-a-day': () => '开始的日子不对，重新选从哪天起。',
};

/** @param cycleDay from 0, where the problem has one */
export function patternProblemText(problem: string, cycleDay: number | undefined): string {
  const text = (PATTERN_PROBLEMS as Readonly<Record<string, (day: string) => string>>)[problem];
  const day = cycleDay === undefined ? '？' : String(cycleDay + 1);
  return text === undefined ? '这个倒法用不了，从排班那一步重新看一遍。' : text(day);
}

export const previewRotationErrors = {
  'wrong-crew-count': ({ wanted }) =>
    `这个倒法要 ${wanted ?? '另一个数目的'} 个值，改一下值的个数。`,
  'crew-twice': '同一个值出现了两次，改一下。',
  'label-not-in-pattern': '这个倒法里没有这个班，从第一步重新选。',
  'crew-not-listed': '选的值不在名单里，从第二步重新选。',
  'answers-contradict': '前后说的合不上，从“今天哪一值”重新答一次。',
  'bad-pattern': ({ problem, day }) =>
    patternProblemText(String(problem), typeof day === 'number' ? day : undefined),
} satisfies ErrorTexts<typeof previewRotation>;

export const saveRotationErrors = {
  ...previewRotationErrors,
  'not-settled': '还差一个回答才排得定，往回一步答完。',
  'already-valid': '前面已经存过一次，已经生效。要换成现在这样，再点一次保存。',
} satisfies ErrorTexts<typeof saveRotation>;
