import { tookPart } from '../../../domain/study/attendance';
import { isOnLeave } from '../../../domain/study/leave';
import { heldSittings } from '../../../domain/study/sitting';
import { collection, command } from '../database';
import { ATTENDANCES, isInRegister } from '../study/attendance-document';
import { STUDIES } from '../study/studies';

/** How much the file of a person has of something, and how much of that their page does not show. */
export interface KeptInFile {
  readonly count: number;
  /** Of studies that were called off for them. */
  readonly onlyInFile: number;
}

/**
 * The lines of the register in which a person stands, and those with why they asked for leave, as their
 * attendance and their file have them: of whom the audience was changed away from nothing is told, and what
 * did not take place stands in the file alone. Two requests. docs/rules.md#R-364
 */
export async function attendanceOfMember(
  memberId: string,
): Promise<{ readonly lines: KeptInFile; readonly leaveReasons: KeptInFile }> {
  const stored = await collection(ATTENDANCES).all({ memberId });
  const studyIds = [...new Set(stored.map(({ studyId }) => studyId))];
  const cancelled =
    studyIds.length === 0
      ? []
      : await collection(STUDIES).all({ _id: command.in(studyIds), state: 'cancelled' });
  const heldOf = new Map(cancelled.map(({ _id, sittings }) => [_id, heldSittings(sittings)]));
  const told = stored
    .filter((line) => isInRegister(line) || line.goneAtMs !== undefined)
    .map((line) => {
      const held = heldOf.get(line.studyId);
      return { line, isOff: held !== undefined && !tookPart(line, held) };
    })
    // What asked nobody any more and then did not take place is nothing at all.
    .filter(({ line, isOff }) => isInRegister(line) || !isOff);
  const excused = told.filter(({ line: { reply }, isOff }) =>
    isOff ? isOnLeave(reply) : reply?.kind === 'excused',
  );
  return { lines: sumOf(told), leaveReasons: sumOf(excused) };
}

const sumOf = (told: readonly { readonly isOff: boolean }[]): KeptInFile => ({
  count: told.length,
  onlyInFile: told.filter(({ isOff }) => isOff).length,
});
