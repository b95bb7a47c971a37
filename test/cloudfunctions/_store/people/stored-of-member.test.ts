import { readFileSync } from 'node:fs';
import { memberActions } from '../../../../contract/people/member';
import { RECORD_KINDS } from '../../../../contract/people/my-records';
import { BY_OFFICE_TEXT } from '../../../../miniprogram/packages/me/data/data.view';
import { everyKind } from '../every-kind';

/** A schema as valibot builds it, as far as it is walked. */
interface Part {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Part>>;
  readonly options?: readonly unknown[];
  readonly item?: Part;
  readonly items?: readonly Part[];
  readonly wrapped?: Part;
  readonly value?: Part;
}

/** Names of all fields, however deep. */
function fieldsOf(part: Part): readonly string[] {
  const own = Object.entries(part.entries ?? {}).flatMap(([name, each]) => [
    name,
    ...fieldsOf(each),
  ]);
  const isPart = (each: unknown): each is Part => typeof each === 'object' && each !== null;
  const inside = [part.item, part.wrapped, part.value, ...(part.items ?? [])];
  const all = [...inside, ...(part.options ?? [])].filter(isPart);
  return [...own, ...all.flatMap(fieldsOf)];
}

const NAMES_A_PERSON =
  /^(roll|account|openId|.*(member|owner|judge|proposer|partner|candidate|checker|instead|writer)Ids?)$/iu;

const kept = memberActions.myData.output.entries.kept.item.entries.what;
type Kind = Exclude<(typeof kept)['options'][number], 'newer'>;

/** Where only who did something for an office stands: the page of my data says so in one sentence. */
const BY_OFFICE = 'by office';

/**
 * Of every collection in which somebody stands: as what `myData` counts it, or why it does not. A new
 * one is told here, on the page (`stored.view.ts`) and in the file (`collect.ts`). docs/rules.md#R-143
 */
const TOLD: Readonly<Record<string, readonly Kind[] | string>> = {
  attendances: ['attendance', 'leave-reason', 'make-up'],
  audit_entries: ['audit-entry'],
  channel_duties: ['channel-duty'],
  commentator_terms: ['commentator-term'],
  contest_entries: ['contest'],
  data_asks: ['data-ask'],
  deliveries: ['notice'],
  item_comments: ['comment'],
  items: ['channel-item'],
  lectures: ['lecture'],
  library_documents: ['library-document'],
  members: ['shift-change', 'quiet-hours', 'subscription'],
  note_responses: ['note-response'],
  notes: ['note'],
  polls: ['poll'],
  sheets: ['sheet'],
  star_nominations: ['nomination'],
  suggestions: ['suggestion'],
  swaps: ['swap'],
  yearly_reviews: ['sheet'],
  bank_questions: BY_OFFICE,
  contests: BY_OFFICE,
  issues: BY_OFFICE,
  make_up_contents: BY_OFFICE,
  minutes: BY_OFFICE,
  norms: BY_OFFICE,
  recurring_studies: BY_OFFICE,
  standards: BY_OFFICE,
  studies: BY_OFFICE,
  takedown_rules: BY_OFFICE,
  exports: 'of a day, in the list of what else is kept for how long',
  roster_pieces: 'of a day, in the list of what else is kept for how long',
  roster_imports: 'what it does to somebody is a line of their trail, and stands in their profile',
  roster_steps: 'what it does to somebody is a line of their trail, and stands in their profile',
  star_months: 'who is on its list was nominated, and their nomination is counted',
};

test('every collection that names a person is told to that person, or it is said why not', async () => {
  const kinds = await everyKind();
  const naming = kinds
    .filter(({ schema }) =>
      fieldsOf(schema as unknown as Part).some((name) => NAMES_A_PERSON.test(name)),
    )
    .map(({ collection }) => collection);
  expect(naming.sort()).toEqual(Object.keys(TOLD).sort());
});

test('what is counted is all that these collections are counted as', () => {
  const told = Object.values(TOLD).flatMap((each) => (typeof each === 'string' ? [] : each));
  const options = kept.options.filter((each) => each !== 'newer');
  expect([...new Set(told)].sort()).toEqual([...options].sort());
  expect(options).toEqual(expect.arrayContaining([...RECORD_KINDS]));
});

test('who did something for an office is told so in one sentence, on the page and in the file', () => {
  const page = readFileSync('miniprogram/packages/me/data/data.wxml', 'utf8');
  expect(page).toContain('{{view.byOffice}}');
  expect(BY_OFFICE_TEXT).toContain('你以支部职务办的事');
  const told = Object.values(TOLD).filter((each) => each === BY_OFFICE);
  expect(told.length).toBeGreaterThan(0);
});
