import { hello } from '../../../../contract/people/hello';
import { directory, myData } from '../../../../contract/people/member';
import { today } from '../../../../contract/today';
import { localDay } from '../../../../domain/time/local-day';
import { aRotation } from '../../../builders/documents';
import { useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld('member');

test('who has just come into a crew that has just been made sees it, whatever an instance remembers', async () => {
  const other = world.phone('member-1');
  await other.get(hello, {});
  await other.get(today, {});
  const crews = [{ crewId: 'crew-new', name: 'new crew', offset: 0 }];
  await world.plant('rotations', aRotation({ _id: 'rotation-2', crews }));
  await world.alter('members', 'member-2', {
    crewHistory: [{ crewId: 'crew-new', fromDay: localDay('2024-01-01') }],
  });

  const phone = world.phone('member-2');
  expect((await phone.get(hello, {})).me).toMatchObject({ crewName: 'new crew' });
  expect((await phone.get(today, {})).crewName).toBe('new crew');
  expect((await phone.get(myData, {})).profile.crewName).toBe('new crew');
  const { people } = await other.get(directory, {});
  expect(people.find(({ memberId }) => memberId === 'member-2')).toMatchObject({
    crewName: 'new crew',
  });
});
