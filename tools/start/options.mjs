import { parseArgs } from 'node:util';

const USAGE = 'Options of npm start, after "--": --port NUMBER, --data DIR, --fresh, --no-open.';

/**
 * What was asked for on the command line.
 * @param {readonly string[]} args
 * @returns {{ port: number, dataDir: string, fresh: boolean, open: boolean }}
 * @throws Error with one sentence for the person at the terminal
 */
export function parseOptions(args) {
  const values = parse(args);
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65535) {
    throw new Error(`--port must be a number from 1 to 65535, not "${values.port}". ${USAGE}`);
  }
  if (values.data === '') throw new Error(`--data must name a folder. ${USAGE}`);
  return { port, dataDir: values.data, fresh: values.fresh, open: !values['no-open'] };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4300' },
        data: { type: 'string', default: '.data/demo' },
        fresh: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split('. ');
    throw new Error(`${sentence.replace(/\.$/, '')}. ${USAGE}`, { cause: error });
  }
}
