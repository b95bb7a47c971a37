/** Holds one piece of work at a place until a test opens it: no waiting by the watch. */
export interface Gate {
  /** Resolves when the work has arrived at the gate. */
  readonly reached: Promise<void>;
  open(): void;
}

export interface HeldGate extends Gate {
  /** For the work itself: says that it is here and waits. */
  readonly arrive: () => Promise<void>;
}

export function createGate(): HeldGate {
  const reached = signal();
  const opened = signal();
  return {
    reached: reached.promise,
    open: opened.fire,
    arrive: () => {
      reached.fire();
      return opened.promise;
    },
  };
}

function signal(): { promise: Promise<void>; fire: () => void } {
  let fire: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (fire = resolve));
  return { promise, fire };
}
