import { MS_PER_DAY, MS_PER_MINUTE } from '../../../../domain/time/local-day';
import type { TestCloud } from '../../../worlds/test-cloud';
import { people } from '../actor';
import { BRANCHES } from '../organisation';
import { bindAll, changeShift, liveOn, readInbox } from '../lives';
import {
  atWrongTime,
  FIRST_MIDNIGHT_MS,
  outageOn,
  prepare,
  subscribeAgain,
  WRONG_TIMES,
} from '../stage';
import { Chronicle, type ContentStage } from './chronicle';
import { letPass, runForNothing, runOnce, runOut } from './clock';
import { answerSome, publishOne } from './contests';
import { advanceItem, draftItem, planAnew, withdrawOne } from './desk';
import { checkOne, keepOne, offerNext, offerOne } from './library';
import type { ContentLog } from './log';
import { contentOrganisation, CREDITS_AT_FIRST } from './organisation';
import { acknowledgeSome, listIn, openSome, tellBeforeShift, tellSome } from './readers';

const CREDITS_AGAIN = 6;
/** A run that only sends has sent so many requests by its end. */
const DEEPEST = 20;

interface ContentOptions {
  /** The same seed makes the same choices. */
  readonly seed: number;
  readonly days: number;
  readonly people: number;
  /** In all. */
  readonly items: number;
  readonly documents: number;
  readonly contests: number;
  /** Told of each day that is over. */
  readonly onDay: (day: number) => void;
}

interface Step {
  readonly minute: number;
  readonly run: () => Promise<void>;
}

/** So many days in the life of both channels, the libraries and contests of ten branches. */
export async function simulateContent(
  cloud: TestCloud,
  options: ContentOptions,
): Promise<ContentLog> {
  const { seed, days } = options;
  const organisation = contentOrganisation(options.people);
  const begun = await prepare(cloud, { seed, organisation, credits: CREDITS_AT_FIRST });
  const stage: ContentStage = {
    ...begun,
    chronicle: new Chronicle(begun),
    whileSending: () => withdrawOne(stage),
    deepest: DEEPEST,
  };
  cloud.wechat.content.holdVerdicts();
  const { dice, recorder } = stage;
  let outageUntilMs = 0;
  for (let day = 0; day < days; day += 1) {
    const midnightMs = FIRST_MIDNIGHT_MS + day * MS_PER_DAY;
    if (day % 15 === 14) await subscribeAgain(stage, CREDITS_AGAIN);
    const outage = outageOn(dice, day);
    if (outage > 0) outageUntilMs = midnightMs + (dice.whole(0, 1439) / 1440 + outage) * MS_PER_DAY;
    const isPunctual = dice.chance(80);
    for (const { minute, run } of stepsOf(stage, day, options)) {
      const plannedMs = midnightMs + minute * MS_PER_MINUTE + dice.pick([0, 0, 12_345]);
      const atMs = Math.max(plannedMs, recorder.nowMs);
      const isWorking = atMs >= outageUntilMs;
      await letPass(stage, atMs, isWorking && isPunctual);
      dieOnTheWay(stage);
      await run();
      recorder.discover();
      if (isWorking && !isPunctual && dice.chance(30)) await runOnce(stage);
    }
    const wrongBy = WRONG_TIMES[day];
    if (wrongBy !== undefined) await workAtWrongTime(stage, wrongBy);
    options.onDay(day);
  }
  await finish(stage);
  return stage.chronicle.log();
}

/** What happens on a day, by minute. */
function stepsOf(
  stage: ContentStage,
  day: number,
  { days, items, documents, contests }: ContentOptions,
): readonly Step[] {
  const { dice } = stage;
  const steps: Step[] = [];
  const add = (count: number, run: Step['run']) => {
    for (let index = 0; index < count; index += 1) {
      const minute = dice.chance(80) ? dice.whole(420, 1320) : dice.whole(0, 1439);
      steps.push({ minute, run });
    }
  };
  /** Of so many over all days, those of this one. */
  const share = (all: number) =>
    Math.ceil(((day + 1) * all) / days) - Math.ceil((day * all) / days);
  add(share(items), () => draftItem(stage));
  add(share(items) * 6, () => advanceItem(stage));
  add(dice.whole(0, 1), () => planAnew(stage));
  add(dice.chance(25) ? 1 : 0, () => withdrawOne(stage));
  add(share(documents), () => offerOne(stage));
  add(dice.chance(30) ? 1 : 0, () => offerNext(stage));
  add(2, () => checkOne(stage));
  add(dice.chance(40) ? 1 : 0, () => keepOne(stage));
  add(3, () => acknowledgeSome(stage));
  add(1, () => tellSome(stage));
  add(1, () => tellBeforeShift(stage));
  add(share(contests), () => publishOne(stage, Math.min(7, Math.ceil(days / 3))));
  add(2, () => answerSome(stage));
  add(dice.whole(2, 5), () => liveOn(stage));
  add(1, () => changeShift(stage, dice.pick(people(stage))));
  add(2, () => openSome(stage));
  add(2, () => runForNothing(stage));
  // Each must-read stands in a list of why for thirty days, and some reasons are rare.
  if (day % 3 === 2) add(1, () => listIn(stage, BRANCHES));
  return steps.sort((a, b) => a.minute - b.minute);
}

function dieOnTheWay({ cloud, dice }: ContentStage): void {
  if (!dice.chance(4)) return;
  const when = dice.pick(['before', 'after'] as const);
  const fn = dice.pick(['content', 'content', 'content', 'notify', 'wxevents']);
  cloud.host.faults.killAt(fn, { nth: dice.whole(1, 12), when });
}

async function workAtWrongTime(stage: ContentStage, byMs: number): Promise<void> {
  await atWrongTime(stage, byMs, async () => {
    await runOnce(stage);
    await liveOn(stage);
    await openSome(stage);
  });
  await runOnce(stage);
}

/** Nothing new happens; what is planned comes, everybody reads their inbox, and what is open is listed. */
async function finish(stage: ContentStage): Promise<void> {
  const { cloud, recorder } = stage;
  await runOut(stage);
  await bindAll(stage);
  cloud.clock.jump(recorder.nowMs + 2 * MS_PER_MINUTE);
  await listIn(stage, BRANCHES);
  for (const member of people(stage)) await readInbox(stage, member, true);
}
