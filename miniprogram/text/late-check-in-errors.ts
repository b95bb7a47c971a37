import type { checkIn } from '../../contract/study/mine';
import type { ErrorTexts } from './errors';

/** For those who were there all the same. */
export const ASK_SECRETARY = '当时在现场的话，请书记在点名册里登记。';

/** Of a code that was scanned without network and refused when it was sent at last. */
export const lateCheckInErrors = {
  'not-a-code': '扫到的不是签到码，没有记录。',
  'code-stale': `扫到的码对不上，没有记录。${ASK_SECRETARY}`,
  'not-open-yet': '扫的时候还没开始签到，没有记录。',
  closed: `签到已截止，没有记录。${ASK_SECRETARY}`,
  'not-invited': '名单里没有你，没有记录。如果该有，请告诉书记。',
  'study-cancelled': '这次学习已取消，不用签到了。',
  'typing-locked': '这场只能扫码，没有记录。',
  'more-digits': '数字没有输完，没有记录。',
  'officer-decided': '书记已经登记过你，仍按那次登记。有疑问请当面找书记，可以更正。',
} satisfies ErrorTexts<typeof checkIn>;
