import { admit } from '../../../contract/study/register';
import { readMemberCode } from '../../../domain/study/check-in-code';
import { call } from '../../api/client';
import { newRequestId } from '../../api/request-id';
import { ADMIT_REFUSAL_TEXT } from '../../text/attendance';
import { errorText } from '../../text/errors';
import { admittedText, CAMERA_TEXT } from './admit-by-scan.view';

export interface Admitted {
  readonly tone: 'ok' | 'warn';
  readonly text: string;
}

/** Scans a member's own code and enters them; undefined when the camera was closed without a code. */
export async function admitByScan(
  studyId: string,
  sittingId: string,
): Promise<Admitted | undefined> {
  let payload: string;
  try {
    payload = (await wx.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result;
  } catch (error) {
    return wasClosed(error) ? undefined : { tone: 'warn', text: CAMERA_TEXT };
  }
  if (readMemberCode(payload) === undefined) {
    return { tone: 'warn', text: ADMIT_REFUSAL_TEXT['not-a-code'] };
  }
  const result = await call(admit, { studyId, sittingId, payload }, newRequestId());
  if (!result.ok) return { tone: 'warn', text: errorText(result, ADMIT_REFUSAL_TEXT) };
  const { line, wasIn } = result.output;
  return { tone: 'ok', text: admittedText(line, wasIn) };
}

function wasClosed(error: unknown): boolean {
  return (JSON.stringify(error) + String(error)).includes('cancel');
}
