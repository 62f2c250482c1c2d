#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the autograder's image.
set -euo pipefail

apt-get update
apt-get install --yes bubblewrap python3-pip
# The image's own Python may be older than dlw needs.
python3 -m pip install uv
uv venv --python 3.12 /autograder/dlw
wheel=(/autograder/source/dlw-*.whl)
uv pip install --python /autograder/dlw/bin/python "${wheel[0]}[book]"
