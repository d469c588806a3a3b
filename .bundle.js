/**
 * Bundles the command line and the public API into `.build/`. The command is one CommonJS script, whose compiled code V8
 * can keep between runs, and a small file that loads it; the API are modules whose chunks load when they are first
 * needed. Left out are the canvas, which is a native binary, and the fonts, which are read as files.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
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
const testPrograms = { bench: ['bench', 'plain-deck', 'plain-paper', 'typst-paper', 'draw-charts'], fuzz: ['fuzz'] };

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
 * cuts its subsets and breaks its lines itself and encrypts nothing. pptxgenjs loads https, 1 % of a short build, for
 * pictures of the web. In the bundle they are never loaded.
 */
const neverAsked = {
  name: 'never-asked',
  setup({ onResolve, onLoad }) {
    const neverFrom = (filter, library) =>
      onResolve({ filter }, ({ path, importer }) =>
        library.test(importer) ? { path, namespace: 'never-asked' } : undefined,
      );
    neverFrom(/^(fontkit|linebreak|@noble.ciphers.aes)$/, /node_modules.pdfkit./);
    neverFrom(/^node:https$/, /node_modules.pptxgenjs./);
    onLoad({ filter: /.*/, namespace: 'never-asked' }, ({ path }) => ({
      contents: `const refuse = () => { throw new Error('a library asked for ${path}'); };
        export { refuse as create, refuse as cbc, refuse as ecb, refuse as get }; export default refuse;`,
    }));
  },
};

/** linebreak unpacks its table, which is deflated twice, in JavaScript that runs once: Node's zlib is there anyway. */
const ownInflate = {
  name: 'own-inflate',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules.tiny-inflate.index\.js$/ }, () => ({
      contents: `module.exports = (packed, room) => { room.set(require('node:zlib').inflateRawSync(packed)); return room; };`,
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

/**
 * Libraries that a synchronous function asks for when it needs them, by a `require` of its own. No bundler follows that:
 * in the script they are required as anything else is, for the modules they stand in files of their own.
 */
const askedLater = { saxes: 'saxes.cjs', 'hyphen/en-us': 'hyphen-en-us.cjs', fontkit: 'fontkit.cjs' };
const requiredBy = (inScript) => ({
  name: 'asked-later',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replace(/createRequire\(import\.meta\.url\)\('([^']+)'\)/g, (own, name) =>
        inScript ? `require('${name}')` : name in askedLater ? own.replace(name, `./${askedLater[name]}`) : own,
      ),
    }));
  },
});

const bundleAskedLater = () =>
  Promise.all(
    Object.entries(askedLater).map(([name, file]) =>
      build({
        ...common,
        stdin: { contents: `module.exports = require('${name}');`, resolveDir: root },
        outfile: join(folder, file),
        format: 'cjs',
      }),
    ),
  );

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
};
const external = ['canvas', 'tinypool', 'pdf-lib', 'bullmq', '@duckdb/node-api', 'postgres', 'pdfjs-dist'];

async function bundleModules() {
  const { outputFiles } = await build({
    ...common,
    write: false,
    entryPoints: { index: 'src/index.ts' },
    outdir: folder,
    splitting: true,
    format: 'esm',
    chunkNames: '[name]-[hash]',
    external,
    plugins: [neverAsked, ownInflate, besideBundle, requiredBy(false)],
    // Some dependencies are CommonJS and ask for Node's own modules with `require`.
    banner: {
      js: "import { createRequire as briefkitRequire } from 'node:module'; const require = briefkitRequire(import.meta.url);",
    },
  });
  for (const { path, text } of outputFiles) writeFileSync(path, sharingShapes(text));
}

/**
 * Where a literal begins with the parts of other objects, `{...item, tag}`, and more than four kinds of them come, V8 11
 * (Node 20) makes a hidden class for each object that comes out, and no code is fast with those. With an empty object
 * before it they share the class of their kind: 1,500 slides take 0.8 of the time. esbuild would leave it out again, so
 * it goes into what esbuild wrote.
 */
const sharingShapes = (script) => script.replaceAll('{...', '{...{},...');

/**
 * The command: a script that is a function, as `src/project/load-program.ts` calls it. `import()` of what stands outside
 * fails in a script that V8 did not compile itself; it is the loader's to do.
 */
async function bundleCommand() {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: ['src/cli/process/program.ts'],
    outfile: join(folder, 'program.cjs'),
    format: 'cjs',
    external,
    plugins: [neverAsked, ownInflate, besideBundle, requiredBy(true)],
    define: { 'import.meta.url': 'briefkitPlace' },
    metafile: true,
    write: false,
  });
  const [{ imports }] = Object.values(metafile.outputs);
  const outside = new Set(imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path));
  const body = sharingShapes(outputFiles[0].text).replace(/\bimport\("([^"]+)"\)/g, (own, name) =>
    outside.has(name) ? `briefkitImport("${name}")` : own,
  );
  const parameters = 'exports,require,module,__filename,__dirname,briefkitImport,briefkitPlace';
  const script = asciiOf(`(function(${parameters}){${body}\n})`);
  const name = `program-${createHash('sha256').update(script).digest('hex').slice(0, 12)}.cjs`;
  writeFileSync(join(folder, name), script);
  await build({
    ...common,
    entryPoints: {
      cli: 'src/cli/process/main.ts',
      'batch-worker': 'src/batch/pool-thread.ts',
      'watch-worker': 'src/cli/watching/part-thread.ts',
    },
    outdir: folder,
    format: 'esm',
    define: { BRIEFKIT_PROGRAM: JSON.stringify(`./${name}`) },
  });
  chmodSync(join(folder, 'cli.js'), 0o755);
}

/** The thread that makes pictures smaller: a file of its own, which loads in no time. */
const bundlePictureWorker = () =>
  build({
    ...common,
    entryPoints: ['src/raster/picture-worker.ts'],
    outfile: join(folder, 'picture-worker.cjs'),
    format: 'cjs',
  });

/** The YAML files and templates of `templates/` parsed, by what `ownParsed` looks them up by. */
async function packOwnTexts() {
  const packers = {
    yaml: ['packedTreeOf', 'read/data/packed-tree'],
    hbs: ['packedProgramOf', 'read/template/packed-program'],
  };
  const places = {};
  const bodies = [];
  let end = 0;
  for (const [kind, [name, module]] of Object.entries(packers)) {
    const packer = join(folder, 'packer.cjs');
    await build({ ...common, entryPoints: [`src/${module}.ts`], outfile: packer, format: 'cjs' });
    const { [name]: pack } = require(packer);
    const paths = readdirSync(join(root, 'templates'), { recursive: true }).filter((path) => path.endsWith(`.${kind}`));
    for (const path of paths.sort()) {
      const text = readFileSync(join(root, 'templates', path), 'utf8');
      const tree = pack(text);
      const mark = createHash('sha256').update(text).digest('hex').slice(0, 32);
      if (!tree || `${kind} ${mark}` in places) continue;
      const body = Buffer.from(JSON.stringify(tree));
      places[`${kind} ${mark}`] = [end, (end += body.length)];
      bodies.push(body);
    }
    delete require.cache[packer];
    rmSync(packer);
  }
  writeFileSync(join(folder, 'own-texts'), Buffer.concat([Buffer.from(`${JSON.stringify(places)}\n`), ...bodies]));
}

/**
 * A text takes half the memory where all its characters are ASCII. What esbuild leaves stands in patterns, and in raw
 * strings that patterns are made of; there the escape means the same.
 */
const asciiOf = (script) =>
  script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

// The types stay: npm makes them before it asks for the bundle.
for (const name of existsSync(folder) ? readdirSync(folder) : [])
  if (name !== 'types') rmSync(join(folder, name), { recursive: true });
mkdirSync(folder, { recursive: true });
await bundleModules();
await bundleCommand();
await bundleAskedLater();
await bundlePictureWorker();
await packOwnTexts();
await bundlePreviewPage();
await bundleRaster();
if (process.argv[2] in testPrograms) await bundleTestProgram(process.argv[2]);
copyColorProfile();
// What build.json holds, for programs that read it.
copyFileSync(join(root, 'src/provenance/build.schema.json'), join(folder, 'build.schema.json'));
