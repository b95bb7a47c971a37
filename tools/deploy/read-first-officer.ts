import * as v from 'valibot';
import { Words } from '../../contract/fields';
import { MOST_CHARACTERS, STAFF_NUMBER } from '../../contract/limits';
import { StaffNumber } from '../../contract/people/member';
import type { FirstOfficer } from './first-officer';

export type Read =
  | { readonly kind: 'officer'; readonly officer: FirstOfficer }
  | { readonly kind: 'unfit'; readonly why: string };

/** "name,staff number", also with a Chinese comma; within the limits that the app has. */
export function readFirstOfficer(text: string, branch: string): Read {
  const [called = '', numbered = '', ...more] = text.split(/[,，]/u);
  if (called.trim() === '' || numbered.trim() === '' || more.length > 0) {
    return unfit(`--first-officer: not "NAME,STAFF NUMBER": ${text}`);
  }
  const name = v.safeParse(Words(MOST_CHARACTERS.name), called);
  if (!name.success) {
    return unfit(badWords('--first-officer: a name', MOST_CHARACTERS.name, called));
  }
  const staffNumber = v.safeParse(StaffNumber, numbered);
  if (!staffNumber.success) {
    const { least, most } = STAFF_NUMBER;
    const form = `${least} to ${most} letters and digits`;
    return unfit(`--first-officer: a staff number has ${form}: ${numbered.trim()}`);
  }
  const branchName = v.safeParse(Words(MOST_CHARACTERS.unit), branch);
  if (!branchName.success) {
    return unfit(badWords('--branch: the name of a branch', MOST_CHARACTERS.unit, branch));
  }
  const officer = {
    name: name.output,
    staffNumber: staffNumber.output,
    branchName: branchName.output,
  };
  return { kind: 'officer', officer };
}

const unfit = (why: string): Read => ({ kind: 'unfit', why });

function badWords(what: string, most: number, words: string): string {
  const given = words.trim();
  return `${what} has 1 to ${most} characters in one line, not ${given.length}: ${given}`;
}
