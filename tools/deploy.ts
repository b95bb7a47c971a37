import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { schema } from '../cloudfunctions/_store/schema';
import { openEnvironment } from './deploy/environment';
import { runDeploy } from './deploy/run-deploy';
import { readWanted } from './deploy/wanted';

const USAGE = `usage: npm run deploy -- --env ENV_ID [--dry-run] [--variables FILE.json]

  --env        the CloudBase environment
  --dry-run    print the plan and what differs; change nothing
  --variables  environment variables of this environment (template ids …), never committed

Credentials come from TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY.`;

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        env: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        variables: { type: 'string' },
      },
    }).values;
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

const options = readOptions();
const secretId = process.env['TENCENTCLOUD_SECRETID'];
const secretKey = process.env['TENCENTCLOUD_SECRETKEY'];
const missing = [
  ...(options.env === undefined ? ['--env ENV_ID'] : []),
  ...(secretId === undefined ? ['TENCENTCLOUD_SECRETID in the environment'] : []),
  ...(secretKey === undefined ? ['TENCENTCLOUD_SECRETKEY in the environment'] : []),
  ...(existsSync('dist/cloudfunctions') ? [] : ['dist/cloudfunctions: run `npm run build` first']),
];
if (
  missing.length > 0 ||
  options.env === undefined ||
  secretId === undefined ||
  secretKey === undefined
) {
  stop(`missing: ${missing.join('; ')}\n\n${USAGE}`);
}
const variables =
  options.variables === undefined
    ? {}
    : (JSON.parse(readFileSync(options.variables, 'utf8')) as Record<string, string>);
try {
  process.exitCode = await runDeploy(
    readWanted('.', schema, variables),
    openEnvironment({ envId: options.env, secretId, secretKey }),
    { isDryRun: options['dry-run'], say: (line) => console.log(line) },
  );
} catch (error) {
  stop(`stopped: ${error instanceof Error ? error.message : String(error)}`);
}
