import { parseArgs } from 'node:util';

const USAGE =
  'Options of npm start, after "--": --empty, --port NUMBER, --data DIR, --fresh, --no-open.';

/** A port each, because the browser keeps by address what a phone has stored. */
const DEFAULTS = {
  demo: { port: '4300', data: '.data/demo' },
  empty: { port: '4301', data: '.data/empty' },
};

/**
 * What was asked for on the command line.
 * @param {readonly string[]} args
 * @returns {{ world: 'demo' | 'empty', port: number, dataDir: string, fresh: boolean, open: boolean }}
 * @throws Error with one sentence for the person at the terminal
 */
export function parseOptions(args) {
  const values = parse(args);
  const world = values.empty ? 'empty' : 'demo';
  const { port: portText, data: dataDir } = { ...DEFAULTS[world], ...values };
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port < 1 || port > 65535) {
    throw new Error(`--port must be a number from 1 to 65535, not "${portText}". ${USAGE}`);
  }
  if (dataDir === '') throw new Error(`--data must name a folder. ${USAGE}`);
  return { world, port, dataDir, fresh: values.fresh, open: !values['no-open'] };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        empty: { type: 'boolean', default: false },
        port: { type: 'string' },
        data: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split('. ');
    throw new Error(`${sentence.replace(/\.$/, '')}. ${USAGE}`, { cause: error });
  }
}
