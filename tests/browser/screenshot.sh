#!/usr/bin/env bash
# Takes the README's picture of the built site with headless Chromium.
#
#   cargo run && tests/browser/screenshot.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

page="public/migration-alliance/index.html"
if [ ! -f "$page" ]; then
    echo "$0: no $page; build the site first with \`cargo run\`" >&2
    exit 1
fi
browser="$(command -v chromium || command -v chromium-browser || command -v google-chrome)"

# A profile of its own, so that a running browser is neither used nor disturbed.
profile="$(mktemp -d)"
trap 'rm -rf "$profile"' EXIT
mkdir -p docs/images
"$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$profile" \
    --window-size=820,1800 --force-device-scale-factor=1 --virtual-time-budget=3000 \
    --screenshot="$PWD/docs/images/article.png" "file://$PWD/$page" 2>/dev/null
