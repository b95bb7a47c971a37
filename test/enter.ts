export interface Entered {
  /** Without a path. */
  readonly url: string;
  /** For what is asked there. */
  readonly headers: Readonly<Record<'cookie' | 'content-type', string>>;
}

/** Opens the address that npm start prints, as a browser does, and gives what is needed from then on. */
export async function enter(address: string): Promise<Entered> {
  const { headers } = await fetch(address, { redirect: 'manual' });
  const [cookie = ''] = headers.get('set-cookie')?.split(';') ?? [];
  return { url: new URL(address).origin, headers: { cookie, 'content-type': 'application/json' } };
}
