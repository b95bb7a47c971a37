import type { OutputOf } from '../../../../contract/action';
import type { Person } from '../../../../contract/people/member';
import type { audienceChoices } from '../../../../contract/study/writing';
import { hasInIt } from '../../../../domain/words/bare-name';
import { AUDIENCE_KIND_TEXT } from '../../../text/study';
import type { StudyForm } from './study-form';

export type Choices = OutputOf<typeof audienceChoices>;

export interface AudienceOption {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly isChosen: boolean;
}

export interface AudienceView {
  readonly kind: StudyForm['audience'];
  readonly kinds: readonly { kind: StudyForm['audience']; text: string; isOn: boolean }[];
  readonly options: readonly AudienceOption[];
  readonly countText: string;
  readonly reach: number;
  readonly canSearch: boolean;
}

/** How many people the choice reaches, as far as the phone knows. */
export function reachOf(form: StudyForm, choices: Choices): number {
  const sum = (entries: readonly { id: string; count: number }[], ids: readonly string[]) =>
    entries.filter(({ id }) => ids.includes(id)).reduce((total, { count }) => total + count, 0);
  switch (form.audience) {
    case 'branch':
      return choices.total;
    case 'groups':
      return sum(
        choices.groups.map(({ groupId, count }) => ({ id: groupId, count })),
        form.groupIds,
      );
    case 'crews':
      return sum(
        choices.crews.map(({ crewId, count }) => ({ id: crewId, count })),
        form.crewIds,
      );
    case 'people':
      return form.memberIds.length;
  }
}

export function toAudienceView(
  form: StudyForm,
  choices: Choices,
  people: readonly Person[],
  query: string,
): AudienceView {
  const kinds = (['branch', 'groups', 'crews', 'people'] as const).map((kind) => ({
    kind,
    text: AUDIENCE_KIND_TEXT[kind],
    isOn: kind === form.audience,
  }));
  const reach = reachOf(form, choices);
  return {
    kind: form.audience,
    kinds,
    options: audienceOptions(form, choices, people, query),
    countText: `名单里有 ${reach} 人`,
    reach,
    canSearch: form.audience === 'people',
  };
}

function audienceOptions(
  form: StudyForm,
  choices: Choices,
  people: readonly Person[],
  query: string,
): readonly AudienceOption[] {
  const chosen = new Set(chosenIds(form));
  const option = (id: string, name: string, note: string) => ({
    id,
    name,
    note,
    isChosen: chosen.has(id),
  });
  switch (form.audience) {
    case 'branch':
      return [];
    case 'groups':
      return choices.groups.map((group) => option(group.groupId, group.name, `${group.count} 人`));
    case 'crews':
      return choices.crews.map((crew) => option(crew.crewId, crew.name, `${crew.count} 人`));
    case 'people':
      return people
        .filter(({ name, crewName }) => hasInIt([name, crewName], query))
        .map((person) => option(person.memberId, person.name, personNote(person)));
  }
}

function personNote(person: Person): string {
  return [person.crewName, person.groupName].filter((name) => name !== null).join(' · ');
}

export function chosenIds(form: StudyForm): readonly string[] {
  switch (form.audience) {
    case 'branch':
      return [];
    case 'groups':
      return form.groupIds;
    case 'crews':
      return form.crewIds;
    case 'people':
      return form.memberIds;
  }
}
