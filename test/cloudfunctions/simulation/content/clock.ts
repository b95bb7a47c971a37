import { MS_PER_HOUR, MS_PER_MINUTE } from '../../../../domain/time/local-day';
import { runClock } from '../clock-runs';
import type { ContentStage } from './chronicle';
import { withdrawOne } from './desk';

/** How often a punctual clock runs where nothing of content is due: what looks seldom has its turn. */
const SELDOM_MS = 3 * MS_PER_HOUR;
/** Enough requests to die anywhere while ten branches and their leaders are told of an issue. */
const DEEPEST = 140;

/** When something stored is due: a message to send, or an issue to bring out. */
function dueMs({ recorder, chronicle }: ContentStage): number {
  return Math.min(recorder.nextDueMs(), ...chronicle.issues().map(({ dueAtMs }) => dueAtMs));
}

/** One run, or several at once; at times something is withdrawn while it brings out what it is in. */
export async function runOnce(stage: ContentStage, isNeedless = false): Promise<void> {
  const { chronicle, cloud, recorder, dice } = stage;
  const due = chronicle.issues().filter(({ dueAtMs }) => dueAtMs <= recorder.nowMs);
  const isIn = ({ channel, issueDay }: { channel: string; issueDay: string | null }) =>
    due.some((issue) => issue.channel === channel && issue.day === issueDay);
  const coming = chronicle.items().filter(isIn);
  const isTorn = coming.length > 0 && dice.chance(10);
  if (coming.length > 0 && dice.chance(25)) {
    const when = dice.pick(['before', 'after'] as const);
    cloud.host.faults.killAt('clock', { nth: dice.whole(1, DEEPEST), when });
  }
  // Somebody of a desk is quick: as the issue comes out, or some requests later.
  const later = dice.whole(0, DEEPEST);
  await chronicle.ran(async () => {
    const run = runClock(stage);
    if (isTorn) {
      for (let turn = 0; turn < later; turn += 1) await new Promise(setImmediate);
      const ids = coming.map(({ _id }) => _id);
      await withdrawOne(stage, ids);
    }
    return run;
  }, isNeedless);
}

/**
 * Lets time pass until `atMs`. A punctual clock runs in every minute in which something is due and every
 * few hours besides, one that stands still does not.
 */
export async function letPass(
  stage: ContentStage,
  atMs: number,
  isPunctual: boolean,
): Promise<void> {
  const { cloud, recorder } = stage;
  let ranAtMs = recorder.nowMs;
  while (isPunctual) {
    const nextMs = Math.max(Math.min(dueMs(stage), ranAtMs + SELDOM_MS), recorder.nowMs + 1);
    const minuteMs = Math.ceil(nextMs / MS_PER_MINUTE) * MS_PER_MINUTE;
    if (minuteMs > atMs) break;
    cloud.clock.jump(minuteMs);
    ranAtMs = minuteMs;
    await runOnce(stage);
  }
  cloud.clock.jump(atMs);
}

/** At an instant that was not asked for by anything, as the clock runs every minute; nothing may come of it. */
export async function runForNothing(stage: ContentStage): Promise<void> {
  if (dueMs(stage) <= stage.recorder.nowMs) return;
  await runOnce(stage, true);
}

/** Until nothing is due any more, without any fault. */
export async function runOut(stage: ContentStage): Promise<void> {
  const { cloud, recorder } = stage;
  cloud.host.faults.clear();
  for (let nextMs = dueMs(stage); nextMs < 9e14; nextMs = dueMs(stage)) {
    cloud.clock.jump(Math.max(nextMs, recorder.nowMs + 5 * MS_PER_MINUTE));
    await runOnce(stage);
    cloud.host.faults.clear();
  }
}
