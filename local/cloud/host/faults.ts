import { createGate, type Gate, type HeldGate } from './gate';

/**
 * What can go wrong with one invocation. `kill-before`: the instance dies before the function
 * starts; `kill-after`: it dies after the function has finished; `drop-reply`: the function ran
 * and its answer is lost on the way. In the last two the caller cannot know what happened.
 */
export type Fault = 'kill-before' | 'kill-after' | 'drop-reply';

/**
 * The place inside an invocation at which its instance dies: around the nth request, from 1, that it
 * sends, or around the nth of one action. `before`: the request does nothing; `after`: it is carried
 * out and its answer is lost with the instance.
 */
export interface KillPoint {
  readonly action?: string;
  readonly nth: number;
  readonly when: 'before' | 'after';
}

/** Chances per invocation, from 0 to 1. Their sum must not pass 1. */
export type FaultRates = Partial<Record<Fault, number>>;

/** The switch by which tests make invocations fail, by name or by a seeded dice. */
export class Faults {
  readonly #planned = new Map<string, Fault[]>();
  readonly #killPoints = new Map<string, KillPoint[]>();
  readonly #gates = { before: new Map<string, HeldGate[]>(), after: new Map<string, HeldGate[]>() };
  #dice: { next: () => number; rates: FaultRates } | undefined;

  /** The next invocation of `fn` that nothing else is planned for fails in this way. */
  next(fn: string, fault: Fault): void {
    queueOf(this.#planned, fn).push(fault);
  }

  /** The next invocation of `fn` that no place is planned for dies in this place, if it gets there. */
  killAt(fn: string, point: KillPoint): void {
    queueOf(this.#killPoints, fn).push(point);
  }

  /** Every invocation may fail; the same seed gives the same failures in the same order. */
  seed(seed: number, rates: FaultRates): void {
    this.#dice = { next: seededRandom(seed), rates };
  }

  /** Holds the next invocation of `fn` before the function starts. */
  holdBefore(fn: string): Gate {
    return hold(this.#gates.before, fn);
  }

  /** Holds the reply of the next invocation of `fn` after the function has finished. */
  holdReply(fn: string): Gate {
    return hold(this.#gates.after, fn);
  }

  /** Forgets everything planned and opens every gate. */
  clear(): void {
    this.#planned.clear();
    this.#killPoints.clear();
    this.#dice = undefined;
    for (const gates of Object.values(this.#gates)) {
      for (const queue of gates.values()) for (const gate of queue) gate.open();
      gates.clear();
    }
  }

  /** For the host: what happens to the invocation of `fn` that starts now. */
  draw(fn: string): Fault | undefined {
    return this.#planned.get(fn)?.shift() ?? this.#throwDice();
  }

  /** For the host: where the invocation of `fn` that starts now dies. */
  drawKillPoint(fn: string): KillPoint | undefined {
    return this.#killPoints.get(fn)?.shift();
  }

  /** For the host: waits if a test holds an invocation here. */
  async pass(place: 'before' | 'after', fn: string): Promise<void> {
    await this.#gates[place].get(fn)?.shift()?.arrive();
  }

  #throwDice(): Fault | undefined {
    if (this.#dice === undefined) return undefined;
    let roll = this.#dice.next();
    for (const [fault, rate] of Object.entries(this.#dice.rates) as [Fault, number][]) {
      if (roll < rate) return fault;
      roll -= rate;
    }
    return undefined;
  }
}

function queueOf<T>(queues: Map<string, T[]>, fn: string): T[] {
  const queue = queues.get(fn) ?? [];
  queues.set(fn, queue);
  return queue;
}

function hold(gates: Map<string, HeldGate[]>, fn: string): Gate {
  const gate = createGate();
  queueOf(gates, fn).push(gate);
  return gate;
}

/** mulberry32: small, and the same on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
