import { instantOf, type LocalDay } from '../../time/local-day';
import { DESKS } from './desks';
import type { ContentChannel } from './item';

/** Numbers of the duty roster; data, so that an organisation can change them. docs/rules.md#R-295 */
export const DUTY_RULES = {
  /** The last hours before issues come out, in which what is missing is still put right. */
  windowMinutes: 4 * 60,
  /** Awake and off shift in one stretch within it. */
  leastMinutes: 2 * 60,
  /** Planned, today among them. */
  days: 14,
  /** Duties of so many days before today count. */
  lookBackDays: 28,
} as const;

/** When the issues of a day come out where nobody says otherwise; until then somebody is on duty for it. */
export const dutyEndsAtMs = (channel: ContentChannel, day: LocalDay): number =>
  instantOf(day, DESKS[channel].issueMinute);
