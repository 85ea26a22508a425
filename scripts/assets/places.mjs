// Where things are, and which houses there are.

import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The absolute path of something in the repository. */
export const inRoot = (path) => join(root, path);

/** Loads one of the tools pinned in style/package.json. */
export const tool = createRequire(inRoot("style/package.json"));

/** Every file below a folder of the repository whose name ends as told. */
export function filesUnder(folder, ending) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** The short names of the houses: the folders of content/ that have a theme. */
export const houses = () => readdirSync(inRoot("content")).filter((name) => existsSync(inRoot(`content/${name}/theme.css`))).sort();
