import type { Environment } from './environment';
import { describeStep, planOf } from './plan';
import type { Wanted } from './wanted';

/** Plans and, unless `isDryRun`, carries out. Returns the exit code: 0 done or nothing to do, 1 refused or failed. */
export async function runDeploy(
  wanted: Wanted,
  environment: Environment,
  options: { readonly isDryRun: boolean; readonly say: (line: string) => void },
): Promise<number> {
  const { say } = options;
  const plan = planOf(wanted, await environment.read());
  for (const name of plan.strangers) say(`left alone, not ours: ${name}`);
  for (const difference of plan.standing) say(`works as it is: ${difference}`);
  for (const conflict of plan.conflicts) say(`cannot be mended here: ${conflict}`);
  if (plan.steps.length === 0) {
    say('nothing differs');
    return plan.conflicts.length === 0 ? 0 : 1;
  }
  for (const [at, step] of plan.steps.entries()) {
    say(`${at + 1}/${plan.steps.length} ${describeStep(step)}`);
    if (!options.isDryRun && plan.conflicts.length === 0) await environment.apply(step);
  }
  if (plan.conflicts.length > 0) {
    say('nothing was changed, because of what cannot be mended here');
    return 1;
  }
  say(
    options.isDryRun
      ? 'dry run: nothing was changed'
      : 'done; run again to see that nothing differs',
  );
  return 0;
}
