/**
 * Bundles the command line and the public API into `.build/`: one file that starts quickly, and chunks that load when they are first needed.
 * Left out are the canvas, which is a native binary, chartjs-node-canvas, which needs it, and the fonts, which are read as files.
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const folder = join(root, '.build');
const require = createRequire(import.meta.url);

const { build } = await import('esbuild').catch(() => {
  // An install without development dependencies has nothing to bundle with, and no need to: it runs what was published.
  const installing = process.env['npm_lifecycle_event'] === 'prepare';
  if (!installing) console.error('briefkit: the dependencies are not installed. Run `npm ci` first.');
  process.exit(installing ? 0 : 1);
});

/** pdfkit looks for its colour profile beside its own module. */
function copyColorProfile() {
  const from = join(dirname(require.resolve('pdfkit')), 'data', 'sRGB_IEC61966_2_1.icc');
  mkdirSync(join(folder, 'data'), { recursive: true });
  copyFileSync(from, join(folder, 'data', 'sRGB_IEC61966_2_1.icc'));
}

/** What the preview's server gives to a browser: one script, one style sheet, one page. */
async function bundlePreviewPage() {
  const browser = join(root, 'src', 'preview', 'browser');
  await build({
    entryPoints: [join(browser, 'app.ts')],
    outfile: join(folder, 'preview', 'app.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const name of ['index.html', 'app.css']) copyFileSync(join(browser, name), join(folder, 'preview', name));
}

/** The measurements of tests/bench/: its plain scripts import their libraries as a user's script would. */
const bundleBench = () =>
  build({
    absWorkingDir: root,
    entryPoints: ['tests/bench/bench.ts', 'tests/bench/plain-deck.ts', 'tests/bench/plain-paper.ts'],
    outdir: join(folder, 'bench'),
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });

/**
 * pdfkit imports fontkit and linebreak, 100 ms of loading, whether or not it is asked to open a font or to wrap a line, and ciphers that
 * make their tables as they load. briefkit cuts its subsets and breaks its lines itself and encrypts nothing, so in the bundle the
 * three stand behind a call.
 */
const onCall = {
  fontkit: "export const create = (...given) => require('fontkit').create(...given);",
  '@noble/ciphers/aes':
    "const aes = () => require('@noble/ciphers/aes'); export const cbc = (...given) => aes().cbc(...given); export const ecb = (...given) => aes().ecb(...given);",
  linebreak:
    "export default function LineBreaker(...given) { const Breaker = require('linebreak'); return new (Breaker.default ?? Breaker)(...given); }",
};
const loadOnCall = {
  name: 'load-on-call',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(fontkit|linebreak|@noble.ciphers.aes)$/ }, ({ path, importer }) =>
      /node_modules.pdfkit./.test(importer) ? { path, namespace: 'on-call' } : undefined,
    );
    // `briefkitRequire` comes with the banner below; it looks in node_modules when the call comes.
    onLoad({ filter: /.*/, namespace: 'on-call' }, ({ path }) => ({
      contents: onCall[path].replace('require(', 'briefkitRequire(import.meta.url)('),
    }));
  },
};

// The types stay: npm makes them before it asks for the bundle.
for (const name of existsSync(folder) ? readdirSync(folder) : [])
  if (name !== 'types') rmSync(join(folder, name), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts', 'batch-worker': 'src/batch/pool-worker.ts' },
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  chunkNames: '[name]-[hash]',
  external: ['canvas', '@napi-rs/canvas', 'chartjs-node-canvas', 'chart.js', 'tinypool', 'pdf-lib', 'bullmq'],
  plugins: [loadOnCall],
  // Some dependencies are CommonJS and ask for Node's own modules with `require`.
  banner: {
    js: "import { createRequire as briefkitRequire } from 'node:module'; const require = briefkitRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
await bundlePreviewPage();
if (process.argv[2] === 'bench') await bundleBench();
copyColorProfile();
// What build.json holds, for programs that read it.
copyFileSync(join(root, 'src/provenance/build.schema.json'), join(folder, 'build.schema.json'));
chmodSync(join(folder, 'cli.js'), 0o755);
