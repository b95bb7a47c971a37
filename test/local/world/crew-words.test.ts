import { demoBranches, rotationDocuments } from '../../../local/world/organisation';
import { worldAt } from '../../../local/world/seed-world';

const crews = rotationDocuments().flatMap(({ crews: own }) => own);
/** Names of crews, and what is only said where crews are called so. */
const CREW_WORD = new RegExp(`${crews.map(({ name }) => name).join('|')}|各值|别的值`, 'gu');

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.match(CREW_WORD) ?? [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

const world = worldAt(Date.UTC(2025, 2, 5, 2, 10));
const documents = Object.values(world).flat() as readonly { readonly branchId?: string }[];

test.each(demoBranches)(
  'in what the demo holds of $name, each word for a crew is one of its own',
  ({ branchId, teams }) => {
    const own = crews
      .filter(({ crewId }) => teams.some((team) => team.crewId === crewId))
      .map(({ name }) => name);
    const said = documents.filter((each) => each.branchId === branchId).flatMap(wordsOf);
    const ofCrews = own.some((name) => name.endsWith('值')) ? ['各值', '别的值'] : [];
    expect(said.filter((word) => ![...own, ...ofCrews].includes(word))).toEqual([]);
  },
);

test('branches whose crews rotate are spoken of by the names of their crews', () => {
  const said = new Set(documents.flatMap(wordsOf));
  expect(crews.filter(({ name }) => name !== '长白班' && !said.has(name))).toEqual([]);
});
