"""The head of a request in bounds: lines and headers without end would fill the memory."""

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

MOST = 64 * 1024
"""Bytes of the first line and the headers of one request; browsers send some two thousand."""

_CLOSED = b"content-length: 0\r\nconnection: close\r\n\r\n"


class Bounded(HttpToolsProtocol):
    """uvicorn's fast parser, which keeps whatever it is sent, with the bound its slow one has."""

    _in_head, _head = True, 0

    def on_message_begin(self) -> None:
        """A request begins."""
        self._in_head, self._head = True, 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Its head has ended; a body has bounds of its own."""
        self._in_head = False
        super().on_headers_complete()

    def data_received(self, data: bytes) -> None:
        """Bytes of a connection, 256 KB at most at a time."""
        super().data_received(data)
        self._head += len(data)
        if self._in_head and self._head > MOST and not self.transport.is_closing():
            self.transport.write(STATUS_LINE[431] + _CLOSED)
            self.transport.close()
