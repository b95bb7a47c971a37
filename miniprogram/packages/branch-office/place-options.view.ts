import type { PlaceChoices } from '../../../contract/people/keeping';
import { STANDINGS, type Standing } from '../../../contract/people/member';
import { ROLE_TEXT } from '../../text/roles';
import type { Option } from './option-rows/option-rows';

export function groupOptions(
  { groups }: Pick<PlaceChoices, 'groups'>,
  chosen: string | null,
): readonly Option[] {
  return [
    ...groups.map(({ groupId, name }) => ({ id: groupId, text: name, isOn: groupId === chosen })),
    { id: '', text: '不分组', isOn: chosen === null },
  ];
}

/**
 * Rotation by rotation, each named where there are several; those of the crews in `near` come first,
 * because people of one branch mostly rotate together.
 */
export function crewOptions(
  { crews }: Pick<PlaceChoices, 'crews'>,
  chosen: string | null,
  near: readonly (string | null)[] = [chosen],
): readonly Option[] {
  const isNear = (rotation: string) =>
    crews.some(({ crewId, rotationName }) => rotationName === rotation && near.includes(crewId));
  const rotations = [...new Set(crews.map(({ rotationName }) => rotationName))].sort(
    (a, b) => Number(isNear(b)) - Number(isNear(a)),
  );
  const options = rotations.flatMap((rotation) =>
    crews
      .filter(({ rotationName }) => rotationName === rotation)
      .map(({ crewId, name }, index) => ({
        id: crewId,
        text: name,
        isOn: crewId === chosen,
        ...(index === 0 && rotations.length > 1 && { section: rotation }),
      })),
  );
  return [...options, { id: '', text: '暂不定', isOn: chosen === null }];
}

export function standingOptions(chosen: Standing): readonly Option[] {
  return STANDINGS.map((standing) => ({
    id: standing,
    text: ROLE_TEXT[standing],
    isOn: standing === chosen,
  }));
}
