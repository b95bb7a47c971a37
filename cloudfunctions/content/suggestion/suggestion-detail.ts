import type { suggestionDetail as action } from '../../../contract/content/raising';
import type { SuggestionDetail } from '../../../contract/content/suggestion-shapes';
import { holdsOneOf, SECRETARIES } from '../../../contract/roles';
import type { Caller } from '../../_kit/context';
import { temporaryUrls } from '../../_kit/files';
import type { Handler } from '../../_kit/serve';
import { COMMITTEE, type SuggestionDocument } from '../../_store/content/suggestion-document';
import { targetSuggestions } from '../../_store/content/suggestions';
import { toDetail } from './to-suggestion';

/** A picture is looked at at once; who comes back asks anew. */
const SHOWN_SECONDS = 10 * 60;

/** What somebody may not see is as good as none. docs/rules.md#R-212, docs/rules.md#R-342 */
export const suggestionDetail: Handler<typeof action> = async ({ suggestionId }, ctx) => {
  const suggestion = await targetSuggestions.read(suggestionId);
  if (suggestion === null || !maySee(suggestion, ctx.caller)) return ctx.fail('not-found');
  if (suggestion.state === 'taken-back') return ctx.fail('taken-back');
  const nowMs = ctx.nowMs();
  const reader = {
    memberId: ctx.caller.memberId,
    canDecide: isOfOffice(ctx.caller, suggestion.office),
  };
  const pictures = await shownPictures(suggestion, suggestion.ownerId === ctx.caller.memberId);
  return ctx.answer({
    nowMs,
    suggestion: {
      ...toDetail(suggestion, reader, nowMs),
      ...(pictures.length > 0 && { pictures }),
    },
  });
};

/** Nobody but who took it sees what waits for its verdict, or knows of what is refused. docs/rules.md#R-312 */
async function shownPictures(
  { pictured }: SuggestionDocument,
  isMine: boolean,
): Promise<NonNullable<SuggestionDetail['pictures']>> {
  const known = (pictured?.pictures ?? []).filter(({ check }) => isMine || check !== 'refused');
  const seen = known.filter(({ check }) => isMine || check !== 'pending');
  const urls = await temporaryUrls(
    seen.map(({ fileId }) => fileId),
    SHOWN_SECONDS,
  );
  return known.map(({ pictureId, fileId, check }) => ({
    pictureId,
    check,
    url: urls.get(fileId) ?? null,
  }));
}

function maySee(
  { ownerId, offices, rang, notRung = [] }: SuggestionDocument,
  caller: Caller,
): boolean {
  const { memberId } = caller;
  const isCalled = [...rang, ...notRung].some((called) => called.memberId === memberId);
  return ownerId === memberId || isCalled || offices.some((office) => isOfOffice(caller, office));
}

/** The committee office reaches every branch. */
function isOfOffice({ roles, branchId }: Caller, office: string): boolean {
  if (roles.includes('committee-office')) return true;
  return office !== COMMITTEE && branchId === office && holdsOneOf(roles, SECRETARIES);
}
