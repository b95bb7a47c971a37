import { MOST_CHARACTERS } from '../../../../contract/limits';
import type { Detail } from '../../../../contract/action';
import { faultOfSittings } from '../../../../domain/study/check-sittings';
import { cleanWords } from '../../../../domain/words/clean-words';
import { FORM_TEXT, SITTING_FAULT_TEXT } from '../../../text/edit-study';
import { chosenIds } from './audience.view';
import type { Step } from './edit-study.view';
import { toDraft, type StudyForm } from './study-form';
import { tooLongText, wordsFault } from '../../../text/too-long';

/** Where something is missing and what; `field` is the data-field of the input. */
export interface Fault {
  readonly step: Step;
  readonly field: string;
  readonly text: string;
}

/** Everything that keeps the form from being saved, in the order of the steps. */
export function faultsOf(
  form: StudyForm,
  nowMs: number,
  known: StudyForm | null,
): readonly Fault[] {
  return [...contentFaults(form), ...audienceFaults(form), ...sittingFaults(form, nowMs, known)];
}

function contentFaults(form: StudyForm): readonly Fault[] {
  const step = 'content';
  const topicFault = wordsFault(form.topic, MOST_CHARACTERS.title, FORM_TEXT.topicMissing);
  const topic = topicFault === '' ? [] : [{ step, field: 'topic', text: topicFault } as const];
  const materials = form.materials.flatMap((material, index): Fault[] => {
    const text = wordsFault(
      material.title,
      MOST_CHARACTERS.material,
      FORM_TEXT.materialTitleMissing,
    );
    if (text !== '') return [{ step, field: `material-title-${index}`, text }];
    const isUrl = /^https:\/\/[^\s]{1,500}$/u.test(cleanWords(material.url));
    return isUrl ? [] : [{ step, field: `material-url-${index}`, text: FORM_TEXT.materialUrlBad }];
  });
  const tooLong = tooLongText(form.why, MOST_CHARACTERS.body);
  const why: readonly Fault[] = tooLong === '' ? [] : [{ step, field: 'why', text: tooLong }];
  return [...topic, ...why, ...materials];
}

function audienceFaults(form: StudyForm): readonly Fault[] {
  if (form.audience === 'branch' || chosenIds(form).length > 0) return [];
  return [{ step: 'audience', field: 'audience', text: FORM_TEXT.audienceMissing }];
}

function sittingFaults(form: StudyForm, nowMs: number, known: StudyForm | null): readonly Fault[] {
  const step = 'sittings';
  const places = form.sittings.flatMap(({ sittingId, place }): Fault[] => {
    const text = wordsFault(place, MOST_CHARACTERS.title, FORM_TEXT.placeMissing);
    return text === '' ? [] : [{ step, field: `place-${sittingId}`, text }];
  });
  const knownSittings = known === null ? [] : toDraft(known).sittings;
  const found = faultOfSittings(toDraft(form).sittings, nowMs, knownSittings);
  if (found === undefined) return places;
  const field = found.sittingId === '' ? 'sittings' : `time-${found.sittingId}`;
  return [...places, { step, field, text: SITTING_FAULT_TEXT[found.fault] }];
}

/** A refusal that is about one sitting, as a fault at that sitting; undefined for any other. */
export function faultOfRefusal(
  failure: { readonly code: string; readonly detail: Detail },
  form: StudyForm,
  text: string,
): Fault | undefined {
  const { sitting, fault } = failure.detail;
  if (failure.code !== 'bad-sitting' && failure.code !== 'sitting-in-use') return undefined;
  const isThere = form.sittings.some(({ sittingId }) => sittingId === sitting);
  const texts: Readonly<Record<string, string>> = SITTING_FAULT_TEXT;
  return {
    step: 'sittings',
    field: isThere ? `time-${sitting ?? ''}` : 'sittings',
    text: texts[String(fault)] ?? text,
  };
}

/** Field → what is wrong with it. */
export const noFaults: Readonly<Record<string, string>> = {};
