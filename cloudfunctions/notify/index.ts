import { api } from '../../contract/api';
import { serve } from '../_kit/serve';
import { findCaller, rememberedCaller } from '../_store/people/callers';
import { deliveries } from '../_store/delivery/deliveries';
import { remindUnread, tellInPerson } from './sending/ask-again';
import { acknowledge, inbox, markSeen, message } from './inbox/inbox';
import { noticeLog, noticesOf } from './sending/notice-log';
import { preferences, savePreferences } from './inbox/preferences';
import { recordSubscription } from './inbox/record-subscription';
import { cancelNotice, previewRevision, reviseNotice } from './sending/revise-notice';
import { previewNotice, sendNotice } from './sending/send-notice';

export const main = serve(
  api.notify,
  {
    inbox,
    message,
    markSeen,
    acknowledge,
    preferences,
    savePreferences,
    recordSubscription,
    previewNotice,
    sendNotice,
    previewRevision,
    reviseNotice,
    cancelNotice,
    noticesOf,
    noticeLog,
    tellInPerson,
    remindUnread,
  },
  {
    findCaller,
    rememberedCaller,
    branchOf: { message: (messageId) => deliveries.branchOf(messageId) },
  },
);
