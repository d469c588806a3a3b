/**
 * Bundles the command line and the public API into `.build/`: one file that starts quickly, and chunks that load when
 * they are first needed. Left out are the canvas, which is a native binary, and the fonts, which are read as files.
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
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

/**
 * Programs of tests/ that are run by themselves: the measurements of tests/bench/, whose plain scripts import their
 * libraries as a user's script would, and damaged inputs by the thousand.
 */
const testPrograms = { bench: ['bench', 'plain-deck', 'plain-paper'], fuzz: ['fuzz'] };

const bundleTestProgram = (name) =>
  build({
    absWorkingDir: root,
    entryPoints: testPrograms[name].map((file) => `tests/${name}/${file}.ts`),
    outdir: join(folder, name),
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });

/**
 * pdfkit imports fontkit and linebreak, 100 ms of loading, and ciphers that make their tables as they load. briefkit
 * cuts its subsets and breaks its lines itself and encrypts nothing: in the bundle the three are never loaded.
 */
const neverAsked = {
  name: 'never-asked',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(fontkit|linebreak|@noble.ciphers.aes)$/ }, ({ path, importer }) =>
      /node_modules.pdfkit./.test(importer) ? { path, namespace: 'never-asked' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'never-asked' }, ({ path }) => ({
      contents: `const refuse = () => { throw new Error('pdfkit asked for ${path}'); };
        export { refuse as create, refuse as cbc, refuse as ecb }; export default refuse;`,
    }));
  },
};

/**
 * chartjs-node-canvas takes a Chart.js of its own for each canvas, so that what is registered for one does not draw on
 * another, and looks for it, for the plugins and for the canvas in node_modules when it is asked. In the package there
 * is only the canvas: Chart.js and the plugins stand in a file beside it, which is loaded anew each time.
 */
const freshRequire = `
  let fresh;
  exports.freshChartJs = () => {
    const file = require.resolve('./chart-js.cjs');
    delete require.cache[file];
    fresh = require(file);
    delete require.cache[file];
    return fresh['chart.js/auto'];
  };
  exports.freshRequire = (name) => (name === 'canvas' ? require('canvas') : fresh[name]);
`;
const chartJs = ['chart.js/auto', 'chartjs-plugin-annotation', 'chartjs-plugin-datalabels']
  .map((name) => `exports['${name}'] = require('${name}');`)
  .join('\n');
const ownChartJs = {
  name: 'own-chart-js',
  setup({ onLoad }) {
    onLoad({ filter: /chartjs-node-canvas.dist.freshRequire\.js$/ }, () => ({ contents: freshRequire }));
    onLoad({ filter: /chartjs-node-canvas.dist.chartJSNodeCanvasBase\.js$/ }, ({ path }) => {
      const asked = "require('chart.js/auto')";
      const source = readFileSync(path, 'utf8');
      if (!source.includes(asked)) throw new Error('chartjs-node-canvas takes Chart.js in another way than it did');
      return { contents: source.replace(asked, "require('./freshRequire').freshChartJs()") };
    });
  },
};

const bundleRaster = () =>
  Promise.all(
    [
      ['chartjs-node-canvas.cjs', "export { ChartJSNodeCanvas } from 'chartjs-node-canvas';"],
      ['chart-js.cjs', chartJs],
    ].map(([name, contents]) =>
      build({
        absWorkingDir: root,
        stdin: { contents, resolveDir: root },
        outfile: join(folder, name),
        bundle: true,
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        minifySyntax: true,
        minifyWhitespace: true,
        legalComments: 'none',
        external: ['canvas', './chart-js.cjs'],
        plugins: [ownChartJs],
        logLevel: 'warning',
      }),
    ),
  );

/** The bundle asks for the file that `bundleRaster` makes. */
const besideBundle = {
  name: 'beside-bundle',
  setup({ onResolve }) {
    onResolve({ filter: /^chartjs-node-canvas$/ }, () => ({ path: './chartjs-node-canvas.cjs', external: true }));
  },
};

// The types stay: npm makes them before it asks for the bundle.
for (const name of existsSync(folder) ? readdirSync(folder) : [])
  if (name !== 'types') rmSync(join(folder, name), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli/process/main.ts', index: 'src/index.ts', 'batch-worker': 'src/batch/pool-worker.ts' },
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
  external: ['canvas', 'tinypool', 'pdf-lib', 'bullmq', '@duckdb/node-api', 'postgres', 'pdfjs-dist'],
  plugins: [neverAsked, besideBundle],
  // Some dependencies are CommonJS and ask for Node's own modules with `require`.
  banner: {
    js: "import { createRequire as briefkitRequire } from 'node:module'; const require = briefkitRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
await bundlePreviewPage();
await bundleRaster();
if (process.argv[2] in testPrograms) await bundleTestProgram(process.argv[2]);
copyColorProfile();
// What build.json holds, for programs that read it.
copyFileSync(join(root, 'src/provenance/build.schema.json'), join(folder, 'build.schema.json'));
chmodSync(join(folder, 'cli.js'), 0o755);
