/**
 * What the keys of files mean, as editors show it: the words of data/README.md and templates/README.md. A test holds
 * them against the READMEs.
 */
export const keyMeanings = {
  report: {
    bundle: 'The templates: a folder under `templates/`; `annual-briefing` where it is left out',
    theme:
      'Colours and fonts: a folder under `templates/themes/`; `celadon` where it is left out. `celadon` is sans throughout; `inkstone` has Song and Kai on paper, from two packages that are installed apart',
    brand: 'Two colours, fonts and a logo over the theme, as in a brand.yaml beside report.yaml; not both',
    locale:
      'The language of figures and of all words that briefkit and the bundle add: `zh-CN`, or `en` for English: see In English',
    outputs: 'What is built, of the list below: `[deck.pptx, briefing.pdf]`',
    title: 'The headline; a figure may stand in it, as in `slogan`, `footer`, and the titles of sections and charts',
    subtitle: '*Words* under it',
    slogan: 'A short line for the cover, the masthead and the closing slide',
    place: 'Of whom the report is, of which year, and the year of the edition',
    period: 'Of whom the report is, of which year, and the year of the edition',
    edition: 'Of whom the report is, of which year, and the year of the edition',
    cover: 'Picture of the cover, by name',
    date: '`YYYY-MM-DD`: the only date that goes into the files, so that the same data gives the same bytes. Where it is left out the files have none',
    author: 'Properties of the files',
    subject: 'Properties of the files',
    keywords: 'Properties of the files',
    footer: 'At the foot of slides and pages',
    opening: '*Words*: the year in one paragraph',
    highlights: 'Ids of the key figures: the year at a glance',
    honours: 'Ids of ranks and awards',
    sections: 'List of sections, below',
    programme: 'The year to come, below',
    closing: '*Words* of the last slide: source and credits',
    figures:
      'The file of figures, `figures.csv` or `figures.xlsx`, or a list of files. A `.yaml` or `.json` file does too: a list of maps with the columns as keys, or a map of maps by id',
    derive: 'Figures that follow from others, and names for many of them: see Numbers that follow from numbers',
    groups: 'Figures that follow from others, and names for many of them: see Numbers that follow from numbers',
    handout: 'Of the outputs, below',
    print: 'Of the outputs, below',
    attachments: 'Of the outputs, below',
    embed: '`true`: fonts with an open licence travel in the deck',
    native:
      'Of all charts, what a chart says of itself under `native`: `chartex` for those that PowerPoint has kinds of its own for since 2016',
    draft: 'Of the outputs, below',
    resolution: 'Of the pictures, by output, below',
    units: "Units of the report's own, which the locale does not know: `[标箱, 航班]`",
    checks: 'Sums that have to come out, below',
    names:
      'Names and terms: `[三年行动, 五星级]`. No line parts them, and a number in them is no figure, which `briefkit check` asks of every other one to be',
    prohibition:
      'How strictly marks are kept from line edges on paper: `gb` (if not given), `strict`, or `basic`, which lets —— and …… start a line and / stand at either edge',
    silence: 'What `briefkit check` found and the report lets stand, below',
    charts: 'By name, below',
    tables: 'By name, below',
    pictures: 'By name, below',
    footnotes: 'Footnotes for all texts, by name: see Footnotes',
  },
  chart: {
    type: 'One of the kinds below',
    title: 'Above the chart',
    figures: "Ids, a point each; a figure's label is its category, or its period where labels repeat",
    series:
      "Without `table`: ids of figures over time. Their periods are the categories, at equal distances; a period that is missing is a gap. Where there is no room for all, years are named evenly, the first and the last among them; quarters and months stand over their year (in decks where each of them has room for its name: an axis of two levels, years and quarters in columns of their own in the chart's workbook). Of a table whose rows are named by periods the same holds of `line`, `area`, `stepped`, `column` and `combo`, but where more are missing than are there",
    periods: 'Of `series`: `2013..2024`, `2023Q1..`; the last so many: `12`',
    last: 'Of `series`: `2013..2024`, `2023Q1..`; the last so many: `12`',
    table:
      'Instead of `figures`: a table by name, its column of categories and its columns of numbers. Of `treemap` and `sunburst` several columns of names, the outermost first: `category: [region, town]`; an empty cell there goes on with what stands above it',
    category:
      'Instead of `figures`: a table by name, its column of categories and its columns of numbers. Of `treemap` and `sunburst` several columns of names, the outermost first: `category: [region, town]`; an empty cell there goes on with what stands above it',
    value: 'Which number is drawn: `value` (unless said otherwise), `change` or `rank`',
    unit: 'Of the axis. The figures must have it; leave it out where units differ, then each label says its own',
    whole: 'What a gauge or a progress bar is a share of: `100`',
    emphasise: 'Ids of the points in the accent colour',
    sort: '`none`, `ascending` or `descending`',
    stack: 'Of `bar`, `column`, `area`: `none`, `stacked` (the sum stands at the end) or `percent`',
    top: 'How many of the largest are shown; the rest is added up as 其他',
    target:
      'Of `bar`, `column`, `line`, `area`, `stepped`: a number, or `{ value: 1100, label: 全年目标 }`, as a dashed line named at its end',
    compare:
      'A growth arrow with its number: `[2022, 2024]`, or `{ from, to, as, series, label }`, or a list of such. `as` is `total` (+30.2%), `cagr` (a year, by the years between) or `points`; for shares it is points. Of a stack the sums are compared',
    difference:
      'Two levels and the arrow between them: `[甲, 乙]`, or a map as above. A chart of less than 200 × 90 pt has no arrows: they would stand upon its bars',
    average: '`true`, or `{ series, label }`: a line at the mean of the points',
    limits: '`[lower, upper]`, or `{ lower, upper, labels: [..] }`: dashed lines',
    brackets: 'Over groups: `[{ from: 2020, to: 2022, label: 前三年 }]`',
    callouts: 'Words with a leader to a point: `{ 2022: 新厂投产 }`',
    beside:
      'A table beside the last column of a stack (`column`, `area`), its rows at the height of the parts, or beside the ends of lines (`line`, `area`, `stepped`), instead of a legend: `value`, `change`, `cagr`, of stacks also `share` (of the last column) and `shift` (by how many points that moved), or a list of them; `{ show: [cagr, share], from: 2022 }` counts changes from another category than the first. `names` are the names alone, which stand there unasked where they have room; `legend` wants a legend',
    forecast: 'The first category that is a forecast: from there on lines are dashed and bars paler',
    notes: 'What is said at a point: `{ 8月: 全年最高 }`. Of `bar`, `column`, `line`, `area`, `stepped`',
    scale:
      '`linear` or `log`, of `bar`, `column`, `line`, `stepped`: for one number that dwarfs the others. A log axis is always shown, and takes numbers above zero alone. Axes are never broken: a cut bar no longer shows its number',
    lines:
      'Of `combo`: the columns of the table that are drawn as lines, and their unit where it is another; they then have an axis of their own',
    lines_unit:
      'Of `combo`: the columns of the table that are drawn as lines, and their unit where it is another; they then have an axis of their own',
    native:
      'Of `waterfall`, `funnel`, `treemap`, `sunburst`, `histogram`, `box`: `chartex` has it in the deck as the kind that PowerPoint has for it since 2016, with the drawing of `classic` beside it for all other programs: see Charts of PowerPoint 2016. `classic` where neither the chart nor the report says otherwise',
    sums: 'Of `waterfall`: the categories that stand on zero. One without a number is what the steps have come to',
    chartjs:
      'Of `chartjs`: a whole Chart.js configuration: `type`, `data`, `options`. No functions. Its plugins `datalabels` and `annotation` under `options.plugins` are those that the bundle names in its `bundle.yaml`',
    areas:
      'Of `map`: a GeoJSON or TopoJSON file of the report, `maps/towns.geojson`; or `{ file, object, name }`, where `object` is one of a TopoJSON file and `name` the property by which the rows call areas: see Maps',
    options:
      'Chart.js options, passed through. PowerPoint does not take them, so the deck shows the chart as a picture, and a warning says so',
    caption:
      '*Words* under the chart. Without a caption the briefing prints the title there: a title that names its figures needs none',
    source:
      '*Words* under the chart. Without a caption the briefing prints the title there: a title that names its figures needs none',
    alt: 'What a screen reader says; made from the figures where it is left out',
  },
  table: {
    caption: '*Words*',
    alt: 'What a screen reader says of it',
    head: 'The head row, *words* each',
    align: 'A word a column: `start`, `center`, `end`, `decimal`',
    rows: 'Lists of cells, *words* each; as many as the head has',
    groups: 'First cells of rows that head the rows below them: set apart, and never the last on a page',
    totals: 'First cells of rows that are set strong: 合计',
    emphasise: 'Heads of columns that are set strong on a tint: the period that the table is about',
    merge: '`true` joins cells of the first column that say the same, one below the other',
    file: 'Instead of `head` and `rows`: a text file such as `tables/name.csv`, or a workbook; its cells are *words*',
    markup: '`false` takes the cells of a file as they stand: no Markdown, no figures in them',
    failed:
      'Of a workbook: `empty` takes cells whose formula failed (#DIV/0!) or was never computed for empty ones, with one warning that says where and how many. Without it each is an error',
    from: 'Instead of `file`: SQL, and where it is asked; see Databases',
    sheet:
      'Of a workbook: which cells, `sheet: 财政` or a number, `range: A3:F20` or the name of a range or of an Excel table. Without an end (`A3`) or without `range` the table is found: title and unit lines above it and notes below it are not part of it. Cells say what they show: 1,234.5, 8.1%',
    range:
      'Of a workbook: which cells, `sheet: 财政` or a number, `range: A3:F20` or the name of a range or of an Excel table. Without an end (`A3`) or without `range` the table is found: title and unit lines above it and notes below it are not part of it. Cells say what they show: 1,234.5, 8.1%',
    columns: 'Of a file: some of its columns, by their names, in this order',
    first: 'Of a file: so many rows from the top, from the end',
    last: 'Of a file: so many rows from the top, from the end',
    keep: 'Of a file: the rows whose first cells say so',
    reverse: '`true` turns the order of the rows: the latest month last',
    transpose: "`true` exchanges rows and columns of a file's table",
    notes: 'List of *words* under the table',
    figures:
      'Ids, groups or patterns (`town.*.gdp`): a row each. Their unit stands in the head where all have one, else in a column of its own; a period that a figure lacks is —',
    periods: 'Which periods are columns: `2013..2024`, `2023Q1..`; the last so many. Without them that of the report',
    show: '`value`, `change` or `rank`: what the cells say. `value` unless said otherwise',
    with: 'A list of `change` and `rank`: columns behind the last period that say those of it',
    sort: 'A period by which rows are ordered, the largest first, or `{ by: 2024, order: ascending }`; so many rows',
    top: 'A period by which rows are ordered, the largest first, or `{ by: 2024, order: ascending }`; so many rows',
    derive:
      'Columns by name, each an expression over the columns of its row, by their heads in quotation marks: `人均（元）: \'"产值" / "人口"\'`. A unit in brackets in a head counts, and the number is given in that of its own head',
    total:
      "The name of a row below the others that adds up the file's own columns of amounts; shares and derived columns are not added",
    unit_row: '`true`: units go from the heads into a row of their own below',
  },
  picture: {
    file: 'PNG, JPEG or SVG. Its bytes must be what its name says, and whole. Pixels are RGB, at most 10,000 a side and 36 million in all; 1600 × 900 is enough for both slides and paper. An SVG is drawn as vectors in PDFs; in a deck PowerPoint shows it as vectors too, and other programs the pixels beside it',
    also: 'The same picture in other files, one or a list: in fewer or more pixels, of which each output takes those that its `resolution` asks for, or as an SVG, which PDFs draw instead',
    caption: '*Words*. An illustration says so: （示意图）',
    alt: 'What a screen reader says',
    fit: '`cover` cuts it to its place around its `focus`, however much is lost. Otherwise a photograph (a JPEG, or a PNG as large as one) is cut where it loses less than a fifth, and where a layout lays it to the edges of the slide, which is told; one that would lose more is shown whole, which is told too. A drawing, a chart, an organigram is shown whole',
    focus: 'The point that a crop keeps, as shares of width and height: `{ x: 0.5, y: 0.6 }`',
    resolution: 'unless said otherwise',
  },
  check: {
    sum: 'Ids whose values add up, and the figure or number that they add up to',
    equals: 'Ids whose values add up, and the figure or number that they add up to',
    shares: 'Instead of `sum`: ids of shares that make 100 %',
    tolerance: 'How far off the sum may be; 0 unless said otherwise',
    label: 'What it is called where it fails',
  },
  silence: {
    code: '`unbound-number`, `unused-figure`, `change-disagrees` … Mistakes that stop a build cannot be silenced',
    at: 'Where: a file of the report (`narrative/trade.md`), `file:line`, in a workbook `figures.xlsx:指标!A7`, or a name that the message quotes (`gdp.growth`). Left out, it covers every finding of that code',
    reason: 'Why it may stand. It must be there, and it must be true',
  },
  region: {
    accepts:
      'block kinds that go here (`paragraph` `list` `quote` `callout` `heading` `chart` `table` `picture` `kpis` `cards` `contents`), or a part of the slide (`title` `subtitle` `kicker` `footer` `number` `date`)',
    box: 'x, y, width, height in pt from the top left; a slide is 960 × 540',
    most: 'how many blocks it takes; left out: any number',
    style: 'text style of the theme for plain text in it',
    smallest: "sizes in pt between which its text, or its table, is fitted; left out: the style's own",
    largest: "sizes in pt between which its text, or its table, is fitted; left out: the style's own",
    valign: '`top` (as when left out), `middle`, `bottom`',
    placeholder:
      'the placeholder that it becomes in the deck: `title` `ctrTitle` `subTitle` `body` `pic` `ftr` `dt` `sldNum`; left out: a direct box',
    bleed: 'a picture fills it to the edge, without caption',
  },
  theme: {
    font: '`heading`, `body`, `prose` or `quote`',
    size: 'in pt; baseline to baseline',
    lineHeight: 'in pt; baseline to baseline',
    bold: '`align`: `start` `center` `end` `justify`',
    color: '`align`: `start` `center` `end` `justify`',
    align: '`align`: `start` `center` `end` `justify`',
    spaceBefore: 'in pt',
    spaceAfter: 'in pt',
    firstIndent: "of a paragraph's first line, in em",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
