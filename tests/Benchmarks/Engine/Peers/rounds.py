"""What every peer has in common: it prepares its problem, then measures itself for as long as it is told, round after round.

Input: one line a round, the seconds it should last at least; the peer ends with its input.
Output: "ready", then for each round the number of operations, the seconds they took, and a figure that both sides must agree on.
"""

import sys
import time


def serve(operation):
    """Answers rounds with an operation that returns the figure."""
    print("ready", flush=True)
    for line in sys.stdin:
        length = float(line)
        count = 0
        started = time.perf_counter()
        while True:
            figure = operation()
            count += 1
            elapsed = time.perf_counter() - started
            if elapsed >= length:
                break
        print(count, repr(elapsed), repr(float(figure)), flush=True)
