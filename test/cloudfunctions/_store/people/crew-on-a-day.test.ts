import { crewIdOn } from '../../../../cloudfunctions/_store/people/member-document';
import { localDay } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';

test('a crew counts from its first day on', () => {
  const member = aMember('alice', {
    crewHistory: [
      { crewId: 'crew-1', fromDay: localDay('2025-01-10') },
      { crewId: null, fromDay: localDay('2025-02-01') },
    ],
  });
  expect(crewIdOn(member, localDay('2025-01-09'))).toBeNull();
  expect(crewIdOn(member, localDay('2025-01-10'))).toBe('crew-1');
  expect(crewIdOn(member, localDay('2025-01-31'))).toBe('crew-1');
  expect(crewIdOn(member, localDay('2025-02-01'))).toBeNull();
});
