#!/bin/sh
# Makes .venv ready: system libraries (Debian, as root), uv, locked packages. Quick when nothing is to do.
# With "bench" also what the report's speed is held against; without it that is left out of the table.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "plumbline: $*" >&2; }

PACKAGES="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
LIBRARIES="libglib-2.0.so.0 libGL.so.1 libEGL.so.1 libxkbcommon.so.0 libdbus-1.so.3 libfontconfig.so.1 libxkbcommon-x11.so.0 libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-keysyms.so.1 libxcb-shape.so.0"
PEERS_PACKAGES="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
PEERS_LIBRARIES="libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0"

missing_libraries() {  # names of libraries: prints those that are not there
    known=$(/sbin/ldconfig -p 2>/dev/null || true)
    for library; do
        case "$known" in *"$library "*) ;; *) printf '%s ' "$library" ;; esac
    done
}

install_debian() {  # package names: installs them as root, else prints the line to run
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "installing $*"
        log=$(mktemp)
        if { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
            rm -f "$log"
            return 0
        fi
        cat "$log" >&2
        rm -f "$log"
        say "could not install the packages above. Once they are available, run this again."
        return 1
    fi
    say "some system packages are missing. Run this line once, then try again:"
    say "  sudo apt-get install -y --no-install-recommends $*"
    return 1
}

system_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    # shellcheck disable=SC2086
    [ -n "$(missing_libraries $LIBRARIES)" ] || return 0
    # shellcheck disable=SC2086
    install_debian $PACKAGES || exit 1
}

peers() {  # never fails: what is missing then is said in the table
    stamp=.venv/plumbline-peers
    # shellcheck disable=SC2086
    if [ "$(uname -s)" = Linux ] && [ -n "$(missing_libraries $PEERS_LIBRARIES)" ]; then
        install_debian $PEERS_PACKAGES || say "WeasyPrint is left out without them."
    fi
    if [ -f "$stamp" ] && cmp -s uv.lock "$stamp"; then return; fi
    find_uv
    say "fetching what the report's speed is held against"
    if "$UV" sync --frozen --quiet --group bench; then cp uv.lock "$stamp"; fi
}

find_uv() {
    if command -v uv >/dev/null; then UV=uv; return; fi
    UV=.cache/uv/bin/uv
    [ -x "$UV" ] && return
    command -v python3 >/dev/null || install_debian python3 || exit 1
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { say "Python 3.11 or newer is needed."; exit 1; }
    python3 -c 'import ensurepip, venv' 2>/dev/null || install_debian python3-venv || exit 1
    say "fetching uv"
    python3 -m venv .cache/uv
    .cache/uv/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9'
}

if [ "${1:-}" = bench ]; then peers; exit 0; fi
system_libraries
stamp=.venv/plumbline-ready
state() { pwd; cat uv.lock pyproject.toml; }
if [ -x .venv/bin/plumbline ] && [ -f "$stamp" ] && state | cmp -s - "$stamp"; then
    exit 0
fi
# An environment knows the folder it was made in: after a move it is made anew.
[ ! -f "$stamp" ] || [ "$(head -n 1 "$stamp")" = "$(pwd)" ] || rm -rf .venv
find_uv
say "preparing .venv"
"$UV" sync --frozen --quiet
rm -f .venv/plumbline-peers
state > "$stamp"
