import { tellDesk } from '../desk-link';
import { settings } from '../settings';
import { requireTap } from '../tap-state';
import { wxCall } from './call';
import { dialogs } from './dialogs';
import { requirePermission } from './permissions';
import { requirePrivacy } from './privacy';

interface CalendarEvent {
  title: string;
  /** Seconds since the epoch. */
  startTime: number;
  endTime?: string;
  allDay?: boolean;
  description?: string;
  location?: string;
  alarm?: boolean;
  alarmOffset?: number;
}

const key = `phone:${settings.phone}::calendar`;

/** The phone's calendar: entries are kept and told to the page around the phone. */
export const calendar = {
  addPhoneCalendar: wxCall('addPhoneCalendar', async (event: CalendarEvent) => {
    requireTap();
    const { title, startTime, endTime, allDay, description, location, alarm, alarmOffset } = event;
    if (typeof title !== 'string' || !Number.isInteger(startTime)) {
      throw new Error('parameter error: title and startTime (seconds) are required');
    }
    await requirePrivacy('addPhoneCalendar');
    await requirePermission('scope.addPhoneCalendar');
    const { confirm } = (await dialogs.showModal({
      title: '添加到日历',
      content: `${title}\n${new Date(startTime * 1000).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}`,
      confirmText: '添加',
    })) as { confirm: boolean };
    if (!confirm) throw new Error('cancel');
    const entry = { title, startTime, endTime, allDay, description, location, alarm, alarmOffset };
    const kept = JSON.parse(localStorage.getItem(key) ?? '[]') as object[];
    localStorage.setItem(key, JSON.stringify([...kept, entry]));
    tellDesk('calendar', entry);
  }),
};
