import { memberActions } from './member';
import { rosterActions } from './roster';
import { rotationActions } from './rotations';
import { swapActions } from './swaps';
import { noticeSendingActions } from './notice-sending';
import { notifyActions } from './notify';
import { registerActions } from './register';
import { studyActions } from './study';
import { studyWritingActions } from './study-writing';

/** Every action by function. The client's types, the routers and the authorisation matrix are made from it. */
export const api = {
  member: { ...memberActions, ...rosterActions, ...swapActions, ...rotationActions },
  notify: { ...notifyActions, ...noticeSendingActions },
  study: { ...studyActions, ...studyWritingActions, ...registerActions },
} as const;
export type Api = typeof api;
