import { ROSTER_FILE } from '../../../../contract/branch/roster-file';
import { readBase64 } from '../../../state/read-base64';
import { phoneRefusal } from '../../../state/phone-refusal';
import { phoneRefusalText } from '../../../text/phone-refusal';
import { FILE_NOT_READ_TEXT, FILE_TOO_LARGE_TEXT } from '../../../text/roster-import-errors';

export interface ChosenFile {
  readonly importId: string;
  readonly fileName: string;
  /** base64, each of as many bytes as one call carries; at least one. */
  readonly pieces: readonly string[];
}

type Choice =
  | { readonly kind: 'chosen'; readonly file: ChosenFile }
  | { readonly kind: 'closed' }
  | { readonly kind: 'refused'; readonly text: string };

/** Letters of base64 in one piece: four for three bytes. */
const LETTERS = (ROSTER_FILE.pieceBytes / 3) * 4;

/** Lets the person choose a file from a chat and reads it; has to be asked in a tap. */
export async function chooseRosterFile(importId: string): Promise<Choice> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['xlsx', 'xls', 'csv'],
    });
    const [chosen] = tempFiles;
    if (chosen === undefined) return { kind: 'closed' };
    if (chosen.size > ROSTER_FILE.bytes) return { kind: 'refused', text: FILE_TOO_LARGE_TEXT };
    const whole = await readBase64(chosen.path);
    if (whole === '') return { kind: 'refused', text: FILE_NOT_READ_TEXT };
    const pieces = Array.from({ length: Math.ceil(whole.length / LETTERS) }, (_, at) =>
      whole.slice(at * LETTERS, (at + 1) * LETTERS),
    );
    return { kind: 'chosen', file: { importId, fileName: chosen.name, pieces } };
  } catch (error) {
    const text = phoneRefusalText(phoneRefusal(error), 'files', FILE_NOT_READ_TEXT);
    return text === '' ? { kind: 'closed' } : { kind: 'refused', text };
  }
}
