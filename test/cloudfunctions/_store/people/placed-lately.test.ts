import { wasPlacedLately } from '../../../../cloudfunctions/_store/people/placed-lately';
import { localDay } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';

const DAY = localDay('2025-06-01');

test.each([
  { what: 'long ago', changes: {}, expected: false },
  { what: 'into the branch', changes: { joinedDay: '2025-05-31' }, expected: true },
  { what: 'into the branch 92 days ago', changes: { joinedDay: '2025-03-01' }, expected: true },
  { what: 'into the branch 93 days ago', changes: { joinedDay: '2025-02-28' }, expected: false },
  { what: 'into the group', changes: { placedDay: '2025-06-01' }, expected: true },
  {
    what: 'into the crew',
    changes: { crewHistory: [{ crewId: 'crew-1', fromDay: '2025-05-01' }] },
    expected: true,
  },
  {
    what: 'into a crew of later',
    changes: { crewHistory: [{ crewId: 'crew-1', fromDay: '2025-06-02' }] },
    expected: false,
  },
])('who came $what: $expected', ({ changes, expected }) => {
  const member = { ...aMember('m'), ...changes } as ReturnType<typeof aMember>;
  expect(wasPlacedLately(member, DAY)).toBe(expected);
});
