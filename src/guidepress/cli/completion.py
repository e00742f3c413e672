"""In: the commands and their options. Out: scripts that complete them in bash, zsh and fish.

The words are written into the script when it is printed, so that completing starts no Python.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from guidepress.cli.commands import COMMANDS, HELP, VERSION, options_of
from guidepress.cli.options import files

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.cli.options import CommandOption

__all__ = ["SCRIPTS"]

_BASH = """\
# Completes guidepress in bash: eval "$(guidepress completion bash)"
_guidepress() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}} words=""
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W {top} -- "$word"))
        return
    fi
    if [[ $word == -* ]]; then
        before=-
    fi
    case "$command $before" in
{cases}
    esac
    if [[ $words == {files} ]]; then
        compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$word"))
    else
        COMPREPLY=($(compgen -W "$words" -- "$word"))
    fi
}}
complete -F _guidepress guidepress"""
"""A word that begins with "-" is an option ("COMMAND -"); one after an option is its value, any other an argument."""

_FILES = "/"
"""Stands in the scripts for any file: no word of ours is a slash."""


def _bash() -> str:
    cases: list[str] = []
    for name in COMMANDS:
        options = options_of(name)
        flags = [flag for option in options for flag in option.flags]
        cases.append(_case((f"{name} -",), " ".join(flags)))
        cases += [
            _case(tuple(f"{name} {flag}" for flag in option.flags), _words(option))
            for option in options
            if option.value and option.flags
        ]
        arguments = [_words(option) for option in options if not option.flags]
        cases.append(_case((f"{name} ",), "".join(arguments), rest=True))
    top = shlex.quote(" ".join([*COMMANDS, *HELP.flags, *VERSION.flags]))
    return _BASH.format(top=top, cases="\n".join(cases), files=_FILES)


def _case(patterns: tuple[str, ...], words: str, *, rest: bool = False) -> str:
    listed = " | ".join(shlex.quote(pattern) + ("*" if rest else "") for pattern in patterns)
    return f"        {listed}) words={shlex.quote(words)} ;;"


def _words(option: CommandOption) -> str:
    return _FILES if option.offers is files else " ".join(option.offers())


def _zsh() -> str:
    described = " ".join(shlex.quote(f"{name}:{says}") for name, says in COMMANDS.items())
    lines = [
        "#compdef guidepress",
        '# Completes guidepress in zsh: eval "$(guidepress completion zsh)"',
        "_guidepress() {",
        "    if (( CURRENT == 2 )); then",
        f"        local -a commands=({described})",
        "        _describe command commands",
        "        return",
        "    fi",
        "    shift words",
        "    (( CURRENT-- ))",
        '    case "$words[1]" in',
    ]
    for name in COMMANDS:
        specs = " ".join(shlex.quote(spec) for option in options_of(name) for spec in _specs(option))
        lines.append(f"        {name}) _arguments {specs} ;;")
    # As a file on zsh's fpath it is run when it is first needed; otherwise it is tied to the name.
    ending = 'if [[ $funcstack[1] == _guidepress ]]; then _guidepress "$@"; else compdef _guidepress guidepress; fi'
    return "\n".join([*lines, "    esac", "}", ending])


def _specs(option: CommandOption) -> tuple[str, ...]:
    """An option as zsh's `_arguments` takes it, one text a name."""
    value = "_files" if option.offers is files else f"({' '.join(option.offers())})"
    asked = f":{option.value}:{value}" if option.value else ""
    if not option.flags:
        return (f"{'*' if option.many else ''}{asked}",)
    says = "".join(f"\\{letter}" if letter in "[]:" else letter for letter in option.help)
    once = "*" if option.many else f"({' '.join(option.flags)})"
    return tuple(f"{once}{flag}[{says}]{asked}" for flag in option.flags)


def _fish() -> str:
    lines = [
        "# Completes guidepress in fish: guidepress completion fish | source",
        "complete -c guidepress -f",
    ]
    for name, says in COMMANDS.items():
        lines.append(f"complete -c guidepress -n __fish_use_subcommand -a {name} -d {shlex.quote(says)}")
        for option in options_of(name):
            seen = shlex.quote(f"__fish_seen_subcommand_from {name}")
            lines.append(f"complete -c guidepress -n {seen} {_fish_option(option)}".rstrip())
    lines += [
        f"complete -c guidepress -n __fish_use_subcommand {_fish_option(each)}" for each in (HELP, VERSION)
    ]
    return "\n".join(lines)


def _fish_option(option: CommandOption) -> str:
    parts = [f"-s {option.short.lstrip('-')}"] if option.short else []
    parts += [f"-l {option.name.lstrip('-')}"] if option.flags else []
    if option.value:
        offered = " ".join(option.offers())
        kind = "-F" if option.offers is files else "-f"
        parts += [f"-r {kind}" if option.flags else kind, f"-a {shlex.quote(offered)}" if offered else ""]
    parts += [f"-d {shlex.quote(option.help)}"] if option.flags else []
    return " ".join(filter(None, parts))


SCRIPTS: dict[str, Callable[[], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
"""Writes the script, by the name of the shell."""
