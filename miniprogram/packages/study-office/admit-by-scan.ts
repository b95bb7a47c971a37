import { admit, whoseCode } from '../../../contract/study/register';
import { readMemberCode } from '../../../domain/study/check-in-code';
import { call } from '../../api/client';
import { newRequestId } from '../../api/request-id';
import { confirmed } from '../../state/confirmed';
import { phoneRefusal } from '../../state/phone-refusal';
import { ADMIT_REFUSAL_TEXT, WHOSE_CODE_REFUSAL_TEXT } from '../../text/attendance';
import { errorText } from '../../text/errors';
import { phoneRefusalText } from '../../text/phone-refusal';
import { admittedText, CAMERA_TEXT, isItThem } from './admit-by-scan.view';

export interface Admitted {
  readonly tone: 'ok' | 'warn';
  readonly text: string;
}

/**
 * Scans a member's own code, shows whose it is and enters them; undefined when the camera was closed
 * without a code, or it was somebody else's. The page has a `<t-dialog id="t-dialog" />`.
 */
export async function admitByScan(
  page: WechatMiniprogram.Page.TrivialInstance,
  studyId: string,
  sittingId: string,
): Promise<Admitted | undefined> {
  let payload: string;
  try {
    payload = (await wx.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result;
  } catch (error) {
    const text = phoneRefusalText(phoneRefusal(error), 'camera', CAMERA_TEXT);
    return text === '' ? undefined : { tone: 'warn', text };
  }
  if (readMemberCode(payload) === undefined) {
    return { tone: 'warn', text: ADMIT_REFUSAL_TEXT['not-a-code'] };
  }
  const whose = await call(whoseCode, { studyId, payload });
  if (!whose.ok) return { tone: 'warn', text: errorText(whose, WHOSE_CODE_REFUSAL_TEXT) };
  if (!(await confirmed(page, isItThem(whose.output)))) return undefined;
  const result = await call(admit, { studyId, sittingId, payload }, newRequestId());
  if (!result.ok) return { tone: 'warn', text: errorText(result, ADMIT_REFUSAL_TEXT) };
  const { line, wasIn } = result.output;
  return { tone: 'ok', text: admittedText(line, wasIn) };
}
