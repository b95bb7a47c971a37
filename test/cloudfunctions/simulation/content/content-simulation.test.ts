import { isSoak } from '../../../long-by-nature';
import { startTestCloud, type TestCloud } from '../../../worlds/test-cloud';
import { LOCAL_TEMPLATES } from '../../../../local/world/templates';
import { unreadableIn } from '../../_store/unreadable';
import { auditContent } from './audit-content';
import { accountsOf } from './audit-issues';
import type { ContentLog } from './log';
import { simulateContent } from './simulate';

const size = isSoak
  ? { days: 60, people: 300, items: 120, documents: 40, contests: 3 }
  : { days: 3, people: 50, items: 6, documents: 4, contests: 1 };
const seed = 20250305;

/** Of everything that may happen, what did at least once. */
const TO_BE_MET = isSoak
  ? {
      accounts: ['in-inbox', 'withdrawn', 'left'],
      acks: ['own', 'told'],
      answers: ['kept', 'not-started', 'handed-in', 'contest-over'],
      reasons: ['not-acknowledged', 'not-looked'],
      outcomes: ['sent', 'unknown', 'failed', 'no-credit', 'inbox-only', 'not-concerned'],
      runs: ['done', 'lost'],
      needless: ['looked'],
    }
  : {
      accounts: ['in-inbox'],
      outcomes: ['sent'],
      runs: ['done'],
      needless: ['looked'],
    };

let cloud: TestCloud;
let log: ContentLog;
beforeAll(async () => {
  const functions = ['notify', 'clock', 'member', 'wxevents', 'content', 'branch'];
  cloud = await startTestCloud({
    functions,
    templates: LOCAL_TEMPLATES,
    // Time passes in days here: nobody waits half a minute for what a killed instance holds.
    transactionLifetimeMs: 1500,
  });
  const beganMs = performance.now();
  const onDay = (day: number) => {
    if (!isSoak) return;
    const seconds = Math.round((performance.now() - beganMs) / 1000);
    process.stderr.write(`content: day ${day + 1} of ${size.days} after ${seconds} s\n`);
  };
  log = await simulateContent(cloud, { ...size, seed, onDay });
}, 1_500_000);
afterAll(() => cloud.stop());

describe(`${size.days} days of channels, libraries and contests, and everything that goes wrong`, () => {
  test('break no promise', () => {
    expect(log.drafted).toHaveLength(size.items);
    expect(auditContent(log)).toEqual([]);
  });

  test('leave only documents that can be read', async () => {
    expect(await unreadableIn(cloud)).toEqual([]);
  });

  test('leave no job of the clock that fails', () => {
    expect(cloud.lines.filter((line) => line.includes('jobs of the clock failed'))).toEqual([]);
  });

  test('have met what they are to prove', () => {
    const { runs, acks, listings, answers, plannings, withdrawals, notices } = log;
    const met = {
      accounts: accountsOf(log),
      acks: acks.map(({ toldById }) => (toldById === null ? 'own' : 'told')),
      answers: answers.map(({ outcome }) => outcome),
      reasons: listings.flatMap(({ reasons }) => reasons.map(({ why }) => why)),
      outcomes: notices.fates.flatMap((fate) => fate.outcomes),
      runs: runs.map(({ isDone }) => (isDone ? 'done' : 'lost')),
      needless: runs.flatMap(({ needless }) => (needless === null ? [] : ['looked'])),
    };
    for (const [what, all] of Object.entries(TO_BE_MET)) {
      expect([
        what,
        ...all.filter((each) => !met[what as keyof typeof met].includes(each as never)),
      ]).toEqual([what]);
    }
    expect(plannings.length).toBeGreaterThan(size.items / 4);
    if (isSoak) expect(withdrawals.length).toBeGreaterThan(size.days / 10);
    expect(notices.sends.length).toBeGreaterThan(size.people * size.days * 0.3);
  });
});
