#!/usr/bin/env bash
# From the start of the program to its first answer, and the memory it takes then: empty, with open drafts, with many tickets.
#   benches/start.sh [tickets] [drafts]
# A fake Bot API has one message waiting; the time ends when the answer to it arrived there.
set -euo pipefail
cd "$(dirname "$0")/.."
tickets=${1:-100000} drafts=${2:-10000}
[ -n "${BUILT:-}" ] || cargo build --release --quiet --bin ip-office-bot --example fake-bot-api --example fill
target=${CARGO_TARGET_DIR:-$PWD/target}/release
folder=$(mktemp -d); trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$folder"' EXIT
echo /start > "$folder/hello.script"

start() { # name
    local port=$((20000 + RANDOM % 20000)) began ended serve
    printf '[server]\nlisten = "127.0.0.1:%s"\ndata = "%s/%s"\n[log]\nfilter = "warn"\n' $((port + 1)) "$folder" "$1" > "$folder/office.toml"
    "$target/examples/fake-bot-api" --quick --port "$port" --people 1 --updates 1 --script "$folder/hello.script" > /dev/null 2> "$folder/fake.log" &
    local fake=$!
    sleep 0.5
    began=$(date +%s%N)
    (cd "$folder" && TELOXIDE_TOKEN=123456:TEST-canary-token TELOXIDE_API_URL=http://127.0.0.1:$port exec "$target/ip-office-bot" serve > "$folder/serve.log" 2>&1) &
    serve=$!
    wait "$fake" || { cat "$folder/fake.log" "$folder/serve.log"; exit 1; }
    ended=$(date +%s%N)
    sleep 1
    awk -v name="$1" -v ms=$(((ended - began) / 1000000)) '/VmRSS/ { printf "%-24s first answer after %5d ms, %5.1f MiB resident\n", name, ms, $2 / 1024 }' "/proc/$serve/status"
    kill -TERM "$serve"; wait "$serve" 2>/dev/null || true
}

# Each on data of its own: an update that was handled before gets no second answer.
start empty; start empty-again
"$target/examples/fill" "$folder/drafts" 0 "$drafts" > /dev/null; start drafts
"$target/examples/fill" "$folder/tickets" "$tickets" 0 > /dev/null; start tickets
