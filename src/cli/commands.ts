/** The registry of commands. */
import { approve } from './approve.js';
import { build } from './build.js';
import { check } from './check.js';
import type { Command } from './input/command.js';
import { diff } from './diff.js';
import { figures } from './figures.js';
import { gallery } from './gallery.js';
import { lsp } from './lsp.js';
import { newReport } from './new.js';
import { newEdition } from './new-edition.js';
import { preview } from './preview.js';
import { refresh } from './refresh.js';
import { schema } from './schema.js';
import { template } from './template.js';
import { queue } from './queue.js';
import { verify } from './verify.js';
import { watch } from './watch.js';
import { where } from './where.js';
import { worker } from './worker.js';

export const commands = {
  approve,
  build,
  check,
  diff,
  figures,
  gallery,
  lsp,
  new: newReport,
  'new-edition': newEdition,
  preview,
  queue,
  refresh,
  schema,
  template,
  verify,
  watch,
  where,
  worker,
} satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as readonly CommandName[];

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);
