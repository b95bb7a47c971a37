import cloud from 'wx-server-sdk';

type Call = (parameters: Readonly<Record<string, unknown>>) => Promise<Answer>;
type Answer = Readonly<Record<string, unknown>> & { readonly errCode?: unknown };

interface OpenApi {
  readonly subscribeMessage: { readonly send: Call };
  readonly security: { readonly msgSecCheck: Call; readonly mediaCheckAsync: Call };
}

let isReady = false;

/** WeChat's server APIs by cloud call; which of them a function may use stands in its config.json. */
export function openApi(): OpenApi {
  // The SDK's types know no symbol here, its documentation and code do.
  if (!isReady) cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
  isReady = true;
  // The SDK types every cloud call as `any`.
  return (cloud as unknown as { readonly openapi: OpenApi }).openapi;
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
