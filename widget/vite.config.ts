// Builds the script that partners embed (default mode), and one module per element (mode `elements`).
import { defineConfig } from 'vite';

const ELEMENTS = ['nw-job-match', 'nw-sign-up'];

export default defineConfig(({ mode }) => ({
  build: {
    target: 'es2022',
    // Both builds write into the same folder.
    emptyOutDir: mode !== 'elements',
    reportCompressedSize: true,
    lib: {
      formats: ['es' as const],
      entry:
        mode === 'elements'
          ? Object.fromEntries(ELEMENTS.map((tag) => [tag, `src/${tag}/define.ts`]))
          : { nederlandwerkt: 'src/nederlandwerkt.ts' },
    },
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' } },
  },
}));
