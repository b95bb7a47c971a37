/** Folders with a tsconfig of their own, what takes longest first. */
export const AREAS = [
  'test',
  'tools',
  'miniprogram',
  'cloudfunctions',
  'local',
  'local/preview/browser',
  'local/preview/desk',
  'contract',
  'domain',
];

/** What Node runs to check the types of one area, quickly where little has changed. */
export function typeCheckOf(area: string): readonly string[] {
  const info = `dist/.cache/tsc-${area.replaceAll('/', '-')}.json`;
  return [
    'node_modules/typescript/bin/tsc',
    '-p',
    area,
    '--incremental',
    '--tsBuildInfoFile',
    info,
  ];
}
