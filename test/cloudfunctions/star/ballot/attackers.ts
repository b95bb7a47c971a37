import type { PollDocument } from '../../../../cloudfunctions/_store/star/poll-document';
import { isSoak } from '../../../long-by-nature';

/** All that somebody sees of one ballot who has copies of the database, the logs and the clock. */
export interface Observation {
  readonly before: PollDocument;
  readonly after: PollDocument;
  /** Who cast it, as the platform's log of calls has it: by their place on the roll. */
  readonly voter: number;
  readonly atMs: number;
  /** How many there were before in the poll. */
  readonly place: number;
}

/** What the attack wants to know: the place of the chosen one on the list. */
export interface Secret {
  readonly seen: Observation;
  readonly chosen: number;
}

export type Feature = (seen: Observation) => number;

/** Many features read the same bytes. */
function remembered(bytesOf: (poll: PollDocument) => Buffer): (poll: PollDocument) => Buffer {
  const known = new WeakMap<PollDocument, Buffer>();
  return (poll) => {
    const bytes = known.get(poll) ?? bytesOf(poll);
    known.set(poll, bytes);
    return bytes;
  };
}

const sealOf = remembered(({ box }) => Buffer.from(box.seal, 'base64'));
const versionOf = remembered(({ box }) => Buffer.from(box.version, 'hex'));
const at = (bytes: Buffer, index: number) => bytes[index] ?? 0;
const parityOf = (byte: number): number => byte.toString(2).replaceAll('0', '').length % 2;
const sizeOf = (poll: PollDocument) => JSON.stringify(poll).length;
const newMarks = ({ before, after }: Observation) =>
  after.box.marks.filter((mark) => !before.box.marks.includes(mark));

/** Whatever could follow from a choice: every byte of the seal by itself, against the one before, and so on. */
export function features(sample: Observation): Readonly<Record<string, Feature>> {
  const all: Record<string, Feature> = {
    size: ({ after }) => sizeOf(after),
    'change of size': ({ before, after }) => sizeOf(after) - sizeOf(before),
    'size of the seal': ({ after }) => after.box.seal.length,
    'marks that are new': (seen) => newMarks(seen).length,
    'where the first new mark stands': (seen) =>
      seen.after.box.marks.indexOf(newMarks(seen)[0] ?? ''),
    'where the voter stands': ({ voter }) => voter,
    'how many were before': ({ place }) => place,
    'the second': ({ atMs }) => Math.floor(atMs / 1000) % 60,
    'the rest of the version': ({ after }) => Number.parseInt(after.box.version.slice(-8), 16) % 64,
  };
  for (let index = 0; index < sealOf(sample.after).length; index += 1) {
    all[`byte ${index} of the seal`] = ({ after }) => at(sealOf(after), index);
    all[`byte ${index} of both seals`] = ({ before, after }) =>
      at(sealOf(before), index) ^ at(sealOf(after), index);
    all[`byte ${index} of both seals, subtracted`] = ({ before, after }) =>
      (at(sealOf(after), index) - at(sealOf(before), index)) & 255;
  }
  for (let index = 0; index < versionOf(sample.after).length; index += 1) {
    all[`byte ${index} of the version`] = ({ after }) => at(versionOf(after), index);
  }
  const parts = { seal: sealOf, version: versionOf };
  for (const [name, bytesOf] of Object.entries(parts)) {
    const { length } = bytesOf(sample.after);
    for (let one = 0; one < length; one += 1) {
      all[`the end of byte ${one} of the ${name}`] = ({ after }) => at(bytesOf(after), one) & 3;
      for (let other = one + 1; other < length; other += 1) {
        const both = ({ after }: Observation) =>
          at(bytesOf(after), one) ^ at(bytesOf(after), other);
        const pair = `bytes ${one} and ${other} of the ${name}`;
        all[`${pair}, the end`] = (seen) => both(seen) & 3;
        if (name === 'seal' && !isSoak) continue;
        all[`${pair}, the beginning`] = (seen) => both(seen) >> 6;
        all[`${pair}, parity`] = (seen) => parityOf(both(seen));
      }
    }
  }
  sample.after.box.marks.forEach((_, index) => {
    all[`mark ${index}`] = ({ after }) =>
      Number.parseInt(after.box.marks[index]?.slice(-2) ?? '', 16);
  });
  return all;
}

/** How often each was chosen where a feature had a value. */
type Table = ReadonlyMap<number, readonly number[]>;

function learn(feature: Feature, from: readonly Secret[], choices: number): Table {
  const table = new Map<number, number[]>();
  for (const { seen, chosen } of from) {
    const value = feature(seen);
    const row = table.get(value) ?? new Array<number>(choices).fill(0);
    row[chosen] = (row[chosen] ?? 0) + 1;
    table.set(value, row);
  }
  return table;
}

/** By the table alone, or, weighed by how often each was chosen in the poll, by the counts that were published. */
export function guess(
  table: Table,
  feature: Feature,
  seen: Observation,
  weights: readonly number[],
): number {
  const row = table.get(feature(seen)) ?? [];
  const likely = weights.map((weight, choice) => weight * ((row[choice] ?? 0) + 1));
  return likely.indexOf(Math.max(...likely));
}

export interface Attack {
  readonly name: string;
  readonly feature: Feature;
  readonly table: Table;
}

/** The rule that does best on ballots it was not made from; made from the first half of these, chosen by the second. */
export function bestAttack(known: readonly Secret[], choices: number): Attack {
  const middle = Math.floor(known.length / 2);
  const [made, tried] = [known.slice(0, middle), known.slice(middle)];
  const [sample] = known;
  if (sample === undefined) throw new Error('an attack learns from something');
  const even = new Array<number>(choices).fill(1);
  const attacks = Object.entries(features(sample.seen)).map(([name, feature]) => {
    const table = learn(feature, made, choices);
    return { name, feature, table, share: shareOf({ name, feature, table }, tried, () => even) };
  });
  return attacks.reduce((best, each) => (each.share > best.share ? each : best));
}

/** Of ballots that are guessed, 0 to 1. */
export function shareOf(
  { table, feature }: Attack,
  secrets: readonly Secret[],
  weightsOf: (seen: Observation) => readonly number[],
): number {
  const right = secrets.filter(
    ({ seen, chosen }) => guess(table, feature, seen, weightsOf(seen)) === chosen,
  );
  return right.length / secrets.length;
}
