import { TITLE_MISSING_TEXT, type ErrorTexts } from './errors';
import { MOST_RECURRING } from '../../contract/limits';
import type { LocalDay } from '../../domain/time/local-day';
import type { saveRecurring } from '../../contract/study/recurring';
import type { planSittings } from '../../contract/study/planning';
import type { closeSitting } from '../../contract/study/register';
import type {
  cancelStudy,
  changeStudy,
  publishStudy,
  saveDraft,
} from '../../contract/study/writing';
import {
  LONGEST_MARGIN_MS,
  LONGEST_SITTING_MS,
  SHORTEST_SITTING_MS,
  type SittingFault,
} from '../../domain/study/check-sittings';
import { MAX_SITTINGS } from '../../domain/study/sitting';
import { MS_PER_MINUTE } from '../../domain/time/local-day';
import { lengthText } from './when';
import { writtenBeforeText } from './written-before';

const ofMs = (lengthMs: number) => lengthText(lengthMs / MS_PER_MINUTE);

export const STEP_TEXT = ['内容', '对象', '场次', '发布'] as const;

/** What is wrong with a sitting, said where it can be put right. */
export const SITTING_FAULT_TEXT: Record<SittingFault, string> = {
  none: '至少要有一场。',
  'too-many': `最多 ${MAX_SITTINGS} 场。`,
  'same-id': '有两场重复，删掉一场再试。',
  'ends-before-start': '结束要晚于开始。',
  'too-short': `一场至少 ${ofMs(SHORTEST_SITTING_MS)}。`,
  'too-long': `一场最长 ${ofMs(LONGEST_SITTING_MS)}。`,
  'opens-after-start': '开放签到不能晚于开始。',
  'opens-too-early': `开放签到最早在开始前 ${ofMs(LONGEST_MARGIN_MS)}。`,
  'late-before-start': '算迟到的时间不能早于开始。',
  'closes-before-late': '截止要晚于算迟到的时间。',
  'closes-too-late': `截止最晚在结束后 ${ofMs(LONGEST_MARGIN_MS)}。`,
  'starts-in-past': '开始时间已经过了。',
  'starts-too-far': '开始时间太远，一年以内再排。',
};

export const FORM_TEXT = {
  topicMissing: '还没写主题。',
  materialTitleMissing: `这份材料${TITLE_MISSING_TEXT}`,
  materialUrlBad: '链接要以 https:// 开头，中间没有空格。',
  audienceMissing: '还没选人。',
  placeMissing: '还没写地点。',
} as const;

export const CONSEQUENCE_TEXT = {
  time: '时间',
  place: '地点',
  sitting: '场次',
  reading: '必读材料',
  told: (what: string, count: number) => `${what}有改动，${count} 人会收到，写明改了什么。`,
  otherAudience: '新加的人会收到这次学习，不再要求的人会收到一句说明，其他人不打扰。',
  words: '时间、地点没有变，不打扰大家。',
  wordsTold: (count: number) => `${count} 人会收到：内容有更新，时间地点不变。`,
  nothing: '和发布的一样，没有改动。',
} as const;

/** A study that was written with a newer version. */
export const CHANGED_BY_NEWER =
  '这次学习是用新版写的，这个版本改不了。关掉小程序再打开，换成新版再改。';

const badSitting = '有一场的时间不对，回到“场次”改一下。';
const badAudience = '选的人里有已经不在支部的，回到“对象”重新选。';
const nobody = '选的范围里现在没有人，回到“对象”重新选。';
/** Where nothing was typed of it. */
export const CALLED_OFF_TEXT = '这次学习已经取消，不能再改。';
const cancelled = '有人取消了这次学习，你的没有保存。写的还在，可以排成一次新的。';
const CHANGED = '别人刚改过这次学习，你的还没有保存。看过最新的再改，你写的还在。';
const final = '点名册已定稿，只能在点名册里更正。';

export const SAVE_DRAFT_TEXT: ErrorTexts<typeof saveDraft> = {
  'bad-sitting': badSitting,
  'bad-audience': badAudience,
  'already-published': '别人刚发布了这次学习，你的还没有保存。看过最新的再改，你写的还在。',
  'study-cancelled': cancelled,
  'changed-meanwhile': CHANGED,
};

export const PLAN_TEXT: ErrorTexts<typeof planSittings> = {
  'bad-audience': badAudience,
  'nobody-in-audience': nobody,
  'bad-sitting': '有一场的时间不对，改好了再看谁能来。',
  'no-such-time':
    '这几天的这段时间里排不下一场，也可能是地点让别的学习占着。把钟点放宽，或者换几天、换个地点再找。',
};

export const RECURRING_TEXT: ErrorTexts<typeof saveRecurring> = {
  'bad-audience': badAudience,
  'no-such-time': '一场太长，白天排不下。',
  'too-many': `每月办的已经有 ${MOST_RECURRING} 项，先停掉一项再加。`,
};

export const MONTHLY_TEXT = {
  kept: (day: LocalDay) => `，${Number(day.slice(5, 7))}月${Number(day.slice(8))}日排好下一次`,
  notKept: (why: string) => `。每月办没有记下：${why}`,
} as const;

export const PUBLISH_TEXT: ErrorTexts<typeof publishStudy> = {
  'bad-sitting': badSitting,
  'study-cancelled': cancelled,
  'nobody-in-audience': nobody,
  'changed-meanwhile': '别人刚改过这次学习，和你看到的不一样了。看过最新的再发布。',
};

export const CHANGE_TEXT: ErrorTexts<typeof changeStudy> = {
  'bad-sitting': badSitting,
  'bad-audience': badAudience,
  'study-cancelled': cancelled,
  'changed-meanwhile': CHANGED,
  'sitting-in-use': '有一场已经有人签到，不能删掉或改时间。',
  'register-final': final,
};

export const CANCEL_TEXT: ErrorTexts<typeof cancelStudy> = {
  'register-final': final,
  'written-before': writtenBeforeText('取消'),
};

export const CLOSE_TEXT: ErrorTexts<typeof closeSitting> = {
  'not-open-yet': '签到还没开始。不办了的话，请取消这次学习。',
  'study-cancelled': '这次学习已经取消。',
};
