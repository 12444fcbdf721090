#!/usr/bin/env bash
# Installs the build into an empty prefix, moves it, builds and runs the consumer against it, and
# compares its PDF with the program's. Usage: check_consumer.sh SOURCE BUILD REPORT.json
set -euo pipefail
source=$1 build=$2 report=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/first" >/dev/null
mv "$work/first" "$work/moved"
cmake -S "$source/tests/consumer" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_PREFIX_PATH="$work/moved" >/dev/null
cmake --build "$work/build" >/dev/null
# The bundled fonts must be found beside the library, not in the source tree.
library=$(find "$work/moved" -name 'libnianbao.so*' | head -1)
LD_LIBRARY_PATH=$(dirname "$library") "$work/build/consumer" "$report" "$work/consumer.pdf"
"$work/moved/bin/nianbao" render "$report" -o "$work/program.pdf"
cmp "$work/consumer.pdf" "$work/program.pdf"

# pkg-config tells the same.
pc=$(dirname "$(find "$work/moved" -name nianbao.pc)")
flags=$(PKG_CONFIG_PATH="$pc" pkg-config --cflags --libs nianbao)
# shellcheck disable=SC2086
c++ -std=c++20 "$source/tests/consumer/consumer.cpp" $flags -o "$work/by_pkg_config"
LD_LIBRARY_PATH=$(dirname "$library") "$work/by_pkg_config" "$report" "$work/pc.pdf"
cmp "$work/pc.pdf" "$work/program.pdf"
echo "consumer: same bytes by find_package, pkg-config and the installed program"
