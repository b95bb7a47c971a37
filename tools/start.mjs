/** `npm start`: installs what is missing, then hands over to start.ts. */
import { prepare } from './install.mjs';
import { parseOptions } from './start/options.mjs';

try {
  const options = parseOptions(process.argv.slice(2));
  await prepare();
  // Functions run in UTC in production; threads have the zone of their process.
  process.env['TZ'] = 'UTC';
  const { start } = await import('./start.ts');
  await start(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
