/** `npm test` and others: installs what is missing, then runs the file of this folder that is named. */
import { prepare } from './install.mjs';

const [name] = process.argv.splice(2, 1);
try {
  await prepare();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import(`./${name}.ts`);
