import {
  assessmentState,
  canBeSpecialMeeting,
  leavingFault,
  LED_STEPS,
  mayBegin,
  monthBefore,
  planFault,
  STAR_STATES,
  stepStates,
  type StarPlan,
  type StarProgress,
} from '../../../domain/star/star-month';
import { instantOf, localDay, MS_PER_DAY } from '../../../domain/time/local-day';

const at = (day: string, minute = 0) => instantOf(localDay(day), minute);
const NOW_MS = at('2026-04-02', 600);
const plan: StarPlan = {
  nominationsUntilAtMs: at('2026-04-06', 1200),
  meetingAtMs: at('2026-04-03', 960),
  decisionAtMs: at('2026-04-13', 960),
  publicDays: 5,
  bars: [],
};

test.each([
  ['2026-03-31', 1439, '2026-02'],
  ['2026-04-01', 0, '2026-03'],
  ['2026-01-01', 0, '2025-12'],
])('on %s at minute %i the month before is %s', (day, minute, month) => {
  expect(monthBefore(at(day, minute))).toBe(month);
});

test.each([
  ['2026-02', '2026-03-31', 1439, true],
  ['2026-02', '2026-04-01', 0, false],
  ['2026-03', '2026-03-01', 0, true],
  ['2026-03', '2026-02-28', 1439, false],
])('%s can be begun on %s at minute %i: %s', (month, day, minute, may) => {
  expect(mayBegin(month, at(day, minute))).toBe(may);
});

test.each<[string, Partial<StarPlan>, ReturnType<typeof planFault>]>([
  ['as it should be', {}, null],
  ['a day from now', { nominationsUntilAtMs: NOW_MS + MS_PER_DAY }, null],
  ['a moment less', { nominationsUntilAtMs: NOW_MS + MS_PER_DAY - 1 }, 'nominations-over'],
  ['the committee as they end', { decisionAtMs: plan.nominationsUntilAtMs }, 'decision-too-early'],
  ['no day of the committee', { decisionAtMs: null }, null],
])('a plan %s', (_name, changed, fault) => {
  expect(planFault({ ...plan, ...changed }, NOW_MS)).toBe(fault);
});

function states(progress: Partial<StarProgress>, nowMs = NOW_MS): string {
  const found = stepStates(
    { state: 'preparing', plan, done: [], isAnotherRound: false, ...progress },
    nowMs,
  );
  return LED_STEPS.map((step) => found[step]).join(' ');
}

test('while it is prepared, two steps go side by side; one whose instant has come is late', () => {
  expect(states({})).toBe('now now to-come to-come to-come to-come');
  const afterMeeting = at('2026-04-03', 960);
  expect(states({}, afterMeeting - 1)).toBe('now now to-come to-come to-come to-come');
  expect(states({}, afterMeeting)).toBe('late now to-come to-come to-come to-come');
  expect(states({ done: ['meeting'] }, afterMeeting)).toMatch(/^done now/u);
  expect(states({}, plan.nominationsUntilAtMs)).toMatch(/^late late/u);
});

test('what has its turn follows from the state; what was not done when it is over was left out', () => {
  const done = ['nomination', 'ballot'] as const;
  expect(states({ state: 'listed', done: ['nomination'] })).toBe(
    'now done now to-come to-come to-come',
  );
  expect(states({ state: 'counted', done }, at('2026-04-13', 960))).toBe(
    'late done done late to-come to-come',
  );
  expect(states({ state: 'counted', done, isAnotherRound: true }, at('2026-04-13', 960))).toBe(
    'late done done to-come to-come to-come',
  );
  expect(states({ state: 'over', done, isAnotherRound: true })).toMatch(/done left-out left-out/u);
  expect(states({ state: 'over', done: [...done, 'decision'] })).toBe(
    'left-out done done done left-out left-out',
  );
});

test('no day set is never late, and every state has a look for every step', () => {
  const noDays = { ...plan, meetingAtMs: null, decisionAtMs: null };
  for (const state of STAR_STATES) {
    const found = stepStates({ state, plan: noDays, done: [], isAnotherRound: false }, NOW_MS);
    expect(Object.keys(found)).toEqual(LED_STEPS);
    expect(Object.values(found)).not.toContain('late');
  }
});

test.each<[string, Parameters<typeof assessmentState>, ReturnType<typeof assessmentState>]>([
  ['its sheets are not open yet', ['2026-03', undefined, false, NOW_MS], 'to-come'],
  ['they are open', ['2026-03', NOW_MS + 1, false, NOW_MS], 'now'],
  ['its last term is over', ['2026-03', NOW_MS, false, NOW_MS], 'done'],
  ['they are open, and the month is over', ['2026-03', NOW_MS + 1, true, NOW_MS], 'now'],
  ['the month was over before they opened', ['2026-03', undefined, true, NOW_MS], 'left-out'],
  ['the last day to open', ['2026-03', undefined, false, at('2026-04-11', 1439)], 'to-come'],
  ['the day after it', ['2026-03', undefined, false, at('2026-04-12')], 'left-out'],
])('R-166 the assessment when %s', (_name, given, state) => {
  expect(assessmentState(...given)).toBe(state);
});

test.each([
  ['as the month begins', 'branch', at('2026-03-01'), true],
  ['before it', 'branch', at('2026-03-01') - 1, false],
  ['in the month after', 'branch', NOW_MS, true],
  ['and has not begun', 'branch', NOW_MS + 1, false],
  ['for groups', 'groups', NOW_MS, false],
])('R-167 a study %s can be the special meeting', (_name, kind, firstStartAtMs, can) => {
  expect(canBeSpecialMeeting('2026-03', { audience: { kind }, firstStartAtMs }, NOW_MS)).toBe(can);
});

test.each([
  ['preparing', false, null],
  ['listed', false, null],
  ['listed', true, null],
  ['voting', false, 'poll-open'],
  ['counted', false, 'too-late'],
  ['counted', true, null],
  ['public', true, 'too-late'],
  ['over', true, 'too-late'],
] as const)(
  'R-159 from a %s month, its newest poll called off: %s, leaving is %s',
  (state, isCalledOff, fault) => {
    expect(leavingFault(state, isCalledOff)).toBe(fault);
  },
);
