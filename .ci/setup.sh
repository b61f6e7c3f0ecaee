# Shared by ./gatehouse and ./verify: finding a JDK 25, and installing what is missing. Sourced, POSIX sh.

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 3; }

# Prints the home of a JDK 25: JAVA_HOME, the PATH, then the usual folders.
find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && is_jdk25 "$JAVA_HOME"; then printf %s "$JAVA_HOME"; return 0; fi
  _javac=$(command -v javac 2>/dev/null || true)
  if [ -n "$_javac" ]; then
    _home=$(dirname -- "$(dirname -- "$(readlink -f -- "$_javac" 2>/dev/null || printf %s "$_javac")")")
    if is_jdk25 "$_home"; then printf %s "$_home"; return 0; fi
  fi
  for _home in /usr/lib/jvm/* /opt/* /opt/java/* /usr/local/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk25 "$_home"; then printf %s "$_home"; return 0; fi
  done
  return 1
}

# A JDK says its version in a file, which is a hundred times faster than starting it.
is_jdk25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && grep -qs '^JAVA_VERSION="25[".]' "$1/release"
}

# need_tool PROGRAM PACKAGE: installs the package through apt when the program is missing and that is allowed.
need_tool() {
  if command -v "$1" >/dev/null 2>&1; then return 0; fi
  install_package "$1" "$2" || die "$1 is missing and could not be installed. Install it yourself (Debian: apt-get install $2), then try again."
}

# want_python MODULE PACKAGE: the same for a module of the system's Python; without it the tests that use it are skipped.
want_python() {
  if /usr/bin/python3 -c "import $1" >/dev/null 2>&1; then return 0; fi
  install_package "python3 module $1" "$2" || /usr/bin/python3 -c "import $1" >/dev/null 2>&1 \
    || say "$2 could not be installed; its tests are skipped."
}

install_package() {
  command -v apt-get >/dev/null 2>&1 || return 1
  if [ "$(id -u)" = 0 ]; then _as=
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then _as="sudo -n"
  else return 1; fi
  say "installing $2 with apt-get, because $1 is missing ..."
  if [ -z "${_apt_updated:-}" ]; then
    $_as apt-get update -qq >/dev/null 2>&1 || true
    _apt_updated=yes
  fi
  $_as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null 2>&1 \
    && command -v "$1" >/dev/null 2>&1
}
