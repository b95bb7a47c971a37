import type { DeskAnswer, DeskPerson } from './desk-answer';

export async function loadDesk(): Promise<DeskAnswer> {
  const response = await fetch('/desk/people');
  if (!response.ok) throw new Error(`/desk/people: ${response.status}`);
  return (await response.json()) as DeskAnswer;
}

/** People in whose name or line every word of `search` stands. */
export function findPeople(people: readonly DeskPerson[], search: string): readonly DeskPerson[] {
  const words = search
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return people.filter((person) =>
    words.every((word) => `${person.name} ${person.about} ${person.id}`.includes(word)),
  );
}
