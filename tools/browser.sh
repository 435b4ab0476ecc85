#!/usr/bin/env bash
# See to it that there is a Chromium for the tests of the report page: the system's, else Debian's, else Playwright's.
set -euo pipefail

for name in chromium chromium-browser google-chrome chrome; do
  command -v "$name" >/dev/null && exit 0
done
if command -v apt-get >/dev/null; then
  sudo=""
  [ "$(id -u)" = 0 ] || sudo="sudo -n"
  if $sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -q -y --no-install-recommends chromium; then
    exit 0
  fi
fi
"${1:-python3}" -m playwright install chromium || {
  echo "no Chromium: install your system's package (Debian: apt-get install chromium), then run make test again" >&2
  exit 1
}
