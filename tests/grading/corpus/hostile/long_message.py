# dlw-corpus: units=1.03 status=error inputs=error verdict=error
"""An exception whose message is 100 MB of control characters and lone surrogates."""

raise ValueError("\x1b[2J\x00\ud800]]></script>" * 5_000_000)
