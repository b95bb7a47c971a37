import { dayOfInstant, minuteOfInstant } from '../../domain/time/local-day';
import { inviteFirstOfficer, type FirstOfficer } from './first-officer';

/** Invites the first officer and says what to do next. Returns the exit code: 0 invited, 1 refused. */
export async function runFirstOfficer(
  officer: FirstOfficer,
  options: { readonly nowMs: number; readonly say: (line: string) => void },
): Promise<number> {
  const { nowMs, say } = options;
  const invited = await inviteFirstOfficer(officer, nowMs);
  switch (invited.kind) {
    case 'refused':
      say(`first officer: nothing was changed: ${invited.why}`);
      return 1;
    case 'promoted':
      say(`first officer: ${officer.name} is of the committee office now, and bound already`);
      return 0;
    case 'invited': {
      const { branchName, invitation } = invited;
      const { code, expiresAtMs } = invitation;
      say(
        `first officer: ${officer.name} is invited into ${branchName}. In the mini program, page 绑定身份, type`,
      );
      say(`  姓名    ${officer.name}`);
      say(`  工号    ${officer.staffNumber}`);
      say(`  邀请码  ${code}    (until ${moment(expiresAtMs)} in China)`);
      say(
        'Then 支部 → 排班设置 sets the shifts, 名册 → 新建支部 makes branches, 名册 → 加人 brings people in.',
      );
      return 0;
    }
  }
}

function moment(atMs: number): string {
  const minute = minuteOfInstant(atMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dayOfInstant(atMs)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
