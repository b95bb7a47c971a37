import { startTestCloud, type TestCloud } from '../../../local/cloud/testing/test-cloud';
import { LOCAL_TEMPLATES } from '../../../local/world/templates';
import { audit } from './audit';
import type { SimulationLog } from './log';
import { MESSAGES, simulate } from './simulate';

const SEED = 20250305;

let cloud: TestCloud;
let log: SimulationLog;
beforeAll(async () => {
  const functions = ['notify', 'clock', 'member', 'wxevents'];
  cloud = await startTestCloud({ functions, templates: LOCAL_TEMPLATES });
  log = await simulate(cloud, SEED);
}, 400_000);
afterAll(() => cloud.stop());

describe(`ninety days of 300 people on five rotations, and everything that goes wrong (seed ${SEED})`, () => {
  test('break no promise', () => {
    const written = log.editions.filter(({ id }) => /^m-\d+_1$/u.test(id));
    expect(written.length).toBeGreaterThanOrEqual(MESSAGES);
    expect(audit(log)).toEqual([]);
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
    expect(log.sends.length).toBeGreaterThan(1000);
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
});
