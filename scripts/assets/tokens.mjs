// Design tokens. Component tokens (`--nl-*`, `--utrecht-*`) are filled in here, at build time, from style/tokens.css and the
// house's theme: nobody changes one button at run time. `--basis-*` stay custom properties: they are the contract by which a
// house's theme drops in. What no token gives a value is left out, as the browser would do.

import { tool } from "./places.mjs";

const postcss = tool("postcss");

/** The custom properties a sheet declares, name -> value. */
export function readTokens(css) {
  const tokens = new Map();
  postcss.parse(css).walkDecls(/^--/, (declaration) => tokens.set(declaration.prop, declaration.value.replace(/\s+/g, " ")));
  return tokens;
}

/** Replaces component tokens by their values; `missing` names the declarations dropped for want of one. */
export function fillIn(root, tokens) {
  const missing = [];
  // A custom property that a rule sets itself differs from place to place and stays. Dropping one can orphan another: repeat.
  for (let changed = true; changed; ) {
    changed = false;
    const local = new Set();
    root.walkDecls(/^--/, (declaration) => local.add(declaration.prop));
    root.walkDecls((declaration) => {
      const value = resolve(declaration.value, tokens, local);
      if (value === declaration.value) return;
      changed = true;
      if (value === undefined) {
        missing.push(`${declaration.parent.selector} { ${declaration.prop}: ${declaration.value} }`);
        declaration.remove();
      } else declaration.value = value;
    });
    changed = dropUnread(root) || changed;
  }
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove();
  });
  return { css: root.toString(), dropped: root.dropped, missing };
}

/** The theme cut to what `css` reaches through var(). */
export function cutUnreachable(theme, css) {
  const reached = new Set();
  const waiting = namesRead(css);
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (reached.has(name) || !theme.has(name)) continue;
    reached.add(name);
    waiting.push(...namesRead(theme.get(name)));
  }
  const lines = [...theme].filter(([name]) => reached.has(name)).map(([name, value]) => `${name}:${value}`);
  return { css: `:root{${lines.join(";")}}`, cut: theme.size - reached.size };
}

const namesRead = (css) => [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name);

/** Properties set by rules but read by none. */
function dropUnread(root) {
  const read = new Set(namesRead(root.toString()));
  let dropped = false;
  root.walkDecls(/^--/, (declaration) => {
    if (read.has(declaration.prop) || declaration.prop.startsWith("--basis-")) return;
    declaration.remove();
    dropped = true;
  });
  return dropped;
}

/** A value with its component tokens replaced; undefined when one has neither a value nor a fallback. */
function resolve(value, tokens, local) {
  const start = value.indexOf("var(");
  if (start < 0) return value;
  const end = closing(value, start + 3);
  const inside = value.slice(start + 4, end);
  const comma = inside.indexOf(",");
  const name = (comma < 0 ? inside : inside.slice(0, comma)).trim();
  const fallback = comma < 0 ? undefined : resolve(inside.slice(comma + 1).trim(), tokens, local);
  const rest = resolve(value.slice(end + 1), tokens, local);
  const here = one(name, fallback, tokens, local);
  return here === undefined || rest === undefined ? undefined : value.slice(0, start) + here + rest;
}

function one(name, fallback, tokens, local) {
  if (local.has(name)) return fallback === undefined ? `var(${name})` : `var(${name}, ${fallback})`;
  if (!tokens.has(name)) return fallback;
  return name.startsWith("--basis-") ? `var(${name})` : resolve(tokens.get(name), tokens, local);
}

function closing(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")" && (depth -= 1) === 0) return at;
  }
  throw new Error(`style: unbalanced brackets in "${text}"`);
}
