// The security.txt of every house passes the check that internet.nl uses (RFC 9116; mandatory for the Dutch government).

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, test } from "node:test";
import { houseNames, openHouse } from "./house.mjs";

const address = "https://huis.example/.well-known/security.txt";
const python = process.env.SECTXT_PYTHON ?? join(import.meta.dirname, "../../.tools/sectxt/bin/python");

/** What the site can't have: nobody signs on its behalf, and nobody published a key to encrypt to. */
const without = ["not_signed", "no_encryption"];

for (const name of houseNames) {
  describe(name, () => {
    test("its security.txt is accepted, and says what is recommended", async (t) => {
      // Only a site over TLS has web addresses to put in it.
      const house = await openHouse({ ZVH_HOUSES: `${name}=https://huis.example` }, name);
      try {
        const answer = await fetch(`${house.direct}/.well-known/security.txt`);
        assert.equal(answer.status, 200);
        assert.equal(answer.headers.get("content-type"), "text/plain; charset=utf-8");
        const text = await answer.text();
        t.diagnostic(text);
        const { errors, recommendations } = judge(text);
        assert.deepEqual(errors, []);
        assert.deepEqual(recommendations.filter((found) => !without.includes(found.split(":")[0])), []);

        assert.match(judge(text.replace(/^Contact: .*\r\n/gm, "")).errors.join(), /no_contact/);
        assert.match(judge(text.replace(/^Expires: .*$/m, "Expires: 2020-01-01T00:00:00Z")).errors.join(), /expired/);
        assert.match(judge(text.replace(/^Canonical: .*$/m, "Canonical: https://elders.example/.well-known/security.txt")).errors.join(), /no_canonical_match/);
      } finally {
        await house.close();
      }
    });
  });
}

function judge(text) {
  const { status, stdout, stderr, error } = spawnSync(python, [join(import.meta.dirname, "security-txt.py"), address], { input: text });
  assert.equal(status, 0, `${error ?? stderr}; sectxt comes with: scripts/setup tests`);
  return JSON.parse(stdout);
}
