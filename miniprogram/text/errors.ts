import type { Action, CommonError, Detail, ErrorOf, TransportError } from '../../contract/action';
import type { Failure } from '../api/client';

/** A sentence, or how to say it with the numbers that the refusal carries. */
export type ErrorText = string | ((detail: Detail) => string);

/** A text for every code that an action can refuse with; a missing one does not compile. */
export type ErrorTexts<A extends Action> = Readonly<Record<ErrorOf<A>, ErrorText>>;

type Shared = CommonError | TransportError;

export const NOT_BOUND_TEXT = '还没有绑定身份，绑定后就能用。';

/** Of a page or a deed of an office. */
export const NOT_YOURS_TEXT = '这件事不在你的职务里，请支部书记或党委工作部来做。';

const UNREADABLE_TEXT = '这个版本读不懂收到的内容。关掉小程序再打开，会换成新版。';

// Each stands once in what runs before the first page.
const OURS = '我们这边出了问题';
const LATER = '过一会儿再试。';
const WITH_NETWORK = '有网时再试。';
const CHANGE_IT = '改一下再试。';

/** What happened, and what to do now. */
const SHARED: Readonly<Record<Shared, string>> = {
  'bad-input': `填的内容不对，${CHANGE_IT}`,
  'not-bound': NOT_BOUND_TEXT,
  'not-allowed': NOT_YOURS_TEXT,
  'not-found': '没有找到，可能已经改动。返回刷新看看。',
  'update-needed': '这个版本太旧，已经不能用了。更新后再来，保存在手机里的都还在。',
  'words-refused': `有的话没通过微信的检查，${CHANGE_IT}`,
  internal: `${OURS}，没有改动任何内容。${LATER}`,
  offline: `网络不通，没等到回答。${WITH_NETWORK}`,
  timeout: '网络太慢，没等到回答。再试一次，不会重复。',
  'no-reply': `${OURS}，${LATER}`,
  'unknown-refusal': `没有办成。${UNREADABLE_TEXT}`,
  'unreadable-reply': UNREADABLE_TEXT,
};

/** Of a question that only reads: nothing was filled in, or to be sent. */
const OF_READING: Readonly<Record<string, string>> = {
  'bad-input': '这个链接打不开，里面有一处不对。返回上一页，从那里再进。',
  offline: `网络不通，内容还没有取到。${WITH_NETWORK}`,
  timeout: '网络太慢，内容还没到。再试一次。',
};

/** As errorText, for a page whose content did not come. */
export function readErrorText(failure: Failure<Shared>): string {
  return OF_READING[failure.code] ?? errorText(failure, {});
}

/** Of whatever has a title. */
export const TITLE_MISSING_TEXT = '还没写标题。';

/** Of a form with faults that are told at its fields. */
export const FAULTS_TEXT = '还有没填好的，看红字。';

/** What to tell the person. For our own faults with the number by which we find them. */
export function errorText<Code extends string>(
  failure: Failure<Code>,
  texts: Readonly<Record<Exclude<Code, Shared>, ErrorText>>,
): string {
  const own = (texts as Readonly<Record<string, ErrorText>>)[failure.code];
  if (typeof own === 'function') return own(failure.detail);
  const text = own ?? SHARED[failure.code as Shared];
  return failure.code === 'internal' ? `${text}（编号 ${failure.requestId}）` : text;
}
