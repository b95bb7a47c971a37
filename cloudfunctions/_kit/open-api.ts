type Call = (parameters: Readonly<Record<string, unknown>>) => Promise<Answer>;
type Answer = Readonly<Record<string, unknown>> & { readonly errCode?: unknown };

interface OpenApi {
  readonly subscribeMessage: { readonly send: Call };
  readonly security: { readonly msgSecCheck: Call; readonly mediaCheckAsync: Call };
}

interface Cloud {
  readonly openapi: OpenApi;
}

let ready: Promise<Cloud> | undefined;

/**
 * WeChat's server APIs by cloud call; which of them a function may use stands in its config.json. Its
 * SDK runs when the first call of an instance needs it, so that no other call waits for it. `openapi`
 * itself is no answer of a promise: it takes `then` for one of its APIs.
 */
export function wechatCloud(): Promise<Cloud> {
  ready ??= load();
  return ready;
}

async function load(): Promise<Cloud> {
  const { default: cloud } = await import('wx-server-sdk');
  // The SDK's types know no symbol here, its documentation and code do.
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
  // The SDK types every cloud call as `any`.
  return cloud as unknown as Cloud;
}

/** What comes first: the answer of a cloud call, or `instead` after so long. */
export async function within<T>(ms: number, work: Promise<T>, instead: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(instead), ms);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
