"""`fogportable fog login` and `logout`: the tokens of a FOG server in the keyring; and where actions take them from."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys

from fogportable.cli.fog_flags import Actions, add_common, add_token_file, tftp_of, web_of
from fogportable.cli.fog_show import end_with
from fogportable.cli.output import plain, print_fault
from fogportable.errors import ExitCode, FaultCode, FogError, FogPortableError
from fogportable.fog.api import Tokens, is_whole
from fogportable.foglink.api import FogApi
from fogportable.foglink.identify import find_pages
from fogportable.foglink.tokens import API_VARIABLE, USER_VARIABLE, TokenKeeper, checked_tokens, read_tokens

#: For the descriptions of actions.
WHICH_TOKENS = (
    f"It needs the server's two API tokens: from --token-file, {API_VARIABLE} and {USER_VARIABLE}, the keyring "
    "(fog login), or typed at a terminal."
)


def add_action(actions: Actions) -> None:
    """The parsers of `login` and `logout`."""
    login = actions.add_parser(
        "login",
        help="keep its API tokens in the keyring of this system",
        description="Ask for the two API tokens of a FOG server, try them, and keep them in the keyring: Secret "
        "Service or KWallet, the keychain of macOS, the store of Windows. Never in a file of our own.",
    )
    add_common(login)
    add_token_file(login)
    login.set_defaults(run=_login)
    logout = actions.add_parser(
        "logout",
        help="remove its API tokens from the keyring",
        description="Remove the API tokens of a FOG server from the keyring. The server is not asked.",
    )
    add_common(logout)
    logout.set_defaults(run=_logout)


def _login(args: argparse.Namespace) -> int:
    keeper = TokenKeeper()
    try:
        if not keeper.keyring:
            raise FogError(FaultCode.KEYRING_MISSING)
        pages = find_pages(web_of(args), tftp_of(args))
        tokens = read_tokens(os.environ, args.token_file) or _asked(args)
        FogApi.of(pages, tokens).check()
        keeper.keep(args.address, tokens)
    except FogPortableError as problem:
        return end_with(problem, as_json=args.json)
    if args.json:
        print(json.dumps({"login": {"server": str(args.address), "keyring": keeper.keyring}}))
    else:
        print(plain(f"The tokens of {args.address} are kept in the {keeper.keyring}."))
    return ExitCode.DONE


def _logout(args: argparse.Namespace) -> int:
    keeper = TokenKeeper()
    try:
        was_there = keeper.forget(args.address)
    except FogPortableError as problem:
        return end_with(problem, as_json=args.json)
    if args.json:
        print(json.dumps({"logout": {"server": str(args.address), "was_kept": was_there}}))
    else:
        print(plain(f"The tokens of {args.address} {'are removed' if was_there else 'were not kept'}."))
    return ExitCode.DONE


def api_of(args: argparse.Namespace) -> FogApi:
    """The API of the server that was named. Raises FogError."""
    pages = find_pages(web_of(args), tftp_of(args))
    return FogApi.of(pages, tokens_of(args))


def tokens_of(args: argparse.Namespace) -> Tokens:
    """From file or environment, else the keyring, else a person; those are kept in memory only. Raises FogError."""
    tokens = read_tokens(os.environ, args.token_file)
    if tokens is not None:
        return tokens
    try:
        tokens = TokenKeeper().read(args.address)
    except FogError as problem:
        if not _can_ask(args):
            raise
        print_fault(problem)
    return tokens or _asked(args)


def known_tokens(args: argparse.Namespace) -> Tokens | None:
    """From file or environment, else the keyring; None for nothing, where it goes without. Raises FogError."""
    tokens = read_tokens(os.environ, args.token_file)
    if tokens is not None:
        return tokens
    try:
        return TokenKeeper().read(args.address)
    except FogError as problem:
        # A keyring that stays locked: said, and in the way of nothing.
        if not args.json:
            print_fault(problem)
        return None


def _can_ask(args: argparse.Namespace) -> bool:
    return not args.json and sys.stdin.isatty() and sys.stderr.isatty()


def _asked(args: argparse.Namespace) -> Tokens:
    if not _can_ask(args):
        raise FogError(FaultCode.FOG_TOKENS_NEEDED, address=args.address)
    try:
        api = getpass.getpass("API token of the FOG server: ").strip()
        user = "" if is_whole(api, "") else getpass.getpass("API token of your FOG user: ").strip()
    except EOFError:
        raise FogError(FaultCode.FOG_TOKENS_NEEDED, address=args.address) from None
    return checked_tokens(api, user, "what was typed")
