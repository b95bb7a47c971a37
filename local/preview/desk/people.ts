/** A person of the demo organisation whose phone can be shown. */
export interface DeskPerson {
  readonly id: string;
  readonly name: string;
  /** Branch, crew, offices, as one line to read and to search. */
  readonly about: string;
  readonly isGuest: boolean;
}

export interface DeskPeople {
  readonly people: readonly DeskPerson[];
  /** Whose phones a first visit shows. */
  readonly defaults: readonly string[];
}

export async function loadPeople(): Promise<DeskPeople> {
  const response = await fetch('/desk/people');
  if (!response.ok) throw new Error(`/desk/people: ${response.status}`);
  return (await response.json()) as DeskPeople;
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
