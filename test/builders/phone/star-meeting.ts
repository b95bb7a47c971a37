import type { Meeting } from '../../../miniprogram/packages/star/meeting/meeting.view';
import { at, NOW_MS } from './study';

/** Of a month that was begun, planned for nine today; nobody has written of it yet. */
export const begunMeeting: Meeting = {
  nowMs: NOW_MS,
  revision: 3,
  canWrite: true,
  plannedAtMs: at('09:00'),
  people: [{ memberId: 'a', name: '甲', crewName: null, isAway: false }],
  meeting: null,
  ledger: [],
};
