#!/usr/bin/env bash
# The whole process behind a fake Bot API: updates a second, CPU seconds per 1,000 updates, reply latency, memory.
#   benches/whole.sh [people] [updates] [latency-ms] [rate] [polling|webhook]
# The program runs on one core (taskset), the fake on the other.
set -euo pipefail
cd "$(dirname "$0")/.."
people=${1:-200} updates=${2:-40000} latency=${3:-0} rate=${4:-0} mode=${5:-polling}
[ -n "${BUILT:-}" ] || cargo build --release --quiet --bin ip-office-bot --example fake-bot-api
folder=$(mktemp -d); trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$folder"' EXIT
target=${CARGO_TARGET_DIR:-$PWD/target}/release
port=$((20000 + RANDOM % 20000)); web=$((port + 1))
cat > "$folder/office.toml" <<T
[server]
listen = "127.0.0.1:$web"
[telegram]
mode = "$mode"
webhook_url = "http://127.0.0.1:$web"
webhook_secret = "bench-bench-bench-bench"
webhook_connections = 100
per_second = 0
person_per_second = 0
group_per_minute = 0
[limits]
tickets_a_day = 100000000
messages_in_ten_minutes = 0
[log]
filter = "warn"
T
extra=(); [ "$rate" = 0 ] || extra+=(--rate "$rate"); [ "$latency" = 0 ] || extra+=(--latency-ms "$latency")
taskset -c 1 "$target/examples/fake-bot-api" --quick --port "$port" --people "$people" --updates "$updates" --script benches/report.script "${extra[@]}" > "$folder/report.json" 2> "$folder/fake.log" &
fake=$!
sleep 0.3
(cd "$folder" && TELOXIDE_TOKEN=123456:TEST-canary-token TELOXIDE_API_URL=http://127.0.0.1:$port exec taskset -c 0 "$target/ip-office-bot" serve > "$folder/serve.log" 2>&1) &
sleep 0.5
serve=$(pgrep -f "$target/ip-office-bot serve" | head -1)
wait "$fake" || { cat "$folder/fake.log" "$folder/serve.log"; exit 1; }
ticks=$(awk '{print $14 + $15}' "/proc/$serve/stat"); hertz=$(getconf CLK_TCK)
memory=$(awk '/VmRSS/ {print $2}' "/proc/$serve/status")
kill -TERM "$serve"; wait 2>/dev/null || true
cat "$folder/report.json"
awk -v t="$ticks" -v h="$hertz" -v u="$updates" -v m="$memory" 'BEGIN { printf "cpu_seconds_per_1000_updates %.3f\nresident_mib %.1f\n", t / h / u * 1000, m / 1024 }'
