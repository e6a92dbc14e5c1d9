#!/bin/sh
# Double click this file on a Mac: it opens the press kit in this folder in a window of your browser.
# This one stays until you press Return, so that you can read what presskit says.
cd "$(dirname "$0")" || exit 1

presskit='[presskit]'
[ -x "$presskit" ] || presskit=$(command -v presskit) || presskit=

if [ -n "$presskit" ]; then
    "$presskit" preview . --or-build
else
    echo "presskit is not on this computer, or it was moved."
    echo "  1. Get presskit's folder again, or ask whoever gave you this kit for it."
    echo "  2. Open Terminal, type cd and a space, drag presskit's folder into the window, press Return."
    echo "  3. Type ./kit build and a space, drag this folder into the window, press Return."
fi

printf '\nPress Return to close. '
read -r _
