import { settings } from '../settings';
import { WxFailure } from './call';

/** A weak network: slow, and now and then an answer gets lost after the cloud has acted. */
const WEAK_DELAY_MS = 2500;
const WEAK_LOSS_SHARE = 0.2;

/** Runs a request as the phone's network lets it; a lost one fails like the real client's. */
export async function viaNetwork<T>(request: () => Promise<Response>): Promise<T> {
  const response = await respond(request);
  return (await response.json()) as T;
}

export async function respond(request: () => Promise<Response>): Promise<Response> {
  if (settings.network === 'offline') throw networkError();
  const isWeak = settings.network === 'weak';
  if (isWeak) await new Promise((end) => setTimeout(end, WEAK_DELAY_MS));
  const response = await request().catch(() => {
    throw networkError();
  });
  if (isWeak && Math.random() < WEAK_LOSS_SHARE) throw networkError();
  if (!response.ok)
    throw new WxFailure(`request:fail statusCode ${response.status}`, { errCode: -1 });
  return response;
}

function networkError(): WxFailure {
  return new WxFailure('errCode: -1 | errMsg: request:fail network error', { errCode: -1 });
}
