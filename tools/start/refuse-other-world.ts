import { DataFolderError } from '../../local/cloud/engine/data-folder-error';
import type { LocalCloud } from '../../local/cloud/start-local-cloud';
import { demoBranches } from '../../local/world/organisation';

/** What is there from the start: the demo organisation, or nobody. */
export type StartWorld = 'demo' | 'empty';

/**
 * Keeps the demo organisation and people of one's own out of one data folder.
 * @throws DataFolderError when it holds the other
 */
export function refuseOtherWorld(
  { engine }: Pick<LocalCloud, 'engine'>,
  world: StartWorld,
  dataDir: string,
): void {
  const branches = engine.collection('branches');
  const [any] = branches.all();
  if (any === undefined) return;
  const isDemo = demoBranches.some(({ branchId }) => branches.get(branchId) !== undefined);
  if (isDemo === (world === 'demo')) return;
  const held = isDemo ? 'the demo organisation' : 'an environment without the demo';
  throw new DataFolderError(
    `The folder ${dataDir} holds ${held}. Name another with --data DIR, or forget what is there with --fresh.`,
  );
}
