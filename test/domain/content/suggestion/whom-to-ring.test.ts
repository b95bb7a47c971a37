import { whomToRing, type OnCall } from '../../../../domain/content/suggestion/whom-to-ring';

const somebody = (memberId: string, given: Partial<OnCall> = {}): OnCall => ({
  memberId,
  isSecretary: false,
  isOnDuty: false,
  ...given,
});
const leader = somebody('leader', { isOnDuty: true });
const secretary = somebody('secretary', { isSecretary: true });

test.each<[string, readonly OnCall[], readonly string[]]>([
  ['who is on duty is rung, and nobody is woken besides', [secretary, leader], ['leader']],
  ['all that are on duty', [leader, { ...secretary, isOnDuty: true }], ['leader', 'secretary']],
  ['nobody is on duty: the secretary, asleep or not', [secretary, somebody('x')], ['secretary']],
  ['nobody at all', [somebody('x')], []],
])('%s', (_name, people, expected) => {
  expect(whomToRing(people)).toEqual(expected);
});
