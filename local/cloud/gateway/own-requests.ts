import type { IncomingHttpHeaders } from 'node:http';

const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u;

/**
 * Whether a request is one of our own pages or of a program on this machine. A foreign page that a
 * browser here has open names itself as the origin of what it sends; one whose name has been pointed
 * at this machine (DNS rebinding) asks for another host.
 */
export function isOwnRequest({ host = '', origin }: IncomingHttpHeaders): boolean {
  if (!LOCAL_HOST.test(host)) return false;
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
}

/** What a page can send anywhere without asking first, as a form does, is none of these. */
const OWN_TYPE = /^application\/(?:json|octet-stream)\b/u;

/** Whether what is sent along is of a kind that no foreign page can send; of reading nothing is asked. */
export function hasOwnType(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  return OWN_TYPE.test(headers['content-type'] ?? '');
}
