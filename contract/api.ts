import { memberActions } from './member';
import { rosterActions } from './roster';
import { rotationActions } from './rotations';
import { swapActions } from './swaps';
import { notifyActions } from './notify';
import { studyActions } from './study';

/** Every action by function. The client's types, the routers and the authorisation matrix are made from it. */
export const api = {
  member: { ...memberActions, ...rosterActions, ...swapActions, ...rotationActions },
  notify: notifyActions,
  study: studyActions,
} as const;
export type Api = typeof api;
