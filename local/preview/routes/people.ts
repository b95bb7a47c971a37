import type { IncomingMessage } from 'node:http';

/** A person of the demo organisation, for whom a phone can be opened. */
export interface PreviewPerson {
  readonly id: string;
  /** The WeChat account that the phone of this person has. */
  readonly openId: string;
}

export type People = () => Promise<readonly PreviewPerson[]>;

/** Whose phone it is: a person's own account, or an account that nobody else has for a guest. */
export async function openIdOf(phone: string, people: People): Promise<string> {
  const person = (await people()).find(({ id }) => id === phone);
  return person?.openId ?? `guest-${phone}`;
}

/** The account behind a request of a phone page. */
export function callerOf(request: IncomingMessage, people: People): Promise<string> {
  const phone = request.headers['x-phone'];
  return openIdOf(typeof phone === 'string' ? decodeURIComponent(phone) : 'guest', people);
}
