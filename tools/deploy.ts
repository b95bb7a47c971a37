import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { schema } from '../cloudfunctions/_store/schema';
import { openEnvironment } from './deploy/environment';
import type { FirstOfficer } from './deploy/first-officer';
import { RUNTIMES } from './deploy/plan';
import { isLocalAddress, pointAtEnvironment, pointAtLocalCloud } from './deploy/point-sdk';
import { readFirstOfficer } from './deploy/read-first-officer';
import { runDeploy } from './deploy/run-deploy';
import { runFirstOfficer } from './deploy/run-first-officer';
import { readVariables, readWanted } from './deploy/wanted';

const USAGE = `usage: npm run deploy -- --env ENV_ID [--dry-run] [--variables FILE.json] [--runtime NAME] [--first-officer "NAME,STAFF NUMBER" [--branch NAME]]
       npm run deploy -- --local ADDRESS --first-officer "NAME,STAFF NUMBER" [--branch NAME]

  --env            the CloudBase environment
  --dry-run        print the plan and what differs; change nothing
  --variables      environment variables of this environment (template ids …), never committed
  --runtime        Node of new functions, where the environment does not offer what cloudbaserc.json says: ${RUNTIMES.join(', ')}
  --first-officer  then let the first member of the committee office in; everybody else is added in the app
  --branch         the branch that they are of, made when there is none of this name; absent: 党委工作部
  --local          a local cloud that is running, instead of an environment: the whole address that
                   npm start -- --empty prints. The demo has somebody of the committee office already.

Credentials come from TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY.`;

const say = (line: string): void => console.log(line);

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
        runtime: { type: 'string' },
        'first-officer': { type: 'string' },
        branch: { type: 'string', default: '党委工作部' },
        local: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

const options = readOptions();
if (options.help) {
  say(USAGE);
  process.exit(0);
}
const isDryRun = options['dry-run'];

function firstOfficer(): FirstOfficer | undefined {
  const text = options['first-officer'];
  if (text === undefined) return undefined;
  const read = readFirstOfficer(text, options.branch);
  return read.kind === 'officer' ? read.officer : stop(read.why);
}

async function deploy(officer: FirstOfficer | undefined): Promise<number> {
  const secretId = process.env['TENCENTCLOUD_SECRETID'];
  const secretKey = process.env['TENCENTCLOUD_SECRETKEY'];
  const missing = [
    ...(options.env === undefined ? ['--env ENV_ID'] : []),
    ...(secretId === undefined ? ['TENCENTCLOUD_SECRETID in the environment'] : []),
    ...(secretKey === undefined ? ['TENCENTCLOUD_SECRETKEY in the environment'] : []),
    ...(existsSync('dist/cloudfunctions')
      ? []
      : ['dist/cloudfunctions: run `npm run build` first']),
  ];
  const { env: envId, runtime } = options;
  if (runtime !== undefined && !RUNTIMES.includes(runtime)) {
    stop(`the functions are not tested under ${runtime}\n\n${USAGE}`);
  }
  if (
    missing.length > 0 ||
    envId === undefined ||
    secretId === undefined ||
    secretKey === undefined
  ) {
    stop(`missing: ${missing.join('; ')}\n\n${USAGE}`);
  }
  const variables = options.variables === undefined ? {} : readVariables(options.variables);
  const code = await runDeploy(
    readWanted('.', schema, variables, runtime),
    openEnvironment({ envId, secretId, secretKey }),
    { isDryRun, say },
  );
  if (code !== 0 || officer === undefined) return code;
  if (isDryRun) return wouldInvite(officer);
  pointAtEnvironment(envId);
  return runFirstOfficer(officer, { nowMs: Date.now(), say });
}

function wouldInvite({ name }: FirstOfficer): number {
  say(`dry run: ${name} would be invited as the first officer`);
  return 0;
}

async function inLocalCloud(address: string, officer: FirstOfficer | undefined): Promise<number> {
  if (officer === undefined) stop(`missing: --first-officer\n\n${USAGE}`);
  if (options.env !== undefined) stop(`either --env or --local\n\n${USAGE}`);
  if (!isLocalAddress(address)) {
    stop(`--local: not the whole address that npm start prints: ${address}`);
  }
  if (isDryRun) return wouldInvite(officer);
  pointAtLocalCloud(address);
  return runFirstOfficer(officer, { nowMs: Date.now(), say });
}

try {
  const officer = firstOfficer();
  process.exitCode =
    options.local === undefined
      ? await deploy(officer)
      : await inLocalCloud(options.local, officer);
} catch (error) {
  stop(`stopped: ${error instanceof Error ? error.message : String(error)}`);
}
