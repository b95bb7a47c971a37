import { whomToRing, type OnCall } from '../../../../domain/content/suggestion/whom-to-ring';

const somebody = (memberId: string, given: Partial<OnCall> = {}): OnCall => ({
  memberId,
  isSecretary: false,
  isOnDuty: false,
  canRing: true,
  ...given,
});
const leader = somebody('leader', { isOnDuty: true });
const mute = somebody('mute', { isOnDuty: true, canRing: false });
const secretary = somebody('secretary', { isSecretary: true });
const silentSecretary = { ...secretary, canRing: false };
const office = [somebody('office')];

test.each<[string, readonly OnCall[], readonly string[], readonly string[]]>([
  ['who is on duty is rung, and nobody is woken besides', [secretary, leader], ['leader'], []],
  ['all on duty', [leader, { ...secretary, isOnDuty: true }], ['leader', 'secretary'], []],
  [
    'nobody is on duty: the secretary, asleep or not',
    [secretary, somebody('x')],
    ['secretary'],
    [],
  ],
  ['nobody at all: the committee office', [somebody('x')], ['office'], []],
  ['of those on duty who can be rung', [mute, leader, secretary], ['leader'], ['mute']],
  ['none on duty can: the secretary', [mute, secretary], ['secretary'], ['mute']],
  ['nobody of the branch can', [mute, silentSecretary], ['office'], ['mute', 'secretary']],
])('%s', (_name, people, rung, notRung) => {
  expect(whomToRing(people, office)).toEqual({ rung, notRung });
});

test('where no phone can ring nobody counts as rung, and each is named once', () => {
  const both = { ...mute, isSecretary: true };
  expect(whomToRing([both], [{ ...both, isOnDuty: false }])).toEqual({
    rung: [],
    notRung: ['mute'],
  });
});
