import { INVITATION_DAYS } from '../../contract/limits';

/** Of a branch code. */
export const INVITATION_LASTS_TEXT = `${INVITATION_DAYS} 天有效`;
