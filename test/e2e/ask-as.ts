import { demoPerson } from '../../local/world/people';
import type { DemoStage } from './demo-stage';

let asked = 0;

/** Asks a function as somebody's phone does; throws what it refuses. */
export async function askAs(
  { cloud }: DemoStage,
  memberId: string,
  fn: string,
  action: string,
  input: object,
): Promise<unknown> {
  asked += 1;
  const data = { action, input, requestId: `play-${asked}`, clientVersion: 'play' };
  const { openId } = demoPerson(memberId);
  const reply = (await cloud.call(fn, data, { openId })) as {
    ok: boolean;
    code?: string;
    output?: unknown;
  };
  if (!reply.ok) throw new Error(`${action} was refused: ${reply.code ?? ''}`);
  return reply.output;
}
