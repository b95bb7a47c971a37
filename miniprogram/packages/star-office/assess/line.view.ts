import { OFFICERS } from '../../../../contract/roles';
import type { ShownProof } from '../../../../contract/star/sheet-shapes';
import { hasRole } from '../../../state/me';
import { officeProofPage, proofText } from '../../../text/sheet';

/** '' as its page: it opens nothing. */
export interface Line {
  readonly text: string;
  readonly page: string;
}

export const toLine = (proof: ShownProof, before = ''): Line => ({
  text: `${before}${proofText(proof)}`,
  page: officeProofPage(proof, hasRole(OFFICERS)),
});
