import type { LocalCloud } from '../../local/cloud/start-local-cloud';

/** What is said when everything runs: the address, and where nobody is, how the first person comes in. */
export function readyLines({
  engine,
  address,
}: Pick<LocalCloud, 'engine' | 'address'>): readonly string[] {
  const [anybody] = engine.collection('members').all();
  if (anybody !== undefined) return [`清风 is ready: ${address}`, 'Ctrl-C stops it.'];
  return [
    `清风 is ready, and nobody is there yet: ${address}`,
    'The first officer is let in from another terminal; name and staff number may be others:',
    `  npm run deploy -- --local ${address} --first-officer "王海,QY001"`,
    'Ctrl-C stops it.',
  ];
}
