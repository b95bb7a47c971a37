type Settle = (value: unknown) => void;

/**
 * A Promise as the base library gives it on iOS 15 and below: what waits for it is called in a task
 * of its own, not in a microtask. As much of it as compiled async functions and our pages use.
 */
export class TaskPromise {
  #state: 'open' | 'kept' | 'broken' = 'open';
  #value: unknown;
  readonly #waiting: (() => void)[] = [];

  constructor(run: (resolve: Settle, reject: Settle) => void) {
    const reject: Settle = (reason) => this.#settle('broken', reason);
    const resolve: Settle = (value) => {
      if (value instanceof TaskPromise) value.then(resolve, reject);
      else this.#settle('kept', value);
    };
    try {
      run(resolve, reject);
    } catch (error) {
      reject(error);
    }
  }

  then(onKept?: (value: unknown) => unknown, onBroken?: (reason: unknown) => unknown): TaskPromise {
    return new TaskPromise((resolve, reject) => {
      const tell = () => {
        const callback = this.#state === 'kept' ? onKept : onBroken;
        try {
          if (callback != null) resolve(callback(this.#value));
          else (this.#state === 'kept' ? resolve : reject)(this.#value);
        } catch (error) {
          reject(error);
        }
      };
      const tellLater = () => void setTimeout(tell, 0);
      if (this.#state === 'open') this.#waiting.push(tellLater);
      else tellLater();
    });
  }

  catch(onBroken: (reason: unknown) => unknown): TaskPromise {
    return this.then(undefined, onBroken);
  }

  static resolve(value?: unknown): TaskPromise {
    return new TaskPromise((resolve) => resolve(value));
  }

  static all(values: readonly unknown[]): TaskPromise {
    return new TaskPromise((resolve, reject) => {
      const results: unknown[] = [];
      let open = values.length;
      if (open === 0) resolve(results);
      for (const [index, value] of values.entries()) {
        TaskPromise.resolve(value).then((result) => {
          results[index] = result;
          open -= 1;
          if (open === 0) resolve(results);
        }, reject);
      }
    });
  }

  #settle(state: 'kept' | 'broken', value: unknown): void {
    if (this.#state !== 'open') return;
    this.#state = state;
    this.#value = value;
    for (const tell of this.#waiting.splice(0)) tell();
  }
}
