import { type CloudTime, setCloudTime } from '../clock';
import { settings } from '../settings';
import { WxFailure, wxCall } from './call';

/** A weak network: slow, and now and then an answer gets lost after the cloud has acted. */
const WEAK_DELAY_MS = 2500;
const WEAK_LOSS_SHARE = 0.2;
/** Longer than any function may run. */
const CALL_TIMEOUT_MS = 60_000;

interface CallOptions {
  name: string;
  data?: object;
}

interface CallAnswer extends CloudTime {
  result?: unknown;
  requestId?: string;
  /** Set when the call did not reach a function or the function threw. */
  error?: { errCode: number; message: string };
}

const callFunction = wxCall('cloud.callFunction', async ({ name, data }: CallOptions) => {
  const answer = await viaNetwork<CallAnswer>(() =>
    fetch(`/preview/call/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-phone': encodeURIComponent(settings.phone),
      },
      body: JSON.stringify(data ?? {}),
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    }),
  );
  setCloudTime(answer);
  if (answer.error !== undefined) {
    const { errCode, message } = answer.error;
    throw new WxFailure(`errCode: ${errCode} | errMsg: ${message}`, { errCode });
  }
  return { result: answer.result, requestID: answer.requestId };
});

export const cloud = {
  init: () => undefined,
  callFunction,
};

/** Runs a request as the phone's network lets it; a lost one fails like the real client's. */
export async function viaNetwork<T>(request: () => Promise<Response>): Promise<T> {
  if (settings.network === 'offline') throw networkError();
  if (settings.network === 'weak') await new Promise((end) => setTimeout(end, WEAK_DELAY_MS));
  let response: Response;
  try {
    response = await request();
  } catch {
    throw networkError();
  }
  const isLost = settings.network === 'weak' && Math.random() < WEAK_LOSS_SHARE;
  if (isLost) throw networkError();
  return (await response.json()) as T;
}

function networkError(): WxFailure {
  return new WxFailure('errCode: -1 | errMsg: request:fail network error', { errCode: -1 });
}
