/** Tells when something happens in the folders of files that were read. What happened is for the caller to look at. */
import { existsSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { dirname, resolve } from 'node:path';

export interface FolderWatch {
  /** Watches the folders of these paths too; a path that ends with `/` is a folder. */
  readonly add: (paths: Iterable<string>) => void;
  readonly close: () => void;
}

/**
 * Folders are watched, not files: an editor that saves puts a new file in the old one's place. A folder that is not
 * there yet is watched from the nearest one above it.
 */
export function watchFolders(workingFolder: string, onEvent: () => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  const forget = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const open = (folder: string): void => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, () => {
        // One that was deleted, and may come back as another, is watched anew when it is next asked for.
        if (!existsSync(folder)) forget(folder);
        onEvent();
      });
      watcher.on('error', () => {
        forget(folder);
        onEvent();
      });
      watchers.set(folder, watcher);
    } catch {
      const above = dirname(folder);
      if (above !== folder) open(above);
    }
  };
  return {
    add(paths) {
      for (const path of paths)
        open(path.endsWith('/') ? resolve(workingFolder, path) : dirname(resolve(workingFolder, path)));
    },
    close() {
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}
