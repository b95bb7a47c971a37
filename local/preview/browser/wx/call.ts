export interface CallbackOptions {
  success?: (result: object) => void;
  fail?: (error: object) => void;
  complete?: (result: object) => void;
}

/** A failure with the fields that the real client gives beside `errMsg`. */
export class WxFailure extends Error {
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(message: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.extra = extra;
  }
}

type Work<Options> = (options: Options) => unknown;
type WxCall<Options> = (options?: Options & CallbackOptions) => Promise<object> | undefined;

/**
 * An asynchronous call of the platform: callbacks when given, a promise otherwise, as on a phone.
 * `work` starts at once, so that it still sees the tap that caused it; what it returns becomes the
 * result, what it throws becomes `<name>:fail <message>`.
 */
export function wxCall<Options extends object>(name: string, work: Work<Options>): WxCall<Options> {
  return (options) => {
    const given = options ?? ({} as Options & CallbackOptions);
    const done = run(name, () => work(given));
    if (!given.success && !given.fail && !given.complete) return done;
    done.then(
      (result) => {
        outside(() => given.success?.(result));
        outside(() => given.complete?.(result));
      },
      (error: unknown) => {
        outside(() => given.fail?.(error as object));
        outside(() => given.complete?.(error as object));
      },
    );
    return undefined;
  };
}

/** An exception in a callback is an uncaught error of the page, not a rejection of the call. */
function outside(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}

async function run(name: string, work: () => unknown): Promise<object> {
  try {
    const result = await work();
    return { ...(result as object | undefined), errMsg: `${name}:ok` };
  } catch (error) {
    const extra = error instanceof WxFailure ? error.extra : {};
    const errMsg = `${name}:fail ${error instanceof Error ? error.message : String(error)}`;
    // Pages compare `errMsg` and `errCode`; an Error lets an uncaught one be shown with its stack.
    throw Object.assign(new Error(errMsg, { cause: error }), { errMsg, ...extra });
  }
}
