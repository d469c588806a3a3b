/**
 * The rules of PDF/UA-1 that a file can be asked about, one by one: what a screen reader would stumble over, as plain
 * sentences.
 */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { numberedObjects, objectsOf } from './pdf-objects-of.js';
import { allNodes, readPdf, type PdfContent, type PdfNode } from './read-pdf.js';

/** Empty where the file keeps them all. */
export async function accessibilityFaults(bytes: Uint8Array): Promise<string[]> {
  const pdf = await readPdf(bytes);
  const objects = objectsOf(bytes);
  const faults = [
    ...(await untaggedContent(bytes)),
    ...faultsOfFile(pdf, objects),
    ...faultsOfHeadings(pdf),
    ...faultsOfLinks(pdf, objects),
    ...faultsOfNotes(numberedObjects(bytes)),
    ...pdf.pages.flatMap(({ structure }, page) =>
      allNodes(structure)
        .flatMap((node) => [...faultsOfNode(node), ...faultsOfTree(node)])
        .map((fault) => `page ${page + 1}: ${fault}`),
    ),
  ];
  await pdf.close();
  return faults;
}

const painting = new Set<number>([
  OPS.showText,
  OPS.showSpacedText,
  OPS.fill,
  OPS.eoFill,
  OPS.stroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.shadingFill,
  OPS.paintImageXObject,
]);

/** 7.1: all that is drawn belongs to a node or is an artifact, and no mark stands in another. */
async function untaggedContent(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const faults: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList();
    let depth = 0;
    fnArray.forEach((operator, index) => {
      if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth++;
      if (operator === OPS.endMarkedContent) depth--;
      const paints =
        painting.has(operator) || (operator === OPS.constructPath && painting.has((argsArray[index] as number[])[0]!));
      if (paints && depth !== 1) faults.push(`page ${number}: operator ${index} paints within ${depth} marks`);
    });
    if (depth !== 0) faults.push(`page ${number}: ${depth} marks stay open`);
  }
  await document.loadingTask.destroy();
  return faults;
}

function faultsOfFile(pdf: PdfContent, objects: string): string[] {
  const faults: string[] = [];
  if (!pdf.tagged) faults.push('the file does not say that it is tagged');
  if (!pdf.language) faults.push('the file has no language');
  if (!pdf.info['Title']) faults.push('the file has no title');
  if (!objects.includes('/DisplayDocTitle true')) faults.push('the title is not shown');
  if (!pdf.xmp.includes('<pdfuaid:part>1</pdfuaid:part>')) faults.push('the metadata does not claim PDF/UA');
  const heads = objects.match(/\/S \/TH /g)?.length ?? 0;
  if ((objects.match(/\/Scope \//g)?.length ?? 0) < heads) faults.push('a head cell has no scope');
  return faults;
}

/** What stands only in its own container (ISO 32000-1, 14.8.4.3). */
const allowedParents: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: ['LI', 'Note', 'TOCI', 'Reference', 'BibEntry', 'Link'],
  LBody: ['LI'],
  THead: ['Table'],
  TBody: ['Table'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  TOCI: ['TOC'],
};

/** 7.2: rows have as many cells as their table has columns, and each part of a list or a table stands in its own. */
function faultsOfTree({ role, children }: PdfNode): string[] {
  return children.flatMap((child) => {
    const parents = allowedParents[child.role];
    return parents !== undefined && !parents.includes(role) ? [`${child.role} stands in ${role}`] : [];
  });
}

/** 7.4.2: headings begin at the first level, and none is skipped on the way down. */
function faultsOfHeadings(pdf: PdfContent): string[] {
  const faults: string[] = [];
  let above = 0;
  for (const { structure } of pdf.pages) {
    for (const { role, text } of allNodes(structure)) {
      const level = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
      if (level > above + 1) faults.push(`heading "${text.trim()}" of level ${level} follows one of level ${above}`);
      if (level > 0) above = level;
    }
  }
  return faults;
}

/** 7.18: each link says where it leads, and stands in the structure. */
function faultsOfLinks(pdf: PdfContent, objects: string): string[] {
  const links = pdf.pages.flatMap((page) => page.links);
  const faults = links
    .filter(({ contents }) => contents.trim() === '')
    .map(({ url }) => `a link to ${url ?? 'a page'} has no words`);
  if ((objects.match(/\/Type \/OBJR/g)?.length ?? 0) < links.length) faults.push('a link is not in the structure');
  return faults;
}

/**
 * 7.9: each note has an ID that no other has, found through the tree of IDs, and a label; each reference to one is a
 * link.
 */
function faultsOfNotes(objects: ReadonlyMap<number, string>): string[] {
  const elements = (role: string): string[] =>
    [...objects.values()].filter((object) => object.includes(`/S /${role} `));
  const hasChild = (element: string, role: string): boolean =>
    [...(/\/K (\[[^\]]*\]|\d+ 0 R)/.exec(element)?.[1]?.matchAll(/(\d+) 0 R/g) ?? [])].some(([, number]) =>
      objects.get(Number(number))?.includes(`/S /${role} `),
    );
  const tree =
    objects.get(
      Number(
        /\/IDTree (\d+) 0 R/.exec(
          [...objects.values()].find((object) => object.includes('/Type /StructTreeRoot')) ?? '',
        )?.[1],
      ),
    ) ?? '';
  const known = new Set<string>();
  const faults: string[] = [];
  for (const note of elements('Note')) {
    const id = /\/ID \(([^)]*)\)/.exec(note)?.[1] ?? '';
    if (id === '') faults.push('a note has no ID');
    else if (known.has(id)) faults.push(`two notes have the ID ${id}`);
    else if (!tree.includes(`(${id}) `)) faults.push(`the ID ${id} is not in the tree of IDs`);
    known.add(id);
    if (!hasChild(note, 'Lbl')) faults.push(`the note ${id} has no label`);
  }
  for (const reference of elements('Reference'))
    if (!hasChild(reference, 'Link')) faults.push('a reference leads nowhere');
  return faults;
}

/** What may stand in what (ISO 32000-1, 14.8.4.3). */
const allowedChildren: Readonly<Record<string, readonly string[]>> = {
  Note: ['Lbl', 'P'],
  // PDF/UA-1, 7.2: a list in a list hangs in the body of an item.
  L: ['LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['THead', 'TBody', 'TFoot', 'TR', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOCI', 'TOC', 'Caption'],
};

function faultsOfNode({ role, alt, bbox, text, children }: PdfNode): string[] {
  const faults: string[] = [];
  if (role === 'Figure' && !alt) faults.push('a figure has no words');
  if (role === 'Figure' && bbox?.length !== 4) faults.push(`figure "${alt}" has no box`);
  if (text.includes('\ufffd') || text.includes('\u0000')) faults.push(`text "${text}" has a code without a character`);
  const allowed = allowedChildren[role];
  const roles = children.map((child) => child.role);
  if (role === 'Table' && roles.includes('THead') && !roles.includes('TBody'))
    faults.push('a table has a head and no body');
  if (role === 'LI' && !roles.includes('LBody')) faults.push('an item of a list has no body');
  if (roles.filter((each) => each === 'Caption').length > 1) faults.push(`${role} has two captions`);
  const caption = roles.indexOf('Caption');
  if (role === 'Table' && caption > 0 && caption < roles.length - 1) faults.push('a caption stands inside its table');
  if (role === 'THead' && roles.length === 0) faults.push('a head of a table has no row');
  for (const child of children)
    if (allowed && !allowed.includes(child.role)) faults.push(`${child.role} stands in ${role}`);
  return faults;
}
