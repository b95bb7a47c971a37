import { MS_PER_DAY, MS_PER_MINUTE } from '../../../domain/time/local-day';
import type { TestCloud } from '../../worlds/test-cloud';
import type { Dice } from '../../domain/delivery/random-worlds';
import { aBranchOf, people, type Stage } from './actor';
import { advanceTo, runClock } from './clock-runs';
import { bindAll, liveOn, readInbox } from './lives';
import type { SimulationLog } from './log';
import { CREDITS_AT_FIRST, simulatedOrganisation } from './organisation';
import { send, treatNotice } from './senders';
import {
  atWrongTime,
  FIRST_MIDNIGHT_MS,
  outageOn,
  prepare,
  subscribeAgain,
  WRONG_TIMES,
} from './stage';

const CREDITS_AGAIN = 1;

export interface SimulationOptions {
  /** The same seed makes the same choices. */
  readonly seed: number;
  readonly days: number;
  /** In all. */
  readonly messages: number;
}

interface Step {
  readonly minute: number;
  readonly run: () => Promise<unknown>;
}

export async function simulate(
  cloud: TestCloud,
  options: SimulationOptions,
): Promise<SimulationLog> {
  const organisation = simulatedOrganisation();
  const begun = await prepare(cloud, {
    seed: options.seed,
    organisation,
    credits: CREDITS_AT_FIRST,
  });
  const stage: Stage = { ...begun, whileSending: () => send(stage, 'b0'), deepest: 14 };
  const { dice, recorder } = stage;
  const counts = messagesByDay(dice, options);
  let outageUntilMs = 0;
  for (let day = 0; day < options.days; day += 1) {
    const midnightMs = FIRST_MIDNIGHT_MS + day * MS_PER_DAY;
    if (day % 30 === 14) await subscribeAgain(stage, CREDITS_AGAIN);
    const outage = outageOn(dice, day);
    if (outage > 0) {
      outageUntilMs = midnightMs + dice.whole(0, 1439) * MS_PER_MINUTE + outage * MS_PER_DAY;
    }
    const isPunctual = dice.chance(20);
    for (const { minute, run } of stepsOf(stage, counts[day] ?? 0)) {
      const plannedMs = midnightMs + minute * MS_PER_MINUTE + dice.pick([0, 0, 12_345]);
      const atMs = Math.max(plannedMs, recorder.nowMs);
      const isWorking = atMs >= outageUntilMs;
      await advanceTo(stage, atMs, isWorking && isPunctual);
      await run();
      if (isWorking && dice.chance(30)) await runClock(stage);
    }
    const wrongBy = WRONG_TIMES[day];
    if (wrongBy === undefined) continue;
    await atWrongTime(stage, wrongBy, async () => {
      await runClock(stage);
      await liveOn(stage);
      await look(stage);
    });
    await runClock(stage);
  }
  await finish(stage);
  return recorder.log();
}

/** On some days hardly any and on some a flood. */
function messagesByDay(
  dice: Dice,
  { days, messages }: Pick<SimulationOptions, 'days' | 'messages'>,
): readonly number[] {
  const weights = Array.from({ length: days }, () => dice.pick([1, 2, 2, 2, 3, 8]));
  const counts = Array<number>(days).fill(0);
  const places = weights.flatMap((weight, day) => Array<number>(weight).fill(day));
  for (let message = 0; message < messages; message += 1) {
    const day = dice.pick(places);
    counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}

/** What happens on a day, by minute. */
function stepsOf(stage: Stage, messages: number): readonly Step[] {
  const { dice } = stage;
  const steps: Step[] = [];
  const add = (count: number, run: Step['run']) => {
    for (let index = 0; index < count; index += 1) {
      const minute = dice.chance(80) ? dice.whole(420, 1320) : dice.whole(0, 1439);
      steps.push({ minute, run });
    }
  };
  for (let left = messages; left > 0;) {
    const together = Math.min(left, dice.pick([1, 4, 8, 12]));
    add(1, () => sendSome(stage, together));
    left -= together;
  }
  add(dice.whole(1, 3), () => liveOn(stage));
  add(dice.whole(1, 3), () => treatNotice(stage));
  add(3, () => runClock(stage));
  add(1, () => look(stage));
  return steps.sort((a, b) => a.minute - b.minute);
}

/** Of several branches at once; an instance may die on the way. */
async function sendSome(stage: Stage, count: number): Promise<void> {
  if (stage.dice.chance(1)) {
    stage.cloud.host.faults.killAt('notify', { nth: stage.dice.whole(1, 8), when: 'after' });
  }
  // Two at a time: as many as there are cores, and enough to meet in one person.
  for (let left = count; left > 0; left -= 2) {
    const both = Array.from({ length: Math.min(2, left) }, () => aBranchOf(stage));
    await Promise.all(both.map((branchId) => send(stage, branchId)));
  }
}

async function look(stage: Stage): Promise<void> {
  const { dice, recorder } = stage;
  await readInbox(stage, dice.pick(people(stage)));
  const some = Array.from({ length: 20 }, () => dice.pick(recorder.members())._id);
  recorder.lookAtPlans(new Set(some));
}

/** Nothing new happens; what is planned comes, and everybody reads their inbox. */
async function finish(stage: Stage): Promise<void> {
  const { cloud, recorder } = stage;
  cloud.host.faults.clear();
  for (let dueMs = recorder.nextDueMs(); dueMs < 9e14; dueMs = recorder.nextDueMs()) {
    cloud.clock.jump(Math.max(dueMs, recorder.nowMs + MS_PER_MINUTE));
    await runClock(stage);
  }
  cloud.host.faults.clear();
  await bindAll(stage);
  cloud.clock.jump(recorder.nowMs + 2 * MS_PER_MINUTE);
  for (const member of people(stage)) await readInbox(stage, member, true);
}
