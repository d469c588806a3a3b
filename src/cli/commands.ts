/** The registry of commands. */
import { build } from './build.js';
import type { Command } from './command.js';

export const commands = { build } satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as readonly CommandName[];

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);
