import { isSoak } from '../../long-by-nature';
import { startTestCloud, type TestCloud } from '../../worlds/test-cloud';
import { LOCAL_TEMPLATES } from '../../../local/world/templates';
import { unreadableIn } from '../_store/unreadable';
import { audit } from './audit';
import type { SimulationLog } from './log';
import { simulate } from './simulate';

const days = isSoak ? 90 : 8;
const seeds = isSoak ? [20250305, 7, 11] : [3];
const messages = Math.round((days * 2000) / 90);

let cloud: TestCloud;
let log: SimulationLog;
beforeAll(async () => {
  const functions = ['notify', 'clock', 'member', 'wxevents'];
  cloud = await startTestCloud({ functions, templates: LOCAL_TEMPLATES });
});
afterAll(() => cloud.stop());

describe.each(seeds)(
  `${days} days of 300 people, and everything that goes wrong (seed %i)`,
  (seed) => {
    beforeAll(async () => {
      log = await simulate(cloud, { seed, days, messages });
    }, 400_000);

    test('break no promise', () => {
      const written = log.editions.filter(({ id }) => /^m-\d+_1$/u.test(id));
      expect(written.length).toBeGreaterThanOrEqual(messages);
      expect(audit(log)).toEqual([]);
    });

    test('leave only documents that can be read', async () => {
      expect(await unreadableIn(cloud)).toEqual([]);
    });

    test('have met what they are to prove', () => {
      const outcomes = new Set(log.fates.flatMap((fate) => fate.outcomes));
      expect([...outcomes].sort()).toEqual([
        'failed',
        'inbox-only',
        'no-credit',
        'not-concerned',
        'sent',
        'too-late',
        'unknown',
      ]);
      expect(log.sends.length).toBeGreaterThan(messages / 2);
      expect(log.sends.some(({ count }) => count > 1)).toBe(true);
      expect(log.departed.size).toBeGreaterThan(0);
      expect(log.editions.some(({ isOver }) => isOver)).toBe(true);
    });

    test('would not pass with one send too many, one in the night or one lost entry', () => {
      const [send] = log.sends.filter(({ isUrgent, told }) => !isUrgent && told.length === 1);
      if (send === undefined) throw new Error('nothing was sent');
      const nightMs = Math.floor(send.atMs / 86_400_000) * 86_400_000 + 18 * 3_600_000;
      expect(audit({ ...log, sends: [...log.sends, send] })).not.toEqual([]);
      const woken = audit({ ...log, sends: log.sends.map((each) => ({ ...each, atMs: nightMs })) });
      expect(woken.join('\n')).toContain('woken');
      const inboxes = log.inboxes.map((look) => ({ ...look, shown: look.shown.slice(1) }));
      expect(audit({ ...log, inboxes })).not.toEqual([]);
    });
  },
);
