import { parseArgs } from 'node:util';
import { buildFunctions } from './build-functions';
import { buildMiniprogram } from './build/build-miniprogram';

const { values } = parseArgs({
  options: {
    /** CloudBase environment that the phone talks to; absent: the default one of the account. */
    env: { type: 'string' },
    /** Readable scripts. */
    debug: { type: 'boolean', default: false },
  },
});

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

try {
  const [phone, functions] = await Promise.all([
    buildMiniprogram({
      outDir: 'dist/miniprogram',
      minify: !values.debug,
      ...(values.env !== undefined && { envId: values.env }),
    }),
    buildFunctions({ outDir: 'dist/cloudfunctions' }),
  ]);
  for (const [name, bytes] of Object.entries(phone.packages)) {
    console.log(`miniprogram ${name}: ${kilobytes(bytes)}`);
  }
  console.log(`miniprogram total: ${kilobytes(phone.total)}`);
  console.log(`JavaScript before the first page: ${kilobytes(phone.firstPageScript)}`);
  for (const { name, bytes, lazy } of functions) {
    console.log(`function ${name}: ${kilobytes(bytes)}`);
    for (const part of lazy) console.log(`  when it runs, ${part.file}: ${kilobytes(part.bytes)}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
