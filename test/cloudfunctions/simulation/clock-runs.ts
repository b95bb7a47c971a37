import { isLost } from '../../client';
import { MS_PER_MINUTE } from '../../../domain/time/local-day';
import type { Stage } from './actor';

const TIMER = { openId: '', source: 'wx_trigger' };
const WECHAT_CODES = [43101, 40003, 40037, 43107, 43108, 45168, 47003, 40001];

/**
 * One run of the clock, or several at once, with whatever goes wrong; its failures are the cloud's to log.
 * Whether one of them is known to have come to its end.
 */
export async function runClock(stage: Stage): Promise<boolean> {
  const { cloud, dice, recorder } = stage;
  const { faults } = cloud.host;
  if (dice.chance(12)) troubleAtWechat(stage);
  if (dice.whole(1, 1000) <= 8) {
    const when = dice.pick(['before', 'after'] as const);
    faults.killAt('clock', { nth: dice.whole(1, stage.deepest), when });
  }
  const times = dice.chance(5) ? dice.whole(2, 3) : 1;
  const gate = dice.chance(1) ? cloud.wechat.messages.holdNextSend() : undefined;
  let isDone = false;
  await recorder.running(async () => {
    const runs = Promise.all(Array.from({ length: times }, () => tick(stage)));
    if (gate !== undefined) {
      await Promise.race([gate.reached, runs]);
      await stage.whileSending();
      gate.open();
    }
    isDone = (await runs).includes(true);
    await cloud.wechat.messages.settled();
  });
  return isDone;
}

async function tick({ cloud }: Stage): Promise<boolean> {
  try {
    await cloud.host.invoke('clock', '{}', TIMER);
    return true;
  } catch (error) {
    if (!isLost(error)) throw error;
    return false;
  }
}

function troubleAtWechat({ cloud, dice }: Stage): void {
  const { messages } = cloud.wechat;
  switch (dice.whole(1, 4)) {
    case 1:
    case 2:
      messages.nextSend({ kind: 'error', errcode: dice.pick(WECHAT_CODES) });
      break;
    case 3:
      messages.nextSend({ kind: 'lost', delivered: dice.chance(50) });
      break;
    default:
      messages.nextSend({ kind: 'twice' });
  }
}

/**
 * Lets time pass until `atMs`. Where the clock is punctual it runs at every minute at which something
 * is due, elsewhere not at all.
 */
export async function advanceTo(stage: Stage, atMs: number, isPunctual: boolean): Promise<void> {
  const { cloud, recorder } = stage;
  while (isPunctual) {
    const dueMs = recorder.nextDueMs();
    if (dueMs > atMs) break;
    const minuteMs = Math.ceil(dueMs / MS_PER_MINUTE) * MS_PER_MINUTE;
    if (minuteMs > atMs) break;
    cloud.clock.jump(Math.max(recorder.nowMs, minuteMs));
    await runClock(stage);
    // What a killed run holds becomes due when its lease is over.
    if (recorder.nextDueMs() <= dueMs) break;
  }
  cloud.clock.jump(atMs);
}
