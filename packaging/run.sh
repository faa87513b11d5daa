#!/bin/sh
# Opens the workbench on the sample engagement; without a display writes its PDF roadmap instead.
set -eu
cd "$(dirname "$0")/.."
sample=$1
mkdir -p "$(dirname "$sample")"
[ -f "$sample" ] || .venv/bin/plumbline sample "$sample"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" != Linux ]; then
    exec .venv/bin/python -m app "$sample"
fi
pdf=${sample%.plumb}-roadmap.pdf
.venv/bin/plumbline report "$sample" -o "$pdf"
printf '%s\n' "No display here. The sample's roadmap is in $(pwd)/$pdf"
