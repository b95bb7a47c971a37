import { tellDesk } from '../desk-link';

/** Logs go to the browser's console; there is never a new version to update to. */
const logManager = {
  debug: (...words: unknown[]) => console.debug(...words),
  info: (...words: unknown[]) => console.info(...words),
  log: (...words: unknown[]) => console.log(...words),
  warn: (...words: unknown[]) => console.warn(...words),
  error: (...words: unknown[]) => console.error(...words),
  setFilterMsg: () => undefined,
  addFilterMsg: () => undefined,
  in: () => logManager,
  tag: () => logManager,
};

export const reporting = {
  getRealtimeLogManager: () => logManager,
  getLogManager: () => logManager,
  reportEvent: (eventId: string, data: object = {}) => {
    tellDesk('report-event', { eventId, data });
  },
  getUpdateManager: () => ({
    onCheckForUpdate: (listener: (result: object) => void) => {
      setTimeout(() => listener({ hasUpdate: false }));
    },
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
    applyUpdate: () => undefined,
  }),
};
