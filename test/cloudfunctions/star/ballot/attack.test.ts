import { schema } from '../../../../cloudfunctions/_store/schema';
import type { PollDocument } from '../../../../cloudfunctions/_store/star/poll-document';
import { castBallot, closePoll, openPoll } from '../../../../contract/star/ballot';
import { ballotPadding } from '../../../../domain/star/ballot/ballot-padding';
import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../../../../domain/time/local-day';
import { LOCAL_TEMPLATES } from '../../../../local/world/templates';
import { aBranch, accountOf, aMember, aRotation } from '../../../builders/documents';
import { plant, plantOnly } from '../../../builders/stored';
import { phone } from '../../../client';
import { isSoak } from '../../../long-by-nature';
import { diceOf } from '../../../domain/delivery/random-worlds';
import { aListedMonth, anOpening } from '../../../worlds/poll-world';
import { startTestCloud, TEST_START_MS, type TestCloud } from '../../../worlds/test-cloud';
import { bestAttack, guesses, shareOf, type Observation, type Secret } from './attackers';

const BALLOTS = isSoak ? 30_000 : 600;
const VOTERS = 30;
const CHOICES = 4;
/** Who runs the polls stands in none. */
const OFFICER = CHOICES;
const POLLS = Math.ceil(BALLOTS / VOTERS);
const BRANCHES = Math.min(8, POLLS);

jest.setTimeout(60_000 + BALLOTS * 100);

const branchOf = (lane: number) => `branch-${lane}`;
const voterOf = (lane: number, index: number) => `v${lane}-${String(index).padStart(2, '0')}`;
const voters = Array.from({ length: VOTERS }, (_, index) => index);
/** From 2030 on: the n-th poll of a branch is of the n-th month. */
const monthOf = (turn: number) =>
  `20${30 + Math.floor(turn / 12)}-${String((turn % 12) + 1).padStart(2, '0')}`;

let cloud: TestCloud;
const secrets: Secret[] = [];

const copyOf = (pollId: string) =>
  structuredClone(
    cloud.engine.collection('polls').get(pollId)?.document,
  ) as unknown as PollDocument;
const everything = () =>
  Object.fromEntries(
    schema.map(({ name }) => [
      name,
      [...cloud.engine.collection(name).all()].map(({ document }) => document),
    ]),
  );

function shuffled<T>(all: readonly T[], dice: ReturnType<typeof diceOf>): readonly T[] {
  const left = [...all];
  return all.flatMap(() => left.splice(dice.whole(0, left.length - 1), 1));
}

async function hold(lane: number, month: string, dice: ReturnType<typeof diceOf>): Promise<void> {
  const branchId = branchOf(lane);
  const list = voters.slice(0, CHOICES).map((index) => voterOf(lane, index));
  await plant(cloud, { star_months: [aListedMonth(branchId, list, month)] });
  const officer = phone(cloud, accountOf(voterOf(lane, OFFICER)));
  const choice = { kind: 'exactly', names: 1 } as const;
  const closesAtMs = cloud.clock.nowMs() + 2 * MS_PER_DAY;
  const { pollId } = await officer.get(openPoll, anOpening({ month, choice, closesAtMs }));
  let before = copyOf(pollId);
  for (const [place, voter] of shuffled(voters, dice).entries()) {
    const chosen = dice.whole(0, CHOICES - 1);
    const names = list.filter((_, index) => index === chosen);
    await phone(cloud, accountOf(voterOf(lane, voter))).get(castBallot, { pollId, chosen: names });
    const after = copyOf(pollId);
    secrets.push({ seen: { before, after, voter, place, atMs: cloud.clock.nowMs() }, chosen });
    before = after;
  }
}

beforeAll(async () => {
  cloud = await startTestCloud({ functions: ['star', 'clock'], templates: LOCAL_TEMPLATES });
  const lanes = Array.from({ length: BRANCHES }, (_, lane) => lane);
  await plantOnly(cloud, {
    branches: lanes.map((lane) => aBranch(branchOf(lane))),
    rotations: [aRotation()],
    members: lanes.flatMap((lane) =>
      voters.map((index) =>
        aMember(voterOf(lane, index), {
          branchId: branchOf(lane),
          roles: index === OFFICER ? ['member', 'secretary'] : ['member'],
          crewHistory: [{ crewId: `crew-${(index % 5) + 1}`, fromDay: '2024-01-01' as never }],
        }),
      ),
    ),
  });
  const dice = lanes.map((lane) => diceOf(lane + 1));
  await Promise.all(
    lanes.map(async (lane) => {
      const turns = Math.ceil((POLLS - lane) / BRANCHES);
      for (let turn = 0; turn < turns; turn += 1) {
        await hold(lane, monthOf(turn), dice[lane] ?? diceOf(0));
      }
    }),
  );
});
afterAll(() => cloud.stop());

/** Nonces are random: one run in 700 is farther off than three by chance, which a test of every day may not be. */
const ERRORS = isSoak ? 3 : 4;
/** How far a share seen in so many tries may be above `chance` by chance alone. */
const within = (chance: number, tries: number) =>
  ERRORS * Math.sqrt((chance * (1 - chance)) / tries);

test('whoever has a copy after every ballot, and knows who cast it when, guesses no better than chance', () => {
  expect(secrets).toHaveLength(POLLS * VOTERS);
  const middle = Math.floor(secrets.length / 2);
  const attack = bestAttack(secrets.slice(0, middle), CHOICES);
  const rest = secrets.slice(middle);
  const share = shareOf(attack, rest, CHOICES);
  expect(share).toBeLessThanOrEqual(1 / CHOICES + within(1 / CHOICES, rest.length));
});

type Box = PollDocument['box'];

/** A choice in the bytes of the seal, of every fourth ballot alone. */
function inTheSeal(box: Box, chosen: number, index: number): Box {
  const bytes = Buffer.from(box.seal, 'base64');
  if (index % 4 === 0) bytes[33] = chosen;
  return { ...box, seal: bytes.toString('base64') };
}

/** Each byte by itself is as random as before. */
function betweenTwoBytes(box: Box, chosen: number): Box {
  const bytes = Buffer.from(box.version, 'hex');
  bytes[7] = ((bytes[2] ?? 0) & 3) ^ chosen ^ ((bytes[7] ?? 0) & 252);
  return { ...box, version: bytes.toString('hex') };
}

test.each([
  ['ever so little', inTheSeal],
  ['by two bytes together', betweenTwoBytes],
])('the same attack sees through a box that leaks %s: it is no blind one', (_, leak) => {
  const leaky = secrets.map(({ seen, chosen }, index): Secret => {
    const after = { ...seen.after, box: leak(seen.after.box, chosen, index) };
    return { seen: { ...seen, after }, chosen };
  });
  const middle = Math.floor(leaky.length / 2);
  const rest = leaky.slice(middle);
  const share = shareOf(bestAttack(leaky.slice(0, middle), CHOICES), rest, CHOICES);
  expect(share).toBeGreaterThan(1 / CHOICES + within(1 / CHOICES, rest.length));
});

test('once the counts are published nobody guesses better than from the counts alone', async () => {
  cloud.clock.jump(TEST_START_MS + 40 * MS_PER_HOUR);
  const polls = new Map(secrets.map(({ seen }) => [seen.after._id, seen.after.branchId]));
  const published = new Map<string, readonly number[]>();
  for (const [pollId, branchId] of [...polls].slice(0, 400)) {
    const lane = Number(branchId.slice('branch-'.length));
    await phone(cloud, accountOf(voterOf(lane, OFFICER))).get(closePoll, { pollId });
    published.set(pollId, copyOf(pollId).result?.figures?.votes ?? []);
  }
  const votesOf = ({ after }: Observation) => published.get(after._id) ?? [];
  const known = secrets.filter(({ seen }) => published.has(seen.after._id));
  const cast = known.filter(({ seen, chosen }) => (votesOf(seen)[chosen] ?? 0) > 0);
  expect(cast).toHaveLength(known.length);
  const middle = Math.floor(known.length / 2);
  const attack = bestAttack(known.slice(0, middle), CHOICES);
  const rest = known.slice(middle);
  const guessed = guesses(attack, rest, votesOf);
  const gains = rest.map(({ seen, chosen }, index) => {
    const votes = votesOf(seen);
    const byCounts = votes.indexOf(Math.max(...votes)) === chosen ? 1 : 0;
    return (guessed[index] === chosen ? 1 : 0) - byCounts;
  });
  const mean = gains.reduce<number>((sum, gain) => sum + gain, 0) / gains.length;
  const square = gains.reduce<number>((sum, gain) => sum + (gain - mean) ** 2, 0) / gains.length;
  expect(mean).toBeLessThanOrEqual(ERRORS * Math.sqrt(square / gains.length) + 1e-9);
});

test('a ballot changes its box, of the same size, and nothing else in the whole database', async () => {
  const month = '2098-01';
  const list = voters.slice(0, CHOICES).map((index) => voterOf(0, index));
  await plant(cloud, { star_months: [aListedMonth(branchOf(0), list, month)] });
  const closesAtMs = cloud.clock.nowMs() + 2 * MS_PER_DAY;
  const officer = phone(cloud, accountOf(voterOf(0, OFFICER)));
  const { pollId } = await officer.get(openPoll, anOpening({ month, closesAtMs }));
  const requests = new Set<string>();
  for (const voter of voters.slice(0, 12)) {
    const chosen = list.slice(0, voter % 3);
    const before = everything();
    cloud.counts.reset();
    const ballot = { pollId, chosen, padding: ballotPadding(list, chosen) };
    const answer = await phone(cloud, accountOf(voterOf(0, voter))).get(castBallot, ballot);
    // What is written for it, and what comes back, is as long for each; who acts is read, and is longer or shorter by themselves.
    const written = cloud.counts.bytesByAction['database.modifyDocument'];
    const lengths = [JSON.stringify(ballot).length, JSON.stringify(answer).length];
    requests.add(JSON.stringify({ byAction: cloud.counts.byAction, written, lengths }));
    const after = everything();
    const without = (copy: typeof before) => ({
      ...copy,
      polls: copy['polls']?.map((poll) => ({ ...poll, box: null })),
    });
    expect(without(after)).toEqual(without(before));
    expect(JSON.stringify(after)).toHaveLength(JSON.stringify(before).length);
    const [was, is] = [before, after].map((copy) =>
      copy['polls']?.find(({ _id }) => _id === pollId),
    ) as unknown as [PollDocument, PollDocument];
    expect(is.box.marks).toEqual([...is.box.marks].sort());
    expect(is.box.marks.filter((mark) => was.box.marks.includes(mark))).toEqual([]);
  }
  expect(requests.size).toBe(1);
  expect(cloud.lines).toEqual([]);
});

async function runClock(ms: number): Promise<void> {
  cloud.clock.jump(cloud.clock.nowMs() + ms);
  await cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
}

/** A run of the clock looks at so many polls and no more: those of before are not to come first. */
async function endAllPolls(): Promise<void> {
  await runClock(3 * MS_PER_DAY);
  while ([...cloud.engine.collection('poll_looks').all()].length > 0) await runClock(MS_PER_HOUR);
}

test('an hour in which nobody votes looks like one in which everybody does', async () => {
  await endAllPolls();
  const month = '2098-02';
  const list = voters.slice(0, CHOICES).map((index) => voterOf(1, index));
  await plant(cloud, { star_months: [aListedMonth(branchOf(1), list, month)] });
  const closesAtMs = cloud.clock.nowMs() + 2 * MS_PER_DAY;
  const officer = phone(cloud, accountOf(voterOf(1, OFFICER)));
  const { pollId } = await officer.get(openPoll, anOpening({ month, closesAtMs }));
  const tick = async (ms: number) => {
    await runClock(ms);
    return copyOf(pollId);
  };
  const first = await tick(MS_PER_HOUR);
  const idle = await tick(MS_PER_HOUR + 10 * MS_PER_MINUTE);
  for (const voter of voters.slice(0, 5)) {
    await phone(cloud, accountOf(voterOf(1, voter))).get(castBallot, { pollId, chosen: [] });
  }
  const busy = await tick(MS_PER_HOUR);
  for (const [one, other] of [
    [first, idle],
    [idle, busy],
  ] as const) {
    const { box: oneBox, ...oneRest } = one;
    const { box: otherBox, ...otherRest } = other;
    expect(oneRest).toEqual(otherRest);
    expect(JSON.stringify(oneBox)).toHaveLength(JSON.stringify(otherBox).length);
    expect(oneBox.version).not.toBe(otherBox.version);
    expect(oneBox.marks.filter((mark) => otherBox.marks.includes(mark))).toEqual([]);
  }
});
