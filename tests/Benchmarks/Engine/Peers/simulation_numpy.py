"""Vacancies without a cascade, in NumPy over all posts and trials at once: simulation_numpy.py FILE TRIALS.

Every post is filled from outside. One operation is one trial of the whole group; a call plays a block of them. The figure is the mean over
all trials of the uncovered days times the weight of their post.
"""

import json
import sys

import numpy

import rounds

DAYS_PER_YEAR = 365.25


def main():
    with open(sys.argv[1], encoding="ascii") as file:
        problem = json.load(file)
    trials = int(sys.argv[2])
    posts = problem["posts"]
    days, notice = problem["days"], problem["notice"]
    weights = numpy.array([post["weight"] for post in posts], dtype=numpy.float64)
    years = numpy.full(len(posts), -1.0)
    for person in problem["people"]:
        for post in person["held"]:
            years[post] = person["years"]
    vacant = years < 0
    generator = numpy.random.default_rng(1)
    # Posts of one family share their hazard; the rates are the same over all trials.
    families = {}
    for at, post in enumerate(posts):
        families.setdefault((post["hazard"], tuple(post["recruitment"])), []).append(at)
    blocks = []
    for (hazard, recruitment), members in families.items():
        steps = numpy.array(problem["hazards"][hazard])
        starts, rates = steps[:, 0], steps[:, 1]
        cumulated = numpy.concatenate([[0], numpy.cumsum(rates[:-1] * numpy.diff(starts))])
        blocks.append((numpy.array(members), starts, rates, cumulated, numpy.array(recruitment)))

    def exits(block, begin):
        _, starts, rates, cumulated, _ = block
        at = numpy.searchsorted(starts, begin, side="right") - 1
        value = cumulated[at] + rates[at] * (begin - starts[at]) + generator.standard_exponential(begin.shape)
        to = numpy.searchsorted(cumulated, value, side="right") - 1
        left = starts[to] + (value - cumulated[to]) / rates[to] - begin
        return numpy.maximum(1, numpy.ceil(left * DAYS_PER_YEAR))

    def fills(block, shape):
        points = block[4]
        place = generator.random(shape) * (len(points) - 1)
        at = place.astype(numpy.int64)
        return numpy.rint(points[at] + (points[at + 1] - points[at]) * (place - at))

    def play(block):
        members = block[0]
        shape = (trials, len(members))
        open_now = vacant[members]
        begin = numpy.broadcast_to(numpy.where(open_now, 0, years[members]), shape)
        day = numpy.where(open_now, 0, exits(block, begin))
        told = numpy.where(open_now, 0, notice) * numpy.ones(shape)
        uncovered = numpy.zeros(shape)
        while True:
            active = day <= days
            if not active.any():
                return (uncovered * weights[members]).sum()
            wait = numpy.maximum(0, fills(block, shape) - numpy.minimum(told, day))
            filled = numpy.minimum(day + wait, days)
            uncovered += numpy.where(active, filled - day, 0)
            day = numpy.where(active & (day + wait <= days), day + wait + exits(block, numpy.zeros(shape)), days + 1)
            told = numpy.full(shape, notice)

    total, count = 0.0, 0

    def block_of_trials():
        nonlocal total, count
        total += sum(play(block) for block in blocks)
        count += trials
        return total / count

    rounds.serve(block_of_trials)


main()
