import * as v from 'valibot';
import type { PaperStyles, StyleInput } from '../../../../contract/branch/paper-style';
import {
  BOOK_PARTS,
  eachPaper,
  type BookPart,
  type Paper,
} from '../../../../domain/branch/paper-style';
import { cleanWords } from '../../../../domain/words/clean-words';
import { readDraft } from '../../../state/drafts';

const Head = v.object({ title: v.string(), signers: v.string() });

const Form = v.object({
  organisation: v.string(),
  papers: v.object({ 'record-book': Head, register: Head, minutes: Head }),
  /** null: as it is inherited. */
  hidden: v.nullable(v.array(v.picklist(BOOK_PARTS))),
  closing: v.string(),
  /** Upon which it was begun. */
  revision: v.number(),
});
/** What stands in the fields; signers in one line, between commas. */
export type PapersForm = v.InferOutput<typeof Form>;

/** Whose documents are set: those of the branch, or of all that have none of their own. */
export type Scope = 'own' | 'common';
export const firstScope: Scope = 'own';
type Style = PaperStyles[Scope];

const BETWEEN = '、';

export const formName = (branchId: string, scope: Scope): string => `papers:${branchId}:${scope}`;

export function formOf(styles: PaperStyles, scope: Scope): PapersForm {
  const { organisation, papers, hidden, closing } = styles[scope];
  const head = (paper: Paper) => {
    const { title, signers } = papers[paper];
    return { title, signers: signers.join(BETWEEN) };
  };
  return {
    organisation,
    papers: eachPaper(head),
    hidden: hidden === null ? null : knownParts(hidden),
    closing,
    revision: styles.revision[scope],
  };
}

/** Whether a newer version has put in what this one would lose by saving. */
export const hasNewer = ({ hidden }: Style): boolean => hidden?.includes('newer') === true;

export const knownParts = (parts: readonly string[]): BookPart[] =>
  BOOK_PARTS.filter((part) => parts.includes(part));

/** What was begun on this phone; undefined when nothing was. */
export function unsavedForm(branchId: string, scope: Scope): PapersForm | undefined {
  const unsaved = v.safeParse(Form, readDraft(formName(branchId, scope)));
  return unsaved.success ? unsaved.output : undefined;
}

export const signersIn = (line: string): readonly string[] =>
  line
    .split(/[、，,;；\n]/u)
    .map(cleanWords)
    .filter((signer) => signer !== '');

/** @param inherited what is left out where the form says nothing */
export function withPart(
  form: PapersForm,
  part: BookPart,
  isShown: boolean,
  inherited: readonly BookPart[],
): PapersForm {
  const hidden = form.hidden ?? inherited;
  const others = hidden.filter((each) => each !== part);
  return { ...form, hidden: knownParts(isShown ? others : [...others, part]) };
}

export function styleOf(form: PapersForm): StyleInput {
  const [organisation, closing] = [cleanWords(form.organisation), cleanWords(form.closing)];
  const head = (paper: Paper) => {
    const title = cleanWords(form.papers[paper].title);
    return {
      ...(title !== '' && { title }),
      signers: [...signersIn(form.papers[paper].signers)],
    };
  };
  return {
    ...(organisation !== '' && { organisation }),
    papers: eachPaper(head),
    hidden: form.hidden,
    ...(closing !== '' && { closing }),
  };
}
