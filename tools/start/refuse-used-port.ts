import { createServer } from 'node:net';

/** Rejects with EADDRINUSE or EACCES at once, before anything is built for nothing. */
export async function refuseUsedPort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
