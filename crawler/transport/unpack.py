"""Bodies out of their content encoding: bounded, and broken packing is no crash."""

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawler.transport.inflate import BombError, TornError, gunzip, inflate
from crawler.transport.outcome import PACKED
from crawler.transport.trouble import TooLarge

LAYERS = 3  # gzip in gzip happens by mistake; a long chain only by malice


class Unpack(HttpCompressionMiddleware):
    """Scrapy's, but a bomb is TooLarge, and half a gzip stream is not passed off as whole."""

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        """Raises TooLarge when the body grows beyond DOWNLOAD_MAXSIZE."""
        named = _encodings(response)
        if named in (["gzip"], ["x-gzip"]) and not response.body.startswith(b"\x1f\x8b"):
            # Old proxies unpack a body and forget to say so; an empty one was never packed.
            del response.headers["Content-Encoding"]
            return response
        if len(named) > LAYERS:
            return _as_sent(response)
        try:
            return super().process_response(request, response)
        except (BombError, IgnoreRequest) as exc:
            raise TooLarge(f"the body unpacks to more than {self._max_size} bytes") from exc
        except TornError:
            return _as_sent(response)

    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        if encoding in (b"gzip", b"x-gzip"):
            return gunzip(body, max_size)
        if encoding == b"deflate":
            return inflate(body, max_size)
        try:
            return HttpCompressionMiddleware._decode(body, encoding, max_size)
        except ValueError:  # how Scrapy says that there was too much
            raise
        except Exception as exc:  # brotli and zstd have no exception type in common
            raise TornError(str(exc)) from exc


def _encodings(response: Response) -> list[str]:
    said = b",".join(response.headers.getlist("Content-Encoding")).decode("ascii", "replace")
    return [part.strip().lower() for part in said.split(",") if part.strip()]


def _as_sent(response: Response) -> Response:
    response.flags.append(PACKED)
    return response
