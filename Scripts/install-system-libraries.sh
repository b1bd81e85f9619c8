#!/usr/bin/env bash
# Installs what the build needs from the operating system, and nothing where all of it is there.
# usage: install-system-libraries.sh [--all]     --all: also the editors and tools the checks drive
set -euo pipefail

wants_all=false
if [ "${1:-}" = --all ]; then wants_all=true; fi

missing=()

# Notes what a program or a test says is missing, as a word the package lists below know.
need() {
  local word="$1"
  shift
  if ! "$@" >/dev/null 2>&1; then missing+=("$word"); fi
}

has_eglot() {
  local paths=() package
  for package in /usr/share/emacs/site-lisp/elpa/*/; do
    if [ -d "$package" ]; then paths+=(-L "$package"); fi
  done
  emacs --batch -Q ${paths[@]+"${paths[@]}"} -l eglot
}

# What of Emacs Lisp packages a check loads, tried as the check does it.
has_lsp_mode() {
  local paths=() package
  for package in /usr/share/emacs/site-lisp/elpa/*/; do
    if [ -d "$package" ]; then paths+=(-L "$package"); fi
  done
  emacs --batch -Q ${paths[@]+"${paths[@]}"} -l lsp-mode
}

# Vim with jobs, and ALE.
has_ale() {
  local place
  [[ "$(vim --version)" == *+job* ]] || return 1
  for place in /usr/share/vim-ale "$HOME"/.vim/pack/*/*/ale; do
    if [ -d "$place" ]; then return 0; fi
  done
  return 1
}

# Kate, and a screen nobody looks at with what works it.
has_kate() {
  local program
  for program in kate Xvfb xdotool openbox dbus-run-session; do command -v "$program" || return 1; done
}

# A browser for JupyterLab, which itself comes from PyPI.
has_chromium() {
  command -v chromium || command -v chromium-browser || command -v google-chrome
}

# Whether a C header is installed.
has_header() {
  echo "#include <$1>" | cc -fsyntax-only -x c -
}

need compiler command -v c++
need make command -v make
need git command -v git
need curl sh -c 'echo "#include <curl/curl.h>" | c++ -E -x c++ - >/dev/null'
need python command -v python3
need venv python3 -c "import ensurepip, venv"
need sqlite has_header sqlite3.h
need zlib has_header zlib.h
if $wants_all; then
  need neovim command -v nvim
  need emacs command -v emacs
  need eglot has_eglot
  need java command -v java
  need node command -v node
  # Debian's packages alone are tested; elsewhere these checks are skipped.
  if command -v apt-get >/dev/null; then
    need lsp-mode has_lsp_mode
    need ale has_ale
    need kate has_kate
    need chromium has_chromium
  fi
fi

# The packages behind a word, for the package manager given first.
packages() {
  case "$1:$2" in
    apt:compiler) echo build-essential ;;
    apt:curl) echo libcurl4-openssl-dev ;;
    dnf:curl) echo libcurl-devel ;;
    brew:curl) ;;
    apt:python) echo python3 ;;
    apt:venv) echo python3-venv ;;
    apt:sqlite) echo libsqlite3-dev ;;
    apt:zlib) echo zlib1g-dev ;;
    apt:emacs) echo emacs-nox ;;
    apt:eglot) echo elpa-eglot ;;
    apt:lsp-mode) echo elpa-lsp-mode ;;
    apt:ale) echo vim-nox vim-ale ;;
    apt:kate) echo kate xvfb xdotool openbox dbus-x11 fonts-dejavu-core ;;
    apt:node) echo nodejs ;;
    apt:java) echo default-jre-headless ;;
    dnf:compiler) echo gcc-c++ glibc-devel ;;
    dnf:python | dnf:venv) echo python3 ;;
    dnf:sqlite) echo sqlite-devel ;;
    dnf:zlib) echo zlib-devel ;;
    dnf:java) echo java-latest-openjdk-headless ;;
    pacman:java) echo jre-openjdk-headless ;;
    brew:java) echo openjdk ;;
    dnf:node | pacman:node) echo nodejs ;;
    dnf:emacs | dnf:eglot) echo emacs-nox ;;
    pacman:compiler) echo base-devel ;;
    pacman:python | pacman:venv) echo python ;;
    pacman:emacs | pacman:eglot) echo emacs-nox ;;
    brew:compiler) ;;
    brew:python | brew:venv) echo python ;;
    brew:emacs | brew:eglot) echo emacs ;;
    *) echo "$2" ;;
  esac
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else
    echo "not permitted to install, and there is no sudo; as root: $*" >&2
    exit 77
  fi
}

# Package servers are sometimes out of reach for a moment.
with_patience() {
  local attempt
  for attempt in 1 2 3; do
    if "$@"; then return 0; fi
    echo "attempt $attempt failed: $*" >&2
    sleep $((attempt * 5))
  done
  return 1
}

if [ ${#missing[@]} -gt 0 ]; then
  for manager in apt-get dnf pacman brew none; do
    if command -v "$manager" >/dev/null; then break; fi
  done
  wanted=()
  for word in "${missing[@]}"; do
    read -r -a found <<< "$(packages "${manager%-get}" "$word")"
    wanted+=(${found[@]+"${found[@]}"})
  done
  echo "missing: ${missing[*]}; installing ${wanted[*]:-nothing} with $manager"
  case "$manager" in
    apt-get)
      with_patience as_root apt-get update -qq
      with_patience as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${wanted[@]}" ;;
    dnf) with_patience as_root dnf install -y -q "${wanted[@]}" ;;
    pacman) with_patience as_root pacman -S --noconfirm --needed "${wanted[@]}" ;;
    brew) if [ ${#wanted[@]} -gt 0 ]; then with_patience brew install "${wanted[@]}"; fi ;;
    none) echo "no package manager that is known here; please install: ${missing[*]}" >&2; exit 69 ;;
  esac
fi

if ! command -v swift >/dev/null; then
  echo "Swift is missing. Hearsay is built with Swift 6.1 or later; install it with swiftly or" >&2
  echo "from swift.org/install, then try again." >&2
  exit 69
fi
