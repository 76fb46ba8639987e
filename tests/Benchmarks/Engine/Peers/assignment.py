"""scipy's assignments and matchings of a problem written by the benchmark: assignment.py dense|sparse|matching FOLDER."""

import sys

import numpy
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching, min_weight_full_bipartite_matching

import rounds


def dense(folder):
    costs = numpy.fromfile(f"{folder}/costs", dtype=numpy.float64)
    size = int(round(len(costs) ** 0.5))
    costs = costs.reshape(size, size)

    def solve():
        rows, columns = linear_sum_assignment(costs)
        return costs[rows, columns].sum()

    return solve


def sparse_matrix(folder):
    rows, columns = (int(number) for number in open(f"{folder}/shape", encoding="ascii").read().split())
    costs = numpy.fromfile(f"{folder}/costs", dtype=numpy.float64)
    indices = numpy.fromfile(f"{folder}/columns", dtype=numpy.int32)
    starts = numpy.fromfile(f"{folder}/starts", dtype=numpy.int32)
    return csr_matrix((costs, indices, starts), shape=(rows, columns))


def sparse(folder):
    costs = sparse_matrix(folder)

    def solve():
        rows, columns = min_weight_full_bipartite_matching(costs)
        return costs[rows, columns].sum()

    return solve


def matching(folder):
    graph = sparse_matrix(folder)
    return lambda: (maximum_bipartite_matching(graph, perm_type="column") >= 0).sum()


rounds.serve({"dense": dense, "sparse": sparse, "matching": matching}[sys.argv[1]](sys.argv[2]))
