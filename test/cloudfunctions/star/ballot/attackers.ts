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

/** What each of these ballots shows of one thing, as whole numbers. */
export type Feature = (seen: readonly Observation[]) => ArrayLike<number>;

type Part = 'before' | 'seal' | 'version';
const BYTES: Readonly<Record<Part, (seen: Observation) => Buffer>> = {
  before: ({ before }) => Buffer.from(before.box.seal, 'base64'),
  seal: ({ after }) => Buffer.from(after.box.seal, 'base64'),
  version: ({ after }) => Buffer.from(after.box.version, 'hex'),
};

/** Thousands of features read the same bytes of the same ballots: by place, a byte of each ballot. */
const columns = new WeakMap<readonly Observation[], Map<Part, readonly Uint8Array[]>>();

function columnOf(all: readonly Observation[], part: Part, index: number): Uint8Array {
  const parts = columns.get(all) ?? new Map<Part, readonly Uint8Array[]>();
  columns.set(all, parts);
  const rows = parts.get(part) ?? turned(all.map(BYTES[part]));
  parts.set(part, rows);
  return rows[index] ?? new Uint8Array(all.length);
}

const turned = (rows: readonly Buffer[]): readonly Uint8Array[] =>
  Array.from(rows[0] ?? [], (_, index) => Uint8Array.from(rows, (row) => row[index] ?? 0));

const sizeOf = (poll: PollDocument) => JSON.stringify(poll).length;
const newMarks = ({ before, after }: Observation) =>
  after.box.marks.filter((mark) => !before.box.marks.includes(mark));

/** What two bytes that are not random together may tell, by the difference of the two. */
const END = Uint8Array.from({ length: 256 }, (_, byte) => byte & 3);
const BEGINNING = Uint8Array.from({ length: 256 }, (_, byte) => byte >> 6);
const PARITY = Uint8Array.from(
  { length: 256 },
  (_, byte) => byte.toString(2).replaceAll('0', '').length % 2,
);

const ofEach =
  (of: (seen: Observation) => number): Feature =>
  (all) =>
    all.map(of);

const ofByte =
  (part: Part, index: number): Feature =>
  (all) =>
    columnOf(all, part, index);

type Place = readonly [Part, number];
const ofTwoBytes =
  ([onePart, one]: Place, [otherPart, other]: Place, of: (a: number, b: number) => number) =>
  (all: readonly Observation[]) => {
    const others = columnOf(all, otherPart, other);
    return columnOf(all, onePart, one).map((byte, index) => of(byte, others[index] ?? 0));
  };

const difference = (table: Uint8Array) => (a: number, b: number) => table[a ^ b] ?? 0;
const end = difference(END);
const beginning = difference(BEGINNING);
const parity = difference(PARITY);

/** Whatever could follow from a choice: every byte of the seal by itself, against the one before, and so on. */
export function features(sample: Observation): Readonly<Record<string, Feature>> {
  const all: Record<string, Feature> = {
    size: ofEach(({ after }) => sizeOf(after)),
    'change of size': ofEach(({ before, after }) => sizeOf(after) - sizeOf(before)),
    'size of the seal': ofEach(({ after }) => after.box.seal.length),
    'marks that are new': ofEach((seen) => newMarks(seen).length),
    'where the first new mark stands': ofEach((seen) =>
      seen.after.box.marks.indexOf(newMarks(seen)[0] ?? ''),
    ),
    'where the voter stands': ofEach(({ voter }) => voter),
    'how many were before': ofEach(({ place }) => place),
    'the second': ofEach(({ atMs }) => Math.floor(atMs / 1000) % 60),
    'the rest of the version': ofEach(
      ({ after }) => Number.parseInt(after.box.version.slice(-8), 16) % 64,
    ),
  };
  for (let index = 0; index < BYTES.seal(sample).length; index += 1) {
    const [before, after] = [['before', index] as const, ['seal', index] as const];
    all[`byte ${index} of the seal`] = ofByte(...after);
    all[`byte ${index} of both seals`] = ofTwoBytes(before, after, (a, b) => a ^ b);
    all[`byte ${index} of both seals, subtracted`] = ofTwoBytes(
      before,
      after,
      (a, b) => (b - a) & 255,
    );
  }
  for (let index = 0; index < BYTES.version(sample).length; index += 1) {
    all[`byte ${index} of the version`] = ofByte('version', index);
  }
  for (const part of ['seal', 'version'] as const) {
    const { length } = BYTES[part](sample);
    for (let one = 0; one < length; one += 1) {
      all[`the end of byte ${one} of the ${part}`] = (seen) =>
        columnOf(seen, part, one).map((byte) => byte & 3);
      for (let other = one + 1; other < length; other += 1) {
        const both = [[part, one] as const, [part, other] as const] as const;
        const pair = `bytes ${one} and ${other} of the ${part}`;
        all[`${pair}, the end`] = ofTwoBytes(...both, end);
        if (part === 'seal' && !isSoak) continue;
        all[`${pair}, the beginning`] = ofTwoBytes(...both, beginning);
        all[`${pair}, parity`] = ofTwoBytes(...both, parity);
      }
    }
  }
  sample.after.box.marks.forEach((_, index) => {
    all[`mark ${index}`] = ofEach(({ after }) =>
      Number.parseInt(after.box.marks[index]?.slice(-2) ?? '', 16),
    );
  });
  return all;
}

/** How often each was chosen where a feature had a value: `choices` numbers for each value from `least` on. */
interface Table {
  readonly least: number;
  readonly choices: number;
  readonly times: Int32Array;
}

function learn(values: ArrayLike<number>, chosen: Uint8Array, choices: number): Table {
  let least = values[0] ?? 0;
  let most = least;
  // Names of all JavaScript are slow to reach in a test: none in what runs a billion times.
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const times = new Int32Array((most - least + 1) * choices);
  for (let index = 0; index < values.length; index += 1) {
    const at = ((values[index] ?? 0) - least) * choices + (chosen[index] ?? 0);
    times[at] = (times[at] ?? 0) + 1;
  }
  return { least, choices, times };
}

/** By the table alone, or, weighed by how often each was chosen in the poll, by the counts that were published. */
function likeliest(
  { least, choices, times }: Table,
  value: number,
  weights: readonly number[],
): number {
  let best = 0;
  let most = -1;
  for (let choice = 0; choice < choices; choice += 1) {
    const likely = (weights[choice] ?? 0) * ((times[(value - least) * choices + choice] ?? 0) + 1);
    if (likely > most) {
      best = choice;
      most = likely;
    }
  }
  return best;
}

export interface Attack {
  readonly name: string;
  readonly feature: Feature;
  readonly table: Table;
}

const seenIn = (secrets: readonly Secret[]) => secrets.map(({ seen }) => seen);
const chosenIn = (secrets: readonly Secret[]) => Uint8Array.from(secrets, ({ chosen }) => chosen);

/** The rule that does best on ballots it was not made from; made from the first half of these, chosen by the second. */
export function bestAttack(known: readonly Secret[], choices: number): Attack {
  const middle = Math.floor(known.length / 2);
  const [made, tried] = [known.slice(0, middle), known.slice(middle)];
  const [sample] = known;
  if (sample === undefined) throw new Error('an attack learns from something');
  const [from, on] = [seenIn(made), seenIn(tried)];
  const [chosenFrom, chosenOn] = [chosenIn(made), chosenIn(tried)];
  const even = new Array<number>(choices).fill(1);
  let best: (Attack & { right: number }) | undefined;
  for (const [name, feature] of Object.entries(features(sample.seen))) {
    const table = learn(feature(from), chosenFrom, choices);
    const { least, times } = table;
    const says = Array.from({ length: times.length / choices }, (_, value) =>
      likeliest(table, least + value, even),
    );
    const values = feature(on);
    let right = 0;
    for (let index = 0; index < values.length; index += 1) {
      if ((says[(values[index] ?? 0) - least] ?? 0) === chosenOn[index]) right += 1;
    }
    if (best === undefined || right > best.right) best = { name, feature, table, right };
  }
  if (best === undefined) throw new Error('an attack looks at something');
  return best;
}

/** Of each ballot, whom the attack takes to be chosen. */
export function guesses(
  { feature, table }: Attack,
  secrets: readonly Secret[],
  weightsOf: (seen: Observation) => readonly number[],
): readonly number[] {
  const values = feature(seenIn(secrets));
  return secrets.map(({ seen }, index) => likeliest(table, values[index] ?? 0, weightsOf(seen)));
}

/** Of ballots that are guessed, 0 to 1. */
export function shareOf(attack: Attack, secrets: readonly Secret[], choices: number): number {
  const even = new Array<number>(choices).fill(1);
  const guessed = guesses(attack, secrets, () => even);
  return secrets.filter(({ chosen }, index) => guessed[index] === chosen).length / secrets.length;
}
