import { spawn } from 'node:child_process';

const AREAS = [
  'domain',
  'contract',
  'cloudfunctions',
  'miniprogram',
  'local',
  'local/preview/browser',
  'local/preview/desk',
  'tools',
  'test',
];

/** Type-checks one area with its own tsconfig; resolves with the exit code. */
function checkArea(area: string): Promise<number> {
  return new Promise((resolve) => {
    const info = `dist/.cache/tsc-${area.replaceAll('/', '-')}.json`;
    const args = [
      'node_modules/typescript/bin/tsc',
      '-p',
      area,
      '--incremental',
      '--tsBuildInfoFile',
      info,
    ];
    spawn(process.execPath, args, { stdio: 'inherit' }).on('close', (code) => resolve(code ?? 1));
  });
}

const areas = process.argv.slice(2);
let failed = 0;
for (const area of areas.length > 0 ? areas : AREAS) {
  if ((await checkArea(area)) !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
