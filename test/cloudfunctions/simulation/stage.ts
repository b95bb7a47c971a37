import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../../../domain/time/local-day';
import type { Member } from '../../../cloudfunctions/_store/people/member-document';
import { TEST_START_MS, type TestCloud } from '../../worlds/test-cloud';
import { accountOf } from '../../builders/documents';
import { plant, plantOnly, type Documents } from '../../builders/stored';
import { diceOf, type Dice } from '../../domain/delivery/random-worlds';
import { NOTICE, type Stage } from './actor';
import { Recorder } from './recorder';

export const FIRST_MIDNIGHT_MS = TEST_START_MS - 9 * MS_PER_HOUR;
/** Days on which the clock does not run, and for how many. */
const OUTAGES: Readonly<Record<number, number>> = { 8: 2.5, 47: 4 };
/** Days at whose noon the clock is set wrong for a while, and by how much. */
export const WRONG_TIMES: Readonly<Record<number, number>> = {
  5: -40 * MS_PER_MINUTE,
  11: 3 * MS_PER_DAY,
  60: -29 * MS_PER_HOUR,
  75: 9 * MS_PER_HOUR,
};

interface Beginning {
  readonly seed: number;
  readonly organisation: Documents & { readonly members: readonly Member[] };
  /** How many messages everybody has accepted. */
  readonly credits: number;
}

/** Nothing but this organisation, at the first midnight, and answers that get lost. */
export async function prepare(
  cloud: TestCloud,
  { seed, organisation, credits }: Beginning,
): Promise<Omit<Stage, 'whileSending' | 'deepest'>> {
  await cloud.reset();
  await plantOnly(cloud, organisation);
  const recorder = new Recorder(cloud);
  for (const { _id } of organisation.members) {
    recorder.holders.set(accountOf(_id), _id);
    recorder.grant(accountOf(_id), NOTICE, credits);
    cloud.wechat.messages.grant(accountOf(_id), NOTICE, credits);
  }
  cloud.host.faults.seed(seed, { 'drop-reply': 0.01 });
  let ids = 0;
  const newId = (prefix: string) => `${prefix}-${(ids += 1)}`;
  cloud.clock.jump(FIRST_MIDNIGHT_MS);
  return { cloud, recorder, dice: diceOf(seed), newId };
}

/** Everybody has accepted a few more messages on the way, without a word about each tap. */
export async function subscribeAgain({ cloud, recorder }: Stage, credits: number): Promise<void> {
  const members = recorder.members().map((member) => ({
    ...member,
    credits: { notice: (member.credits['notice'] ?? 0) + credits },
  }));
  await plant(cloud, { members });
  for (const { account } of members) {
    recorder.grant(account, NOTICE, credits);
    cloud.wechat.messages.grant(account, NOTICE, credits);
  }
}

/** For how many days the clock stands still from an hour of this day on. */
export const outageOn = (dice: Dice, day: number): number =>
  OUTAGES[day] ?? (dice.chance(12) ? dice.whole(3, 9) / 24 : 0);

/** The clock of the cloud is wrong for a while, in which `live` goes on; then it is right again. */
export async function atWrongTime(
  { cloud, recorder }: Stage,
  byMs: number,
  live: () => Promise<void>,
): Promise<void> {
  const rightMs = recorder.nowMs;
  if (byMs < 0) recorder.era += 1;
  cloud.clock.jump(rightMs + byMs);
  for (let times = 0; times < 3; times += 1) await live();
  if (byMs > 0) recorder.era += 1;
  cloud.clock.jump(rightMs);
}
