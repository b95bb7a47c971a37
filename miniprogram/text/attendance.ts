import type { ErrorOf } from '../../contract/action';
import type { admit, correct, markByHand, whoseCode } from '../../contract/study/register';
import type { checkIn } from '../../contract/study/mine';
import { LEAST_DIGITS, MAX_WRONG_TYPED } from '../../domain/study/check-in';
import { SLOT_MS } from '../../domain/study/check-in-code';
import type { FirstWait, WaitsFor } from '../api/outbox';
import type { ShownRollWay } from '../../contract/study/study-shapes';

/** Of the codes on a screen. */
export const CODE_CHANGES_TEXT = `每 ${SLOT_MS / 1000} 秒换一次`;

export const WAY_TEXT: Record<ShownRollWay, string> = {
  scan: '扫码',
  typed: '输入数字',
  'scanned-by-presenter': '主持人扫成员码',
  'by-hand': '手工登记',
  'offline-scan': '离线扫码',
  newer: '其他方式',
};

/** A refusal in three parts: what happened, what it means, and nothing that sounds like a fault. */
export interface RefusalText {
  readonly title: string;
  readonly meaning: string;
}

type CheckInRefusal = ErrorOf<typeof checkIn>;

/** `{time}` and `{tries}` are filled from the refusal's detail; see check-in.view.ts. */
export const CHECK_IN_REFUSAL_TEXT: Record<CheckInRefusal, RefusalText> = {
  'not-a-code': {
    title: '这不是签到码',
    meaning: '扫到的不是清风的签到码。请对准会场屏幕上的码。',
  },
  'code-stale': {
    title: '码已过期',
    meaning: `屏幕上的码${CODE_CHANGES_TEXT}，你扫到的是旧码。这次没有记录，不影响你再签。`,
  },
  'not-open-yet': {
    title: '还没开始签到',
    meaning: '{time} 起可以签到。这次没有记录，到时再签就行。',
  },
  closed: {
    title: '签到已截止',
    meaning: '这场签到在{time} 截止。人在现场的话，请书记在点名册里登记。',
  },
  'not-invited': {
    title: '这场学习没有你的名字',
    meaning: '它是别的支部或别的人的学习。如果你该参加，请书记把你加进名单。',
  },
  'study-cancelled': {
    title: '这次学习已取消',
    meaning: '不用签到了，也不算缺席。',
  },
  'typing-locked': {
    title: '这场只能扫码了',
    meaning: `数字已经输错 ${MAX_WRONG_TYPED} 次，这场不再收数字。请扫屏幕上的码，或者让主持人扫你。`,
  },
  'more-digits': {
    title: '数字没有输完',
    meaning: `这场的数字不止 ${LEAST_DIGITS} 位。请把屏幕上的数字输完，或者扫屏幕上的码。`,
  },
  'officer-decided': {
    title: '书记已经登记过你',
    meaning: '你到场的时间已经记下，书记看过后仍按原来的登记。有疑问请当面找书记，可以更正。',
  },
};

/** Before anything was tried. */
export const EARLY_TEXT = '{time} 起可以签到，到时这里会自动打开。';

/** A typed code that does not fit, while tries are left. */
export const TYPED_WRONG_TEXT: RefusalText = {
  title: '数字不对或已过期',
  meaning: `屏幕上的数字${CODE_CHANGES_TEXT}。这次没有记录，还可以再输 {tries} 次。`,
};

/** A scan that waits in the phone, by what it waits for. */
export const KEPT_SCAN_TEXT: Readonly<Record<WaitsFor, RefusalText>> = {
  network: {
    title: '已保存在手机',
    meaning: '网络不通或太慢。扫到的码和时间已存好，有网时自动送出，由书记确认后算数。',
  },
  update: {
    title: '已保存在手机',
    meaning: '这个版本太旧。扫到的码和时间已存好，更新后自动送出，由书记确认后算数。',
  },
  mending: {
    title: '已保存在手机',
    meaning: '我们这边出了问题。扫到的码和时间已存好，过一会儿自动再送，由书记确认后算数。',
  },
};

/** Digits mean nothing later, and are not kept. */
export const TYPED_UNSENT_TEXT: Readonly<Record<FirstWait, RefusalText>> = {
  network: {
    title: '网络不通，没有送出',
    meaning: '数字不能存着以后送。请改用扫码，扫到的会存在手机里，有网时自动送出。',
  },
  update: {
    title: '版本太旧，没有送出',
    meaning: '数字不能存着以后送。请改用扫码，扫到的会存在手机里，更新后自动送出。',
  },
};

export const WHOSE_CODE_REFUSAL_TEXT: Record<ErrorOf<typeof whoseCode>, string> = {
  'not-a-code': '这不是成员码。请对方在签到页打开“让主持人扫我”。',
  'code-stale': '成员码已过期。请对方打开成员码，再扫一次。',
  'not-invited': '不在这场学习的名单里，没有登记。',
  'own-line': '这是你自己的码。自己签到请扫会场屏幕上的码，或输数字。',
};

export const ADMIT_REFUSAL_TEXT: Record<ErrorOf<typeof admit>, string> = {
  ...WHOSE_CODE_REFUSAL_TEXT,
  'not-open-yet': '签到还没开始，没有登记。',
  closed: '签到已截止。请在点名册里登记并写原因。',
  'study-cancelled': '这次学习已取消。',
};

const OWN_LINE = '自己的考勤不由自己登记。请另一位负责人登记，或自己扫码签到。';
const CHANGED = '刚有新的登记，这里已经换成最新的。看过再决定，写的原因还在。';
const TOO_MANY = '这个人的更正已到上限，请联系党委工作部。';

export const MARK_REFUSAL_TEXT: Record<ErrorOf<typeof markByHand>, string> = {
  'not-invited': '这个人不在名单里。',
  'not-open-yet': '签到还没开始，现在不能登记。',
  'register-final': '点名册已定稿，请用“更正”。',
  'study-cancelled': '这次学习已取消。',
  'too-many-corrections': TOO_MANY,
  'own-line': OWN_LINE,
  'changed-meanwhile': CHANGED,
};

export const CORRECT_REFUSAL_TEXT: Record<ErrorOf<typeof correct>, string> = {
  'not-invited': '这个人不在名单里。',
  'register-open': '签到还没结束，请用“登记”。',
  'too-many-corrections': TOO_MANY,
  'own-line': '自己的考勤不由自己更正。请另一位负责人更正。',
  'changed-meanwhile': CHANGED,
};
