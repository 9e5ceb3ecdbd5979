"""One file from one address, through pooch and requests: bytes counted, silence bounded, certificates verified.

Proxies are those of the environment, and REQUESTS_CA_BUNDLE and CURL_CA_BUNDLE are honoured, by the rules
of requests.
"""

import logging
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pooch
import requests
from requests.adapters import HTTPAdapter

from core.progress import Work, go_on
from core.sources.downloads import MirrorError
from core.words import say

CONNECT_S = 10.0  # seconds to wait for a mirror to take the call
READ_S = 20.0  # seconds of silence after which it is left
CHUNK = 1 << 13  # bytes; small, so that Cancel is seen on a slow line too
HEADERS = {"Accept-Encoding": "identity", "User-Agent": "digitscope"}


class SystemCertificates(HTTPAdapter):
    """Trusts what the operating system trusts besides what requests does: some companies' proxies need it."""

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        """Make the connections of direct calls."""
        super().init_poolmanager(*arguments, **options, ssl_context=ssl.create_default_context())

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        """Make the connections of calls through a proxy."""
        return super().proxy_manager_for(proxy, **options, ssl_context=ssl.create_default_context())


@dataclass(frozen=True, slots=True)
class Fetch:
    """Writes what an address gives to a file, for pooch; before, total : bytes before this file, and in all."""

    most_bytes: int
    what: str
    before: int
    total: int
    work: Work
    silence_s: float = READ_S

    def __call__(self, url: str, output_file: str, pooch: Any) -> None:  # noqa: ARG002
        """Fetch; raises MirrorError, CancelledError, or OSError when the file cannot be written."""
        go_on(self.work.is_cancelled, self.what)
        try:
            with requests.Session() as session:
                session.mount("https://", SystemCertificates())
                timeout = (min(CONNECT_S, self.silence_s), self.silence_s)
                try:
                    response = session.get(url, stream=True, timeout=timeout, headers=HEADERS)
                except requests.RequestException:
                    raise
                except OSError as error:  # such as certificates that are not where REQUESTS_CA_BUNDLE says
                    raise MirrorError(say("could not be asked ({error})", error=error), is_final=True) from error
                with response:
                    self._write(response, url, Path(output_file))
        except requests.RequestException as error:
            raise _fault(error) from error

    def _write(self, response: requests.Response, url: str, path: Path) -> None:
        response.raise_for_status()
        if url.startswith("https:") and not response.url.startswith("https:"):
            raise MirrorError(say("leads to an address without https"), is_final=True)
        done = 0
        with path.open("wb") as file:
            for chunk in response.iter_content(CHUNK):
                go_on(self.work.is_cancelled, self.what)
                done += len(chunk)
                if done > self.most_bytes:
                    raise MirrorError(say("sent more than the file is long"))
                file.write(chunk)
                self.work.report(self.what, self.before + done, self.total)


def fetched(url: str, folder: Path, name: str, sha256: str | None, fetch: Fetch) -> Path:
    """Fetch a file, its SHA-256 checked where given; raises MirrorError, CancelledError, or OSError in writing it."""
    pooch.get_logger().setLevel(logging.ERROR)
    known = f"sha256:{sha256}" if sha256 else None
    try:
        return Path(pooch.retrieve(url, known, fname=name, path=folder, downloader=fetch))
    except ValueError as error:
        raise MirrorError(say("sent a damaged file")) from error


def _fault(error: requests.RequestException) -> MirrorError:
    """Return why a mirror did not give the file, in words that a user can act on."""
    if isinstance(error, requests.HTTPError):
        code = error.response.status_code if error.response is not None else 0
        return MirrorError(say("answered {code}", code=code), is_final=400 <= code < 500 and code not in (408, 429))
    if isinstance(error, requests.exceptions.SSLError):
        return MirrorError(say("has a certificate that this machine does not trust"), is_final=True)
    if isinstance(error, requests.exceptions.ProxyError):
        return MirrorError(say("is not let through by the proxy"), is_final=True)
    if isinstance(error, requests.Timeout) or "timed out" in str(error).lower():
        return MirrorError(say("did not answer in time"), is_final=isinstance(error, requests.ConnectTimeout))
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return MirrorError(say("broke off in the middle"))
    if isinstance(error, requests.ConnectionError):
        return MirrorError(say("could not be reached"))
    return MirrorError(say("failed ({name})", name=type(error).__name__), is_final=True)
