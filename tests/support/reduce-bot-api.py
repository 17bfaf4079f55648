#!/usr/bin/env python3
"""Reduces the machine-readable description of the Bot API to what a request check needs.

    reduce-bot-api.py api.json > bot-api.json

The input has the layout of github.com/PaulSonOfLars/telegram-bot-api-spec (api.json), which is made from
https://core.telegram.org/bots/api. Descriptions go, names, types and "required" stay. A field that the page calls
'always "x"' or 'must be x' keeps that constant as "is": it tells the members of a union apart.
"""
import json
import re
import sys


def fields(of):
    out = {}
    for field in of.get("fields", []):
        reduced = {"types": field["types"]}
        if field["required"]:
            reduced["required"] = True
        constant = re.search(r'(?:always|must be) ["“]?(\w+)["”]?$', field["description"].rstrip("."))
        if constant and field["types"] == ["String"] and field["name"] in ("type", "source", "status"):
            reduced["is"] = constant.group(1)
        out[field["name"]] = reduced
    return out


source = json.load(open(sys.argv[1], encoding="utf-8"))
comment = "Made by reduce-bot-api.py from api.json of github.com/PaulSonOfLars/telegram-bot-api-spec; do not edit."
print("{")
print(f' "comment": {json.dumps(comment)},')
print(f' "version": {json.dumps(source["version"])},')
print(f' "release_date": {json.dumps(source["release_date"])},')
print(' "methods": {')
lines = [f"  {json.dumps(n)}: {json.dumps(fields(m), separators=(',', ':'))}" for n, m in source["methods"].items()]
print(",\n".join(lines))
print(' },\n "types": {')
lines = []
for name, kind in source["types"].items():
    body = {"any_of": kind["subtypes"]} if kind.get("subtypes") else {"fields": fields(kind)}
    lines.append(f"  {json.dumps(name)}: {json.dumps(body, separators=(',', ':'))}")
print(",\n".join(lines))
print(" }\n}")
