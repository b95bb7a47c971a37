import type * as Outbox from '../../../miniprogram/api/outbox';
import type * as WaitingWrites from '../../../miniprogram/api/waiting-writes';

export type StartedOutbox = typeof Outbox & typeof WaitingWrites;

/** The outbox of an app that starts now, on the phone that is held. */
export function startedOutbox(): StartedOutbox {
  let started: StartedOutbox | undefined;
  jest.isolateModules(() => {
    started = {
      ...jest.requireActual<typeof Outbox>('../../../miniprogram/api/outbox'),
      ...jest.requireActual<typeof WaitingWrites>('../../../miniprogram/api/waiting-writes'),
    };
  });
  return started!;
}
