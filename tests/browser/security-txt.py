"""Judges a security.txt as internet.nl does: reads it from standard input, prints what sectxt found as JSON.

security-txt.py <address of the file as visitors reach it>
"""

import json
import sys

from sectxt import Parser

judged = Parser(sys.stdin.buffer.read(), urls=sys.argv[1])
print(json.dumps({
    "errors": [f"{found['code']}: {found['message']}" for found in judged.errors],
    "recommendations": [f"{found['code']}: {found['message']}" for found in judged.recommendations],
}))
