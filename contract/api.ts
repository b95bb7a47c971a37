import { memberActions } from './member';
import { studyActions } from './study';

/** Every action by function. The client's types, the routers and the authorisation matrix are made from it. */
export const api = { member: memberActions, study: studyActions } as const;
export type Api = typeof api;
