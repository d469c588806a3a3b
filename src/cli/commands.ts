/** The registry of commands. */
import { build } from './build.js';
import { check } from './check.js';
import type { Command } from './command.js';
import { diff } from './diff.js';
import { figures } from './figures.js';
import { newReport } from './new.js';
import { preview } from './preview.js';
import { schema } from './schema.js';
import { watch } from './watch.js';
import { where } from './where.js';

export const commands = { build, check, diff, figures, new: newReport, preview, schema, watch, where } satisfies Record<
  string,
  Command
>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as readonly CommandName[];

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);
