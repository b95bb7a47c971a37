import { REMIND_PAUSE_HOURS } from '../../contract/limits';
import type {
  cancelNotice,
  previewNotice,
  remindUnread,
  previewRevision,
  reviseNotice,
  sendNotice,
  tellInPerson,
} from '../../contract/notice/sending';
import type { acknowledge } from '../../contract/notice/acknowledge';
import type { recordSubscription, savePreferences } from '../../contract/notice/preferences';
import { LEAST_SLEEP_MINUTES, MOST_SLEEP_MINUTES } from '../../domain/shift/sleep-rules';
import type { ErrorTexts } from './errors';

const CANCELLED = '这条已经撤回，不用再管。';
const CHANNEL_NOT_YOURS = '廉政清风的通知由纪检委员和党委工作部来改、来撤、来催，请找他们。';
const FROM_A_STUDY = '这条是学习自动发的，到那次学习里修改或取消。';

export const acknowledgeErrors = {
  'newer-edition': '这条刚改过，看过新的一版再确认。',
  'not-to-acknowledge': '这条不用确认，看过就好。',
  cancelled: CANCELLED,
  'no-more-asked': '确认的期限过了，不用再确认。',
} satisfies ErrorTexts<typeof acknowledge>;

export const savePreferencesErrors = {
  'bad-sleep-window': `睡眠时段要在 ${LEAST_SLEEP_MINUTES / 60} 到 ${MOST_SLEEP_MINUTES / 60} 小时之间，改一下再存。`,
} satisfies ErrorTexts<typeof savePreferences>;

export const recordSubscriptionErrors = {
  'unknown-template': '提醒的种类换过了，回到上一页再进来一次。',
} satisfies ErrorTexts<typeof recordSubscription>;

export const previewErrors = {
  'bad-audience': '选的人里有的已经不在支部，重新选一下。',
  'deadline-past': '截止时间已经过了，往后改。',
  'kind-not-yours': '这一类通知不由你发，换一类，或请书记来发。',
} satisfies ErrorTexts<typeof previewNotice>;

export const sendErrors = {
  ...previewErrors,
  'nobody-in-audience': '选的范围里没有人，换一个范围。',
  'written-before':
    '上一次点“发送”已经发出去了，发的是改之前的。要改那一条，到“支部”页的“通知送达”里改；再发送一次，现在这些字另算一条。',
} satisfies ErrorTexts<typeof sendNotice>;

export const tellErrors = {
  cancelled: CANCELLED,
  'not-a-recipient': '这个人不在这条通知的名单里。',
} satisfies ErrorTexts<typeof tellInPerson>;

export const remindErrors = {
  cancelled: CANCELLED,
  'nobody-to-remind': '都已确认，不用再提醒。',
  'reminded-lately': `${REMIND_PAUSE_HOURS} 小时内提醒过了，过一阵再提醒，或当面说一声。`,
  'deadline-past': '截止时间已过，不再提醒。可以当面说一声。',
  'channel-not-yours': CHANNEL_NOT_YOURS,
} satisfies ErrorTexts<typeof remindUnread>;

export const reviseErrors = {
  'changed-meanwhile': '别人刚改过这条通知。回到上一页再进来，看过现在的字再改。',
  cancelled: '这条通知已经撤回，不能再改。要说的话，另发一条。',
  'deadline-past': '截止时间已过，只能小改。',
  'kind-not-yours': FROM_A_STUDY,
  'channel-not-yours': CHANNEL_NOT_YOURS,
} satisfies ErrorTexts<typeof reviseNotice>;

export const previewRevisionErrors = {
  cancelled: reviseErrors.cancelled,
  'deadline-past': reviseErrors['deadline-past'],
  'kind-not-yours': FROM_A_STUDY,
  'channel-not-yours': CHANNEL_NOT_YOURS,
} satisfies ErrorTexts<typeof previewRevision>;

export const cancelErrors = {
  'kind-not-yours': FROM_A_STUDY,
  'channel-not-yours': CHANNEL_NOT_YOURS,
} satisfies ErrorTexts<typeof cancelNotice>;
