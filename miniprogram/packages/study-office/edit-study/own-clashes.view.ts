import { isSamePlace } from '../../../../domain/study/other-sittings';
import { intersects } from '../../../../domain/time/interval';
import { toSitting, type StudyForm } from './study-form';

/** What each sitting collides with, by sittingId. */
export type Clashes = Readonly<Record<string, readonly string[]>>;

export const noClashes: Clashes = {};

/** What other studies hold, as it was heard last, and sittings of this one in one room at one time. */
export function withOwnClashes(form: StudyForm, heard: Clashes): Clashes {
  const sittings = form.sittings.map(toSitting);
  return Object.fromEntries(
    sittings.map((sitting) => [
      sitting.sittingId,
      [
        ...(heard[sitting.sittingId] ?? []),
        ...sittings.flatMap((other, at) =>
          other !== sitting && intersects(other, sitting) && isSamePlace(other.place, sitting.place)
            ? [`和第 ${at + 1} 场同一时间、同一地点。换个时间或地点。`]
            : [],
        ),
      ],
    ]),
  );
}

/** Said once more before it is published: '第 1 场：15:00–16:00 有《安全日》…'. */
export function clashLines(
  sittings: readonly { readonly title: string; readonly clashes: readonly string[] }[],
): readonly string[] {
  return sittings.flatMap(({ title, clashes }) =>
    clashes.map((text) => (sittings.length === 1 ? text : `${title}：${text}`)),
  );
}
