import * as v from 'valibot';
import { QuietTime, ShiftOfDay } from './shift';

export const rosterToday = {
  crewName: v.nullable(v.string()),
  /** My shifts of fourteen days from today on. */
  days: v.array(ShiftOfDay),
  /** Until when I am not disturbed now. */
  quiet: v.nullable(QuietTime),
};
