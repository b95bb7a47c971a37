import { schema } from '../../../../cloudfunctions/_store/schema';
import { inbox } from '../../../../contract/notice/inbox';
import { today } from '../../../../contract/today';
import { starOutcome } from '../../../../contract/star/after';
import {
  cancelPoll,
  castBallot,
  closePoll,
  extendPoll,
  openPoll,
  poll,
  pollRun,
  pollToOpen,
  withdrawCandidate,
} from '../../../../contract/star/ballot';
import { starMonth } from '../../../../contract/star/month';
import { ballotPadding } from '../../../../domain/star/ballot/ballot-padding';
import { MS_PER_HOUR, MS_PER_MINUTE } from '../../../../domain/time/local-day';
import { isSoak } from '../../../long-by-nature';
import {
  anOpening,
  CANDIDATES,
  EARLIEST_MS,
  END_MS,
  MONTH,
  VOTERS,
  type usePollWorld,
} from '../../../worlds/poll-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

type World = ReturnType<typeof usePollWorld>;

export const ENDINGS = ['end', 'cancel', 'strike', 'extend', 'close'] as const;
export type Ending = (typeof ENDINGS)[number];

/** Who has cast what, in this order. */
export type Ballots = readonly (readonly [string, readonly string[]])[];

/** Of the first so many, each naming these. */
export const ofFirst = (count: number, ...chosen: readonly string[]): Ballots =>
  VOTERS.slice(0, count).map((voter) => [voter, chosen]);

/** Somebody who votes, who runs the poll, who has no vote, who looks on from the committee office. */
const READERS = isSoak
  ? ['alice', 'bob', 'organiser', 'secretary', 'publicist', 'pat', 'office', 'oscar']
  : ['alice', 'organiser', 'pat'];
const ASKED = [
  [poll, (pollId: string) => ({ pollId })],
  [pollRun, (pollId: string) => ({ pollId })],
  [pollToOpen, () => ({ month: MONTH })],
  [starMonth, () => ({ month: MONTH })],
  [starOutcome, () => ({ month: MONTH })],
  [today, () => ({})],
  [inbox, () => ({})],
] as const;

/** What a leak would do once there are so many ballots in the box, at a moment of the life of a poll. */
export type Leak = (moment: string, pollId: string, ballots: Ballots) => Promise<void>;
const nothing: Leak = () => Promise.resolve();

/**
 * All that anybody sees of the life of a poll besides its result: every document with its size, every answer to
 * everybody, every request to the database with its length, and the log, at each moment by name. What is random by
 * nature stands there by its length; what each reads of their own ballot alone is left out.
 */
export async function lived(
  world: World,
  ballots: Ballots,
  ending: Ending,
  leak: Leak = nothing,
): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  const requests = (moment: string) => {
    const { byAction, bytesByAction } = world.cloud.counts;
    seen.set(`${moment}: requests`, JSON.stringify({ byAction, bytesByAction }));
    world.cloud.counts.reset();
  };
  const named = (requestId: string) => ({ requestId });
  const { pollId } = await world.of('organiser').get(openPoll, anOpening(), named('opening'));
  const clock = async (moment: string, atMs: number) => {
    world.jump(atMs);
    world.cloud.counts.reset();
    await world.tick();
    await leak(moment, pollId, ballots);
    requests(`the clock, ${moment}`);
  };
  const look = async (moment: string) => {
    for (const reader of READERS) {
      for (const [{ fn, name }, inputOf] of ASKED) {
        world.cloud.counts.reset();
        const asked = { action: name, input: inputOf(pollId), clientVersion: 'test' };
        const answer = await world
          .of(reader)
          .send(fn, { ...asked, requestId: 'r', boundAs: reader });
        await leak(`${name} answered`, pollId, ballots);
        seen.set(`${moment}: ${name} to ${reader}`, withoutOwn(JSON.stringify(answer)));
        requests(`${moment}: ${name} to ${reader}`);
      }
    }
    for (const { name } of schema) {
      const documents = [...world.cloud.engine.collection(name).all()].map(
        ({ document }) => document,
      );
      seen.set(`${moment}: ${name}`, JSON.stringify(documents.map(withoutRandom)));
    }
    seen.set(`${moment}: log`, world.cloud.lines.join('\n'));
  };
  await clock('at first', TEST_START_MS + 5 * MS_PER_MINUTE);
  for (const [voter, chosen] of ballots) {
    const padding = ballotPadding(CANDIDATES, chosen);
    const ballot = { pollId, chosen: [...chosen], padding };
    await world.of(voter).get(castBallot, ballot, named(`by-${voter}`));
  }
  await clock('within the hour', TEST_START_MS + 10 * MS_PER_MINUTE);
  await look('open');
  await clock('at the hour', TEST_START_MS + MS_PER_HOUR);
  await look('after the hour');
  await clock('at the next hour', TEST_START_MS + 2 * MS_PER_HOUR);
  world.cloud.counts.reset();
  await ends(world, pollId, ending);
  requests(ending);
  await look(ending);
  await clock('at the end', END_MS + 2 * MS_PER_HOUR);
  await leak('over', pollId, ballots);
  await look('over');
  return seen;
}

async function ends(world: World, pollId: string, ending: Ending): Promise<void> {
  const officer = world.of('organiser');
  const reason = 'the line is down';
  const closesAtMs = END_MS + MS_PER_HOUR;
  const named = { requestId: 'ending' };
  if (ending === 'cancel') await officer.get(cancelPoll, { pollId, reason }, named);
  if (ending === 'extend') await officer.get(extendPoll, { pollId, closesAtMs, reason }, named);
  if (ending === 'strike') {
    await officer.get(withdrawCandidate, { pollId, candidateId: 'leader', reason }, named);
  }
  if (ending === 'close') {
    world.jump(EARLIEST_MS + MS_PER_MINUTE);
    world.cloud.counts.reset();
    await officer.get(closePoll, { pollId }, named);
  }
}

/** Own words of a reader are theirs; with their padding they are as long whatever they say. */
const withoutOwn = (answer: string): string => {
  const own = /"mine":"[a-z-]+"(?<between>.*?)"padding":" *"/gu;
  return `${answer.replace(own, '"mine"$<between>')} of ${answer.length}`;
};

const isRandom = (key: string): boolean => ['version', 'marks', 'seal', 'requestId'].includes(key);

const withoutRandom = (document: object): unknown =>
  JSON.parse(
    JSON.stringify(document, (key, value: unknown) =>
      isRandom(key) ? JSON.stringify(value).length : key === 'lotSeed' ? '' : value,
    ),
  );

/** Where two lives differ, each with what is around the first difference. */
export function differences(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): readonly string[] {
  const moments = [...new Set([...one.keys(), ...other.keys()])];
  return moments.flatMap((moment) => {
    const [was, is] = [one.get(moment) ?? '', other.get(moment) ?? ''];
    if (was === is) return [];
    let at = 0;
    while (was[at] === is[at]) at += 1;
    const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
    return [`${moment}: ${around(was)} <> ${around(is)}`];
  });
}

/** Of what is told before the end to whoever runs the poll: whether enough have voted. docs/rules.md#R-174 */
export const besideTurnout = (all: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...all].filter(([moment]) => !moment.includes('pollRun to')));

/** As far as the end, after which figures differ. */
export const beforeTheEnd = (all: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...all].filter(([moment]) => !/^(?:over|the clock, at the end|close|end)\b/u.test(moment)),
  );
