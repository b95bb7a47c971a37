import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { writeFileDurably } from '../files/durable-write';

/**
 * Who may ask: whoever has the address, of which the token is a part, as SDKs have it and the person
 * at the terminal; and their browser, which keeps it as a cookie once it has opened the address. So
 * neither other pages nor other users of this machine, who all reach the port, can do anything.
 */
export interface Access {
  /** Path that gives a browser the cookie, for whoever has it. */
  readonly enterPath: string;
  /** As enterPath, once: the arguments of a program, as a browser is started with, are seen by all users. */
  ticketPath(): string;
  /** Path for the SDK. */
  readonly adminPath: string;
  /** As a header of the answer to whoever has entered. */
  readonly setCookie: string;
  /** Whether a path is one of these; a ticket is used up by it. */
  enters(path: string): boolean;
  hasEntered(headers: IncomingHttpHeaders): boolean;
}

/** Names the port, because a browser sends a cookie to all ports of a host. */
export function accessBy(token: string, port: number): Access {
  const name = `qingfeng-${port}`;
  const tickets = new Set<string>();
  return {
    enterPath: `/${token}`,
    ticketPath: () => {
      const path = `/${newToken()}`;
      tickets.add(path);
      return path;
    },
    enters: (path) => isSameText(path, `/${token}`) || tickets.delete(path),
    adminPath: `/${token}/admin`,
    setCookie: `${name}=${token}; Path=/; HttpOnly; SameSite=Strict`,
    hasEntered: ({ cookie = '' }) =>
      cookie.split(/; */u).some((pair) => isSameText(pair, `${name}=${token}`)),
  };
}

const FILE = 'token';

/** The token of a data folder, so that a phone that is open goes on after a restart; without one, a new one. */
export function tokenOf(dataDir: string | undefined): string {
  if (dataDir === undefined) return newToken();
  const file = join(dataDir, FILE);
  const kept = readIfThere(file);
  if (/^[\w-]{32}$/u.test(kept)) return kept;
  const token = newToken();
  writeFileDurably(file, Buffer.from(token));
  return token;
}

function newToken(): string {
  return randomBytes(24).toString('base64url');
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function isSameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
