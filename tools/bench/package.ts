import { buildMiniprogram } from '../build/build-miniprogram';
import type { Figure } from '../bench';

const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;

/** What the phone downloads and loads, of the package that is uploaded. */
export async function run(): Promise<Figure[]> {
  const built = await buildMiniprogram({ outDir: 'dist/miniprogram', minify: true });
  return [
    ...Object.entries(built.packages).map(([name, bytes]) => ({
      name: `size of package ${name}`,
      value: kilobytes(bytes),
      unit: 'KB',
    })),
    { name: 'size of all packages', value: kilobytes(built.total), unit: 'KB' },
    {
      name: 'JavaScript loaded before the first page',
      value: kilobytes(built.firstPageScript),
      unit: 'KB',
    },
  ];
}
