import { MOST_CHARACTERS } from '../../../../contract/limits';
import { tooLongText } from '../../../text/too-long';
import { cleanWords } from '../../../../domain/words/clean-words';
import { numberText, PRESET_TEXT } from '../../../text/roster';
import type { Chosen, Crew } from './set-up';

/** Crews without names or with equal ones cannot be told apart; '' when they can. */
export function namesProblem(crews: readonly Crew[]): string {
  const names = crews.map(({ name }) => cleanWords(name));
  if (names.includes('')) return '有的班组还没有名字，写上。';
  const tooLong = names.map((name) => tooLongText(name, MOST_CHARACTERS.crew)).find(Boolean);
  if (tooLong !== undefined) return tooLong;
  return new Set(names).size < names.length ? '有两个班组名字一样，改一个。' : '';
}

/** '四值三倒' for an own pattern that was not named. */
export function nameOf(chosen: Chosen, crewCount: number): string {
  if (chosen.kind === 'preset') return PRESET_TEXT[chosen.presetId];
  const { name = '', days = [] } = chosen.pattern ?? {};
  if (name !== '') return name;
  const labels = new Set(
    days.flatMap((slots) => slots.filter(({ kind }) => !NOT_TURNED.includes(kind)).map(labelOf)),
  );
  const shifts = labels.size === 2 ? '两' : numberText(labels.size);
  return crewCount === 1 ? '自定义班' : `${numberText(crewCount)}值${shifts}倒`;
}

const NOT_TURNED: readonly string[] = ['rest', 'study-day'];
const labelOf = ({ label }: { readonly label: string }): string => label;
