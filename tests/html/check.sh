#!/usr/bin/env bash
# Checks every built page with the Nu HTML Checker (https://validator.github.io/validator/).
#
#   tests/html/check.sh [FOLDER]     FOLDER is the built site, `public` unless said otherwise
#
# Any error fails; warnings are shown and do not. The checker comes from npm, pinned in the lock
# file beside this script, and needs Java 17 and npm. Without them the check is skipped with a
# line that says so, except under CI=true, where it fails.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
site="${1:-$here/../../public}"

unavailable() {
    echo "tests/html/check.sh: $1" >&2
    if [ "${CI:-}" = true ]; then
        exit 1
    fi
    echo "SKIPPED: no page was checked for valid HTML" >&2
    exit 0
}

command -v java >/dev/null || unavailable "java (17 or newer) is not installed"
command -v npm >/dev/null || unavailable "npm is not installed"

# The package carries the checker itself; its install script would only fetch a Java runtime.
jar="$here/node_modules/vnu-jar/build/dist/vnu.jar"
installed="$here/node_modules/.package-lock.json"
if [ ! -f "$jar" ] || [ "$here/package-lock.json" -nt "$installed" ]; then
    (cd "$here" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
fi

# An empty folder must not pass as a valid site.
pages="$(find "$site" -type f -name '*.html' | wc -l)"
if [ "$pages" -eq 0 ]; then
    echo "tests/html/check.sh: no .html file in $site; build the site first with \`cargo run\`" >&2
    exit 1
fi

java -Xss4m -jar "$jar" --skip-non-html "$site"
echo "$pages pages: valid HTML"
