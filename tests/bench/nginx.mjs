// nginx as one would set it up to serve this one page: the compressed body as a file, the same headers.

import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes the configuration into the folder and gives its path. `body` lies in that folder. */
export function configurationOf(folder, port, path, headers) {
  if (path.endsWith("/")) throw new Error("an address that ends with a slash is a folder for nginx: take another page");
  // nginx makes these by itself.
  const own = ["content-type", "etag"];
  const added = headers.filter(([name]) => !own.includes(name)).map(([name, value]) => `add_header ${name} "${value}";`);
  const type = headers.find(([name]) => name === "content-type")[1];
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((word) => `${word}_temp_path ${folder}/${word};`);
  const file = join(folder, "nginx.conf");
  // Debian's settings, but for: no log of visits (ours keeps none), the file stays open, connections stay.
  writeFileSync(
    file,
    `daemon off; pid ${folder}/nginx.pid; error_log stderr warn; worker_processes auto;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; server_tokens off;
  open_file_cache max=10 inactive=60s; open_file_cache_valid 60s;
  ${places.join(" ")}
  server {
    listen 127.0.0.1:${port};
    location = ${path} {
      alias ${folder}/body; types {} default_type "${type}";
      ${added.join("\n      ")}
    }
  }
}
`,
  );
  // Its workers are nobody, who may read what is public.
  chmodSync(folder, 0o755);
  return file;
}
