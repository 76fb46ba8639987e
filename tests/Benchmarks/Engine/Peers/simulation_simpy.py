"""The cascade of the engine, written plainly in SimPy: simulation_simpy.py FILE. One operation is one trial of the whole group.

People leave, posts fall vacant, the first named successor who is ready, still there, may move again and accepts moves up and leaves posts
behind; else somebody comes from outside. The figure is the mean over all trials of the uncovered days times the weight of their post.
"""

import json
import math
import random
import sys

import simpy

import rounds

DAYS_PER_YEAR = 365.25


class Hazard:
    """A yearly rate that changes with the years in post."""

    def __init__(self, steps):
        self.starts = [start for start, _ in steps]
        self.rates = [rate for _, rate in steps]
        self.cumulated = [0.0]
        for at in range(1, len(steps)):
            self.cumulated.append(
                self.cumulated[-1] + self.rates[at - 1] * (self.starts[at] - self.starts[at - 1]))

    def after(self, years):
        at = max(step for step, start in enumerate(self.starts) if start <= years)
        return self.cumulated[at] + self.rates[at] * (years - self.starts[at])

    def until(self, value):
        at = max(step for step, start in enumerate(self.cumulated) if start <= value)
        return self.starts[at] + (value - self.cumulated[at]) / self.rates[at]

    def exit_in_days(self, years):
        left = self.until(self.after(years) + random.expovariate(1)) - years
        return max(1, math.ceil(left * DAYS_PER_YEAR))


def wait(points):
    place = random.random() * (len(points) - 1)
    at = int(place)
    return round(points[at] + (points[at + 1] - points[at]) * (place - at))


class Group:
    """One trial."""

    def __init__(self, problem, hazards):
        self.problem, self.hazards = problem, hazards
        self.env = simpy.Environment()
        self.posts, self.people = problem["posts"], problem["people"]
        self.held = [list(person["held"]) for person in self.people]
        self.last_move = [person["lastMove"] for person in self.people]
        self.stay = [0] * len(self.people)
        self.gone = [False] * len(self.people)
        self.committed = [False] * len(self.people)
        self.loss = 0
        self.ready = {}
        self.open = {}
        for person, held in enumerate(self.held):
            hazard = hazards[self.people[person]["hazard"]]
            self.env.process(self.leave(person, hazard.exit_in_days(self.people[person]["years"]), 0))
        for post in range(len(self.posts)):
            if not any(post in held for held in self.held):
                self.env.process(self.vacancy(post, 0))
        self.env.run(until=problem["days"] + 0.5)
        for post, since in self.open.items():
            self.loss += (problem["days"] - since) * self.posts[post]["weight"]

    def leave(self, person, days, stay):
        yield self.env.timeout(days)
        if self.stay[person] == stay:
            self.gone[person] = True
            self.vacate(person, self.problem["notice"])

    def vacate(self, person, notice):
        posts, self.held[person] = self.held[person], []
        for post in posts:
            self.env.process(self.vacancy(post, notice))

    def is_ready(self, post, name):
        key = (post, name["person"])
        if key not in self.ready:
            self.ready[key] = name["earliest"] + random.random() * (name["latest"] - name["earliest"])
        return self.ready[key] <= self.env.now

    def successor(self, post):
        for name in self.posts[post]["names"]:
            person = name["person"]
            if self.committed[person] or self.gone[person]:
                continue
            if self.last_move[person] + self.problem["minimumStay"] > self.env.now or not self.is_ready(post, name):
                continue
            if random.random() < name["accepts"]:
                return person
        return None

    def vacancy(self, post, notice):
        since = self.open[post] = self.env.now
        while True:
            person = self.successor(post)
            days = wait(self.problem["takingUp"] if person is not None else self.posts[post]["recruitment"])
            if person is not None:
                self.committed[person] = True
            yield self.env.timeout(max(0, days - min(notice, self.env.now)))
            notice = 0
            if person is None:
                break
            self.committed[person] = False
            if not self.gone[person]:
                break
        self.loss += (self.env.now - since) * self.posts[post]["weight"]
        del self.open[post]
        hazard = self.hazards[self.posts[post]["hazard"]]
        if person is None:
            self.env.process(self.newcomer(post, hazard.exit_in_days(0)))
            return
        self.vacate(person, self.problem["notice"])
        self.held[person] = [post]
        self.last_move[person] = self.env.now
        self.stay[person] += 1
        self.env.process(self.leave(person, hazard.exit_in_days(0), self.stay[person]))

    def newcomer(self, post, days):
        yield self.env.timeout(days)
        self.env.process(self.vacancy(post, self.problem["notice"]))


def main():
    with open(sys.argv[1], encoding="ascii") as file:
        problem = json.load(file)
    hazards = [Hazard(steps) for steps in problem["hazards"]]
    random.seed(1)
    total, count = 0.0, 0

    def trial():
        nonlocal total, count
        total += Group(problem, hazards).loss
        count += 1
        return total / count

    rounds.serve(trial)


main()
