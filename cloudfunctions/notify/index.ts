import { noticeSendingActions } from '../../contract/notice-sending';
import { notifyActions } from '../../contract/notify';
import { serve } from '../_kit/serve';
import { findCaller, findCallerOnHotPath } from '../_store/callers';
import { deliveries } from '../_store/deliveries';
import { remindUnread, tellInPerson } from './ask-again';
import { acknowledge, inbox, markSeen } from './inbox';
import { noticeLog, noticesOf } from './notice-log';
import { preferences, savePreferences } from './preferences';
import { recordSubscription } from './record-subscription';
import { cancelNotice, reviseNotice } from './revise-notice';
import { previewNotice, sendNotice } from './send-notice';

export const main = serve(
  { ...notifyActions, ...noticeSendingActions },
  {
    inbox,
    markSeen,
    acknowledge,
    preferences,
    savePreferences,
    recordSubscription,
    previewNotice,
    sendNotice,
    reviseNotice,
    cancelNotice,
    noticesOf,
    noticeLog,
    tellInPerson,
    remindUnread,
  },
  {
    findCaller,
    findCallerOnHotPath,
    branchOf: { message: (messageId) => deliveries.branchOf(messageId) },
  },
);
