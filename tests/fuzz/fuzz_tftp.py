"""Fuzz the client's side of TFTP transfers, guided by coverage.

Usage: python -m tests.fuzz.fuzz_tftp [-max_total_time=180] [other flags of libFuzzer]
Needs the extra `fuzz`. A crash is written to the working directory: put it into the corpus and mend what it shows.
"""

from __future__ import annotations

from tests.fuzz.coverage_guided import fuzz

if __name__ == "__main__":
    fuzz("tftp")
