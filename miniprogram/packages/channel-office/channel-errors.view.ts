import type * as editing from '../../../contract/content/channel-editing';
import type { giveDuty } from '../../../contract/content/duty';
import { ISSUE_LIMITS } from '../../../domain/content/channel/item';
import type { ErrorTexts } from '../../text/errors';
import { writtenBeforeText } from '../../text/written-before';
import { NOBODY_LEFT_TEXT } from './desk-words.view';
import { pictureOf, pictureTooLargeText } from '../../text/picture-refusals';

const NOT_YOURS = '这件事不在你的职务里。党务清风找宣传委员，廉政清风找纪检委员。';
const CHANGED = '刚刚有人动过这一条，已经换成现在的样子。看一眼再决定。';
const OTHER_STEP = '这一条已经走到下一步了，返回刷新看看。';

export const saveErrors = {
  'not-your-desk': NOT_YOURS,
  'not-at-this-step': '已经交出去了，正在审或者已经刊出。要改，请审的人退回来。',
  'changed-meanwhile': '另一位编辑刚存过这一条，还没有存你写的。你写的都在，再点一次看他改了什么。',
  'not-an-article': '链接不是公众号文章。在公众号文章右上角点“复制链接”，再粘贴到这里。',
  'document-gone': '选的文件已经下架、过期，或者不在你们支部的文档库里。去掉它，或者另选一份。',
  'line-missing': '还缺一句话，写清这条讲什么。',
  'source-missing': '还缺图的来源，或者没选这图凭什么能用。',
  'no-picture': '还缺一张图，图在前，字在后。',
  'words-refused': '有的话没有通过微信的检查，换个说法再交。你写的都还在。',
  'picture-refused': (detail) => `${pictureOf(detail)}没有通过微信的检查，换一张再交。`,
  'picture-missing': (detail) => `${pictureOf(detail)}不见了，删掉它，或者重新选一张。`,
  'picture-too-large': pictureTooLargeText,
  'too-many-writers': '改过这一条的人太多了，没有人能审。另写一条吧。',
} satisfies ErrorTexts<typeof editing.saveItem>;

const DEED = {
  'not-your-desk': NOT_YOURS,
  'not-at-this-step': OTHER_STEP,
  'changed-meanwhile': CHANGED,
} as const;

export const checkErrors = {
  ...DEED,
  'written-before': writtenBeforeText('退回'),
  'own-item': '你写过这一条，请另一位来审。',
  'nobody-left': NOBODY_LEFT_TEXT,
  'checked-by-you': '支部那一道是你审的，这一道请党委工作部另一位来审。',
  'not-checked': '图还在微信那里检查，最多半小时，过一会儿再审。',
} satisfies ErrorTexts<typeof editing.checkItem>;

export const withdrawErrors = {
  ...DEED,
  'written-before': writtenBeforeText('撤回'),
} satisfies ErrorTexts<typeof editing.withdrawItem>;

export const planErrors = {
  'not-your-desk': '排期归党委工作部，请他们来排。',
  'changed-meanwhile': '刚刚有人排过这一期，已经换成现在的样子。看一眼再存。',
  'is-out': '这一期已经刊出了，一天只有一期。排到别的日子吧。',
  'bad-day': `只能排今天到以后 ${ISSUE_LIMITS.daysAhead} 天，换一天。`,
  'day-has-one':
    '这一天另一个栏目已经有一条给班前五分钟了，一天只讲一条。先把那条去掉，或者换一天。',
  'not-ready': ({ number }) =>
    `第 ${number ?? '几'} 条刚刚退回、撤回，或者排进了别的一期。看一眼再存。`,
} satisfies ErrorTexts<typeof editing.planIssue>;

export const giveErrors = {
  'not-your-duty': '这一天不是你值班，只能换成你自己。要换成别人，请值班的人或者党委工作部来换。',
  'takes-no-part': '这位同志不写这个栏目了，换一位。',
  'cannot-that-day': '那天请假，或者刊出前那几个小时在班、在休息，值不了班。换一位。',
  'changed-meanwhile': '刚刚有人换过这一天，已经换成现在的样子。看一眼再换。',
  'bad-day': '这一期的时间过了，或者还没有排到这一天，不能换。',
} satisfies ErrorTexts<typeof giveDuty>;
