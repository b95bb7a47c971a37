export interface CallbackOptions {
  success?: (result: object) => void;
  fail?: (error: object) => void;
  complete?: (result: object) => void;
}

/** A failure with the number that the real client gives beside `errMsg`. */
export class WxFailure extends Error {
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(message: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.extra = extra;
  }
}

/**
 * An asynchronous call of the platform: callbacks when given, a promise otherwise, as on a phone.
 * The work starts at once, so that it still sees the tap that caused it.
 */
export function wxCall<Options extends object>(
  name: string,
  work: (options: Options) => object | undefined | void | Promise<object | undefined | void>,
): (options?: Options & CallbackOptions) => Promise<object> | undefined {
  return (options) => {
    const given = options ?? ({} as Options & CallbackOptions);
    const done = run(name, () => work(given));
    if (!given.success && !given.fail && !given.complete) return done;
    done
      .then(
        (result) => {
          given.success?.(result);
          given.complete?.(result);
        },
        (error: unknown) => {
          given.fail?.(error as object);
          given.complete?.(error as object);
        },
      )
      .catch((error: unknown) => {
        // Outside of the chain, so that it counts as an uncaught error of the page.
        setTimeout(() => {
          throw error;
        });
      });
    return undefined;
  };
}

async function run(
  name: string,
  work: () => object | undefined | void | Promise<object | undefined | void>,
): Promise<object> {
  try {
    const result = await work();
    return { ...result, errMsg: `${name}:ok` };
  } catch (error) {
    const extra = error instanceof WxFailure ? error.extra : {};
    const reason = error instanceof Error ? error.message : String(error);
    // Promise rejections of the platform are plain objects with errMsg, and pages compare them.
    throw Object.assign(new Error(`${name}:fail ${reason}`), {
      errMsg: `${name}:fail ${reason}`,
      ...extra,
    });
  }
}
